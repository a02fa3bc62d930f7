import { show, type Pages, type Shown, type WebContext } from '../../../kit/web/env.ts'
import { goTo, sendForm } from '../../../kit/web/form.ts'
import { routes } from '../../../routes.ts'
import { Actions, Button, Care, Empty, Form, Gap, Heading, LinkButton, Section, Table } from '../../../ui/index.ts'
import { goAhead } from '../go-ahead.ts'
import { previewImport, type Preview } from '../preview-import.ts'
import { shapeOf } from '../shapes.ts'
import { inPlainWords, type Field, type Planned } from '../shape.ts'
import { Above, counted, Way, WORDS_FOR } from './parts.tsx'
import { slugOf, tableOf } from './param.ts'

const SHOWN = 50

/** What would change, field by field, before anything does. */
export function previewPages(pages: Pages): void {
  const path = routes.importPreview(':slug', ':table')
  const page = async (c: WebContext) => previewPage(await previewImport(c.var.ctx, slugOf(c), tableOf(c)))
  pages.get(path, async (c) => show(c, await page(c)))
  pages.post(path, (c) => sendForm(c, {
    show: async (c, form) => {
      const shown = await page(c)
      return { ...shown, body: <>{form.problems[''] && <Gap word="Not yet">{form.problems['']}</Gap>}{shown.body}</> }
    },
    send: async (c) => {
      await goAhead(c.var.ctx, slugOf(c), tableOf(c))
      return goTo(c, routes.importDone(slugOf(c), tableOf(c)))
    },
  }))
}

async function previewPage({ network, draft, planned, counts, toMend, leftOut }: Preview): Promise<Shown> {
  const { fields } = shapeOf(draft.kind)
  const words = WORDS_FOR[draft.kind]
  const going = counts.new + counts.changed
  const of = (does: Planned['does']) => planned.filter((row) => row.does === does)
  return {
    title: 'Before anything changes', width: 'work',
    body: (
      <>
        <Heading above={<Above network={network} />} intro={`${counts.new.toLocaleString('en-GB')} new, ${counts.changed.toLocaleString('en-GB')} changed, ${counts.same.toLocaleString('en-GB')} the same.${leftOut > 0 ? ` ${counted(leftOut, { one: 'row is', many: 'rows are' })} left out.` : ''}`}>Before anything changes</Heading>
        <Way at={3} />
        {toMend > 0 && <Gap word="Not yet" actions={<LinkButton href={routes.importMending(network.slug, draft.id)}>Mend them</LinkButton>}>{`${counted(toMend, { one: 'row needs', many: 'rows need' })} you first.`}</Gap>}
        {counts.kept > 0 && <Kept rows={of('kept')} fields={fields} many={words.many} />}
        {going === 0 && <Empty title="Nothing would change">Everything in this table is here already, or stays as it is.</Empty>}
        {counts.changed > 0 && <Changed rows={of('changed')} fields={fields} />}
        {counts.new > 0 && <New rows={of('new')} fields={fields.filter(({ name }) => draft.columns?.includes(name))} />}
        <Form to={routes.importPreview(network.slug, draft.id)} seenBy={draft.kind === 'members' ? `Members of ${network.name}. E-mail and phone: only you.` : `Members of ${network.name}`}>
          <Actions sticky>
            {going > 0 && toMend === 0 && <Button busy="Setting it going">{`Take in ${counted(going, words)}`}</Button>}
            <LinkButton href={routes.importColumns(network.slug, draft.id)}>Back to the columns</LinkButton>
          </Actions>
        </Form>
      </>
    ),
  }
}

type Part = { rows: readonly Planned[]; fields: readonly Field[] }

const labelOf = (fields: readonly Field[], name: string) => fields.find((field) => field.name === name)?.label ?? name
const plainly = (fields: readonly Field[], name: string, value: string) => brief(inPlainWords(fields.find((field) => field.name === name) ?? {}, value))
const brief = (text: string) => (text.length > 120 ? `${text.slice(0, 120)} …` : text)

function Kept({ rows, fields, many }: Part & { many: string }) {
  return (
    <Care word="Left as they are">
      <p>{`${counted(rows.length, { one: many.replace(/s$/, ''), many })} in this table say something else than their page does. Others look after those pages, so nothing of them changes. You could tell them:`}</p>
      <ul>{rows.slice(0, 20).map((row) => <li key={row.number}><strong>{row.name}</strong>{`: ${row.because ?? ''} ${row.changes.map(({ field, from, to }) => `${labelOf(fields, field)}: “${plainly(fields, field, from) || 'empty'}”, in your table “${plainly(fields, field, to) || 'empty'}”.`).join(' ')}`}</li>)}</ul>
      {rows.length > 20 && <p>{`And ${rows.length - 20} more.`}</p>}
    </Care>
  )
}

function Changed({ rows, fields }: Part) {
  const lines = rows.slice(0, SHOWN).flatMap((row) => row.changes.map((change) => ({ ...change, name: row.name, key: `${row.number} ${change.field}` })))
  return (
    <Section title={counted(rows.length, { one: 'changed', many: 'changed' })}>
      <Table caption={rows.length > SHOWN ? `The first ${SHOWN}` : 'Field by field'} rows={lines} rowKey={(line) => line.key} columns={[
        { label: 'Name', head: true, cell: (line) => line.name },
        { label: 'Field', cell: (line) => labelOf(fields, line.field) },
        { label: 'Now', cell: (line) => plainly(fields, line.field, line.from) || 'Empty' },
        { label: 'Then', cell: (line) => plainly(fields, line.field, line.to) || 'Empty' },
      ]} />
    </Section>
  )
}

function New({ rows, fields }: Part) {
  const shown = fields.filter(({ name, long }) => !long && name !== 'id').slice(0, 6)
  return (
    <Section title={`${rows.length.toLocaleString('en-GB')} new`}>
      <Table caption={rows.length > SHOWN ? `The first ${SHOWN}` : 'All of them'} rows={rows.slice(0, SHOWN)} rowKey={(row) => String(row.number)}
        columns={shown.map(({ name, label }, place) => ({ label, head: place === 0, cell: (row: Planned) => plainly(fields, name, row.after[name] ?? '') }))} />
    </Section>
  )
}
