import { choice, parse } from '../../../kit/fields.ts'
import { z } from 'zod'
import type { Pages, Shown, WebContext } from '../../../kit/web/env.ts'
import { formPage, type FormState } from '../../../kit/web/form.ts'
import { routes } from '../../../routes.ts'
import { Actions, Button, Choice, Form, Heading, LinkButton, Note } from '../../../ui/index.ts'
import { exportTable } from '../export-table.ts'
import { KINDS } from '../shape.ts'
import { getNetworkToMove } from '../who-may.ts'
import { Above, WORDS_FOR } from './parts.tsx'
import { slugOf } from './param.ts'

const schema = z.strictObject({ kind: choice('what to take out', KINDS) })

/** Taking a table out. It is sent by a form, because it is noted in the log. */
export function exportPages(pages: Pages): void {
  formPage(pages, routes.exportTables(':slug'), {
    start: () => ({ kind: 'members' }),
    show: (c, form) => exportPage(c, form),
    send: async (c, values) => {
      const { name, csv } = await exportTable(c.var.ctx, slugOf(c), parse(schema, { kind: values['kind'] }).kind)
      return c.body(csv, 200, { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'no-store' })
    },
  })
}

async function exportPage(c: WebContext, form: FormState): Promise<Shown> {
  const network = await c.var.ctx.read((tx) => getNetworkToMove(tx, slugOf(c)))
  return {
    title: 'Take a table out', width: 'reading',
    body: (
      <>
        <Heading above={<Above network={network} />} intro="A CSV file for your spreadsheet. Edit it and bring it back: only what you edited changes.">Take a table out</Heading>
        <Form to={routes.exportTables(network.slug)} {...form} turbo={false} seenBy="Whoever you give the file to. That it was taken out is in the log.">
          <Choice name="kind" label="What?" value="members" options={KINDS.map((kind) => ({ value: kind, label: WORDS_FOR[kind].title, hint: undefined }))} />
          <Note>It holds what you may see. What members keep to themselves is not in it.</Note>
          <Actions sticky><Button>Take it out</Button><LinkButton href={routes.members(network.slug)}>Go back</LinkButton></Actions>
        </Form>
      </>
    ),
  }
}
