import { ColumnsFirst } from '../errors.ts'
import type { Pages, Shown, WebContext } from '../../../kit/web/env.ts'
import { formPage, goTo, type FormState, type Values } from '../../../kit/web/form.ts'
import { routes } from '../../../routes.ts'
import { Actions, Button, Form, Heading, Hidden, LinkButton, Note, PostButton, Select } from '../../../ui/index.ts'
import { matchColumns, readColumns } from '../match-columns.ts'
import { shapeOf } from '../shapes.ts'
import { Above, counted, Way } from './parts.tsx'
import { slugOf, tableOf } from './param.ts'

/** Saying what each column means. The guesses are in place already. */
export function columnsPages(pages: Pages): void {
  formPage(pages, routes.importColumns(':slug', ':table'), {
    show: (c, form) => columnsPage(c, form),
    send: async (c, values) => {
      const toMend = await matchColumns(c.var.ctx, slugOf(c), tableOf(c), columnsFrom(values))
      const next = toMend > 0 ? routes.importMending : routes.importPreview
      return goTo(c, next(slugOf(c), tableOf(c)))
    },
  })
}

function columnsFrom(values: Values): readonly string[] {
  const columns: string[] = []
  for (const [name, value] of Object.entries(values)) {
    const place = /^c(\d{1,3})$/.exec(name)?.[1]
    if (place !== undefined && typeof value === 'string') columns[Number(place)] = value
  }
  if (columns.length === 0) throw new ColumnsFirst()
  return Array.from(columns, (column) => column ?? '')
}

async function columnsPage(c: WebContext, form: FormState): Promise<Shown> {
  const { network, draft, guesses, samples } = await readColumns(c.var.ctx, slugOf(c), tableOf(c))
  const { fields } = shapeOf(draft.kind)
  const options = fields.map(({ name, label }) => ({ value: name, label }))
  const rows = draft.head.map((heading, place) => ({ place, heading: heading || `Column ${place + 1}`, sample: samples.map((row) => row.cells[place] ?? '').filter(Boolean).map((cell) => cell.slice(0, 40)).join(' · ') }))
  const found = guesses.filter(Boolean).length
  return {
    title: 'What the columns mean', width: 'reading',
    body: (
      <>
        <Heading above={<Above network={network} />} intro={`${draft.fileName}: ${counted(draft.rowCount, { one: 'row', many: 'rows' })}. We guessed ${found} of ${draft.head.length} columns; change what is not right.`}>What the columns mean</Heading>
        <Way at={1} />
        <Form to={routes.importColumns(network.slug, draft.id)} {...form} seenBy="Only you. The choice is remembered for the organisers of this network.">
          {draft.kind === 'members' && <Note word="Who sees what">E-mail addresses and phone numbers you bring stay with you until the organisation claims its page. The rest is shown to members of the network.</Note>}
          {rows.map((row) => (
            <Select key={row.place} name={`c${row.place}`} label={row.heading} hint={row.sample ? `Begins with: ${row.sample}` : 'Nothing in its first rows'} value={guesses[row.place] ?? ''} prompt="Leave it out" options={options} width="medium" optional />
          ))}
          <Hidden name="_columns" value="yes" />
          <Actions sticky><Button busy="Looking every row through">Look the rows through</Button><LinkButton href={routes.importTables(network.slug)}>Go back</LinkButton></Actions>
        </Form>
        <PostButton to={routes.importDiscard(network.slug, draft.id)} variant="plain">Throw this table away</PostButton>
      </>
    ),
  }
}
