import type { Pages, Shown, WebContext } from '../../kit/web/env.ts'
import { show } from '../../kit/web/env.ts'
import { Invalid } from '../../kit/refusal.ts'
import { formPage, goTo, readFiles, type FormState, type Values } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Field, FileField, Form, Good, Heading, Hidden, LinkButton, Note, Table } from '../../ui/index.ts'
import { MOST_BYTES, TableTooLarge, type Plan } from '../capability-table.ts'
import { importCapabilities, previewCapabilities } from '../import-capabilities.ts'
import { getNetworkTo } from '../tend.ts'
import { mayKeepVocabulary } from '../who-may.ts'
import { Above } from './network-tabs.tsx'
import { slugOf } from './param.ts'

/** Bringing a vocabulary from a spreadsheet: choose or paste, look at what it would change, then go. */
export function importPages(pages: Pages): void {
  formPage(pages, routes.capabilitiesIn(':slug'), {
    show: (c, form) => choosePage(c, form),
    send: async (c, values) => {
      const table = await tableOf(c, values)
      if (values['_go'] !== 'yes') return show(c, await previewPage(c, table, await previewCapabilities(c.var.ctx, slugOf(c), table)))
      const { added, changed } = await importCapabilities(c.var.ctx, slugOf(c), table)
      return goTo(c, routes.capabilities(slugOf(c)), { says: `${added} added, ${changed} changed.` })
    },
  })
}

async function tableOf(c: WebContext, values: Values): Promise<string> {
  const [file] = await readFiles(c, 'file')
  if (file && file.size > MOST_BYTES) throw new TableTooLarge()
  const pasted = typeof values['table'] === 'string' ? values['table'] : ''
  const table = file ? new TextDecoder('utf-8').decode(await file.arrayBuffer()) : pasted
  if (table.trim() === '') throw new Invalid([{ field: 'file', sentence: 'Choose a file, or paste the rows below.' }])
  return table
}

async function choosePage(c: WebContext, form: FormState): Promise<Shown> {
  const network = await c.var.ctx.read((tx) => getNetworkTo(tx, slugOf(c), mayKeepVocabulary))
  return {
    title: 'Bring a spreadsheet', width: 'reading',
    body: (
      <>
        <Heading above={<Above network={network} />} intro="You see what would change before anything does.">Bring a spreadsheet</Heading>
        <Form to={routes.capabilitiesIn(network.slug)} {...form} files seenBy={`Members of ${network.name}, once you have looked and said go`}>
          <FileField name="file" label="CSV file" accept=".csv,.tsv,.txt,text/csv" optional hint="Up to 2 MB and 20,000 rows. In your spreadsheet: Save as, CSV UTF-8." />
          <Field name="table" type="textarea" label="Or paste the rows" rows={6} optional spellCheck={false} hint="The first row names the columns: title, code, parent or path, synonyms. Others are left out." placeholder={'title,parent,synonyms\nWedding flowers,Flowers,bridal flowers'} />
          <Actions><Button>Look at it first</Button><LinkButton href={routes.capabilities(network.slug)}>Go back</LinkButton></Actions>
        </Form>
      </>
    ),
  }
}

const SHOWN = 50

async function previewPage(c: WebContext, table: string, plan: Plan): Promise<Shown> {
  const network = await c.var.ctx.read((tx) => getNetworkTo(tx, slugOf(c), mayKeepVocabulary))
  const { added, changed, same, columns } = plan
  const nothing = added.length + changed.length === 0
  return {
    title: 'Before anything changes', width: 'reading', status: 201,
    body: (
      <>
        <Heading above={<Above network={network} />} intro={`${added.length} new, ${changed.length} changed, ${same} the same.`}>Before anything changes</Heading>
        <Note word="Columns">{`We read these: ${Object.keys(columns).join(', ')}. Name the columns in the first row if that is not right.`}</Note>
        {nothing ? <Good>Everything in this table is here already.</Good> : (
          <Table caption={`The first ${Math.min(SHOWN, added.length + changed.length)}`} rows={[...added.map((one) => ({ ...one, what: 'New' })), ...changed.map((one) => ({ ...one, what: 'Changed' }))].slice(0, SHOWN)} rowKey={(row) => row.id}
            columns={[{ label: 'Capability', head: true, cell: (row) => row.path }, { label: 'Code', cell: (row) => row.code ?? '' }, { label: 'Other words', cell: (row) => row.synonyms.join(', ') }, { label: 'What happens', cell: (row) => row.what }]} />
        )}
        <Form to={routes.capabilitiesIn(network.slug)} seenBy={`Members of ${network.name}`}>
          <Hidden name="table" value={table} />
          <Hidden name="_go" value="yes" />
          <Actions sticky>{!nothing && <Button>{`Take in ${added.length + changed.length}`}</Button>}<LinkButton href={routes.capabilitiesIn(network.slug)}>Go back</LinkButton></Actions>
        </Form>
      </>
    ),
  }
}
