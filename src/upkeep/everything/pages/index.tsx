import { Readable } from 'node:stream'
import { isId } from '../../../kit/ids.ts'
import { NotFound } from '../../../kit/refusal.ts'
import { show, type Pages, type WebContext } from '../../../kit/web/env.ts'
import { formPage, freshForm, goTo } from '../../../kit/web/form.ts'
import { routes } from '../../../routes.ts'
import { Actions, Ago, Button, Day, Form, Heading, LinkButton, Note, PostButton } from '../../../ui/index.ts'
import { fetchExport, getExport, mayTake, takeEverything } from '../take-everything.ts'

/** Taking everything out, of the organisation one acts for or of a network one organises; and fetching what was made. */
export function everythingPages(pages: Pages): void {
  mount(pages, routes.everything, () => undefined)
  mount(pages, routes.networkEverything(':slug'), (c) => c.req.param('slug') ?? '')
  pages.get(routes.exportMade(':id'), async (c) => {
    const made = await getExport(c.var.ctx, idOf(c))
    return show(c, {
      title: 'Your file is ready', width: 'reading',
      body: (
        <>
          <Heading intro={<>Everything of {made.title}, {Math.max(1, Math.round(made.bytes / 1024)).toLocaleString('en-GB')} kB, made <Ago since={made.madeAt} now={c.var.ctx.now} />. It can be fetched until <Day on={made.endsAt} />, by you alone.</>}>Your file is ready</Heading>
          <PostButton turbo={false} to={`${routes.exportMade(made.id)}/file`}>Fetch it</PostButton>
          <Note>Unpack it and open index.html: it says what is in it.</Note>
        </>
      ),
    })
  })
  pages.post(`${routes.exportMade(':id')}/file`, async (c) => {
    const { made, bytes } = await fetchExport(c.var.ctx, idOf(c))
    const name = `${made.title.normalize('NFKD').replaceAll(/[^A-Za-z0-9]+/g, '-').toLowerCase().replaceAll(/^-|-$/g, '') || 'everything'}-${made.madeAt.toISOString().slice(0, 10)}.zip`
    return c.body(Readable.toWeb(bytes) as ReadableStream, 200, { 'Content-Type': 'application/zip', 'Content-Length': String(made.bytes), 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'no-store' }) // Node's own stream is the web's
  })
}

function mount(pages: Pages, path: string, slugOf: (c: WebContext) => string | undefined): void {
  formPage(pages, path, {
    async show(c, form = freshForm()) {
      const slug = slugOf(c)
      const { title } = await c.var.ctx.read((tx) => mayTake(tx, slug))
      return {
        title: 'Take everything out', width: 'reading',
        body: (
          <>
            <Heading intro={`All of ${title} as one file: tables that another network takes in as they are, everything as data, papers, sheets as PDF, and a page that says what is what.`}>Take everything out</Heading>
            <Form to={slug === undefined ? routes.everything : routes.networkEverything(slug)} {...form} seenBy="Only you, for two days"><Button busy="One moment">Make the file</Button></Form>
            <Actions><LinkButton href={routes.bringBack}>Bring a file back in</LinkButton>{slug === undefined && <LinkButton href={routes.keptNotes}>Notes from files</LinkButton>}</Actions>
            <Note>{slug === undefined ? 'It holds what is yours, your private notes too. What others only showed you stays theirs.' : 'It holds what organisers may see. What members keep to themselves is theirs to take.'}</Note>
          </>
        ),
      }
    },
    async send(c) {
      await takeEverything(c.var.ctx, slugOf(c))
      return goTo(c, routes.work, { says: 'It is being made. We write to you when it is ready.' })
    },
  })
}

function idOf(c: WebContext) {
  const id = c.req.param('id')
  if (!isId<'export'>(id)) throw new NotFound()
  return id
}
