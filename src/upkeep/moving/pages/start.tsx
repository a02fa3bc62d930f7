import { Invalid } from '../../../kit/refusal.ts'
import { choice, parse } from '../../../kit/fields.ts'
import { ACCEPTED, LIMITS, TableTooLarge } from '../../../kit/tables/table.ts'
import { z } from 'zod'
import type { Pages, Shown, WebContext } from '../../../kit/web/env.ts'
import { formPage, goTo, readFiles, type FormState, type Values } from '../../../kit/web/form.ts'
import { routes } from '../../../routes.ts'
import { Actions, Button, Choice, Empty, Field, FileField, Form, Heading, LinkButton, Moment, Row, Rows, Section, State } from '../../../ui/index.ts'
import { beginImport } from '../begin-import.ts'
import { listDrafts, type Draft } from '../draft-store.ts'
import { KINDS } from '../shape.ts'
import { getNetworkToMove } from '../who-may.ts'
import { Above, counted, Way, WORDS_FOR } from './parts.tsx'
import { slugOf } from './param.ts'

const schema = z.object({ kind: choice('what the table holds', KINDS) })

/** Choosing a file, or pasting rows. */
export function startPages(pages: Pages): void {
  formPage(pages, routes.importTables(':slug'), {
    start: () => ({ kind: 'members' }),
    show: (c, form) => startPage(c, form),
    send: async (c, values) => {
      const { kind } = parse(schema, { kind: values['kind'] || 'members' })
      const id = await beginImport(c.var.ctx, slugOf(c), kind, await fileOf(c, values))
      return goTo(c, routes.importColumns(slugOf(c), id))
    },
  })
}

async function fileOf(c: WebContext, values: Values): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await readFiles(c, 'file')
  if (file && file.size > LIMITS.bytes) throw new TableTooLarge('This file is larger than 10 MB.')
  if (file) return { name: file.name || 'table', bytes: Buffer.from(await file.arrayBuffer()) }
  const pasted = typeof values['rows'] === 'string' ? values['rows'] : ''
  if (pasted.trim() === '') throw new Invalid([{ field: 'file', sentence: `Choose a file that is not empty, or paste the rows below. ${ACCEPTED}` }])
  return { name: 'pasted rows', bytes: Buffer.from(pasted) }
}

async function startPage(c: WebContext, form: FormState): Promise<Shown> {
  const { network, drafts } = await c.var.ctx.read(async (tx) => {
    const network = await getNetworkToMove(tx, slugOf(c))
    return { network, drafts: await listDrafts(tx, network.id) }
  })
  return {
    title: 'Bring a table', width: 'reading',
    body: (
      <>
        <Heading above={<Above network={network} />} intro="From a spreadsheet or an address book. You see what would change before anything does, and can take all of it back for 30 days.">Bring a table</Heading>
        <Way at={0} />
        <Form to={routes.importTables(network.slug)} {...form} files seenBy="Only you, until you say go">
          <Choice name="kind" label="What does it hold?" value="members" options={KINDS.map((kind) => ({ value: kind, label: WORDS_FOR[kind].title, hint: WORDS_FOR[kind].says }))} />
          <FileField name="file" label="The file" accept=".xlsx,.csv,.tsv,.txt,.vcf" optional hint="A spreadsheet (.xlsx), CSV or vCard. Up to 10 MB, 50,000 rows and 200 columns." />
          <Field name="rows" type="textarea" label="Or paste the rows" rows={5} optional spellCheck={false} hint="The first row names the columns. Copying straight out of a spreadsheet is fine." placeholder={'Name\tE-mail\tPostcode\nThe Wild Bouquet\tpriya@example.org\tSP2 7AA'} />
          <Actions sticky><Button busy="Reading it">Read it</Button><LinkButton href={routes.members(network.slug)}>Go back</LinkButton></Actions>
        </Form>
        <Section title="What you brought">
          {drafts.length === 0 ? <Empty title="Nothing yet">What you bring is listed here for 30 days.</Empty> : <Rows label="What you brought">{drafts.map((draft) => <DraftRow key={draft.id} draft={draft} slug={network.slug} />)}</Rows>}
        </Section>
      </>
    ),
  }
}

function DraftRow({ draft, slug }: { draft: Draft; slug: string }) {
  const { doneAt, undone, counts, rowCount, kind } = draft
  const detail = doneAt ? `${counts.new} new, ${counts.changed} changed, ${counts.same} the same` : counted(rowCount, { one: 'row', many: 'rows' })
  return (
    <Row title={draft.fileName} href={routes.importDone(slug, draft.id)} detail={<>{`${WORDS_FOR[kind].title}. ${detail}. `}<Moment at={draft.madeAt} /></>}
      aside={undone ? <State shape="dash">Taken back</State> : doneAt ? <State tone="good">In</State> : <State shape="ring">Not yet in</State>} />
  )
}
