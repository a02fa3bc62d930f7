import type { Pages, Shown, WebContext } from '../../../kit/web/env.ts'
import { formPage, goTo, type FormState, type Values } from '../../../kit/web/form.ts'
import { routes } from '../../../routes.ts'
import { Actions, Button, Field, Form, Good, Group, Heading, Icon, LinkButton, Tick } from '../../../ui/index.ts'
import { AT_A_TIME, leaveOutTheRest, mendRows, readRowsToMend, type Mended } from '../mend-rows.ts'
import type { DraftRow } from '../row-store.ts'
import { shapeOf } from '../shapes.ts'
import type { Field as FieldOf } from '../shape.ts'
import { Above, counted, Way, WORDS_FOR } from './parts.tsx'
import { slugOf, tableOf } from './param.ts'

/** Only the rows that need somebody, each as a small form with its sentences. */
export function mendingPages(pages: Pages): void {
  formPage(pages, routes.importMending(':slug', ':table'), {
    show: (c, form) => mendingPage(c, form),
    send: async (c, values) => {
      const here = routes.importMending(slugOf(c), tableOf(c))
      if (values['_rest'] === 'out') {
        await leaveOutTheRest(c.var.ctx, slugOf(c), tableOf(c))
        return goTo(c, routes.importPreview(slugOf(c), tableOf(c)))
      }
      const left = await mendRows(c.var.ctx, slugOf(c), tableOf(c), mendedFrom(values))
      return left > 0 ? goTo(c, here, { says: left === 1 ? 'One still needs you.' : `${left} still need you.` }) : goTo(c, routes.importPreview(slugOf(c), tableOf(c)), { says: 'Every row can be taken.' })
    },
  })
}

function mendedFrom(values: Values): readonly Mended[] {
  const rows = new Map<number, { leaveOut: boolean; cells: Record<string, string> }>()
  for (const [name, value] of Object.entries(values)) {
    const [, digits, field] = /^r(\d{1,6})\.([A-Za-z-]{1,40})$/.exec(name) ?? []
    if (digits === undefined || field === undefined || typeof value !== 'string') continue
    const row = rows.get(Number(digits)) ?? { leaveOut: false, cells: {} }
    rows.set(Number(digits), row)
    if (field === 'out') row.leaveOut = value === 'yes'
    else row.cells[field] = value
  }
  return [...rows].slice(0, AT_A_TIME * 2).map(([number, row]) => ({ number, ...row }))
}

async function mendingPage(c: WebContext, form: FormState): Promise<Shown> {
  const { network, draft, rows, toMend } = await readRowsToMend(c.var.ctx, slugOf(c), tableOf(c))
  const fields = shapeOf(draft.kind).fields.filter(({ name }) => draft.columns?.includes(name))
  const placeOf = (name: string) => draft.columns?.indexOf(name) ?? -1
  const preview = routes.importPreview(network.slug, draft.id)
  const problems = Object.fromEntries(rows.flatMap((row) => Object.entries(row.problems ?? {}).map(([field, sentence]) => [`r${row.number}.${placeOf(field) < 0 ? fields[0]?.name ?? 'name' : field}`, `Row ${row.number}: ${sentence}`])))
  return {
    title: toMend > 0 ? `${toMend} need you` : 'Every row can be taken', width: 'reading', hasProblems: toMend > 0,
    body: (
      <>
        <Heading above={<Above network={network} />} intro={toMend > 0 ? `The other ${(draft.rowCount - toMend).toLocaleString('en-GB')} rows are fine. Type over what is wrong here; your file stays as it is.` : undefined}>
          {toMend === 0 ? 'Every row can be taken' : toMend === 1 ? 'One needs you' : `${toMend.toLocaleString('en-GB')} need you`}
        </Heading>
        <Way at={2} />
        {toMend === 0 ? <Good actions={<LinkButton href={preview} variant="main">Look at what would change</LinkButton>}>Nothing stands in the way any more.</Good> : (
          <Form to={routes.importMending(network.slug, draft.id)} {...form} problems={{ ...problems, ...form.problems }} seenBy="Only you, until you say go">
            {rows.map((row) => <RowForm key={row.number} row={row} fields={fields} placeOf={placeOf} one={WORDS_FOR[draft.kind].one} />)}
            {toMend > rows.length && <p className="fine">{`${counted(toMend - rows.length, { one: 'more row', many: 'more rows' })} after these.`}</p>}
            <Actions sticky>
              <Button busy="Looking again">Look again</Button>
              <Button variant="quiet" name="_rest" value="out">{toMend === 1 ? 'Leave it out' : `Leave all ${toMend.toLocaleString('en-GB')} out`}</Button>
              <LinkButton href={routes.importColumns(network.slug, draft.id)}>Back to the columns</LinkButton>
            </Actions>
          </Form>
        )}
      </>
    ),
  }
}

type RowProps = { row: DraftRow; fields: readonly FieldOf[]; placeOf: (name: string) => number; one: string }

/** One row: the cells that are wrong first and open, the others folded away beneath. */
function RowForm({ row, fields, placeOf, one }: RowProps) {
  const says = (field: FieldOf) => row.cells[placeOf(field.name)] ?? ''
  const name = fields.find((field) => field.name === 'name' || field.name === 'member')
  const title = (name && says(name).trim().slice(0, 80)) || `a ${one} without a name`
  const wrong = fields.filter((field) => row.problems?.[field.name])
  const shown = wrong.length > 0 ? wrong : fields.slice(0, 1) // what stands in the way of the whole row is said at its first cell
  const others = fields.filter((field) => !shown.includes(field))
  const cell = (field: FieldOf) => (
    <Field key={field.name} name={`r${row.number}.${field.name}`} label={field.label} value={says(field)} hint={field.hint} problem={row.problems?.[field.name]} suggestions={field.words} optional={!field.needed} type={field.long && says(field).length > 80 ? 'textarea' : 'text'} width="medium" />
  )
  return (
    <Group title={`Row ${row.number}: ${title}`}>
      {shown.map(cell)}
      {others.length > 0 && <details><summary className="button plain small"><Icon name="down" />{`The rest of row ${row.number}`}</summary>{others.map(cell)}</details>}
      <Tick name={`r${row.number}.out`} label={`Leave row ${row.number} out`} optional />
    </Group>
  )
}
