import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, type FormState } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Care, Day, Field, Form, Heading, LinkButton } from '../../ui/index.ts'
import { draftPack, handOver, writePack } from '../hand-over.ts'
import { readCover, readCoverToKeep } from '../read-cover.ts'
import { packFoot, packParts, readPack } from '../read-pack.ts'
import { idFrom } from './param.ts'
import { AboveCover } from './parts.tsx'

/** The hand-over pack: written from the request, handed over, printed. Passwords stay out. */
export function packPages(pages: Pages): void {
  formPage(pages, routes.coverPack(':id'), {
    start: async (c) => { const { cover } = await readCover(c.var.ctx, idFrom(c)); return c.var.ctx.read((tx) => draftPack(tx, cover)) },
    show: (c, form) => packPage(c, form),
    send: async (c, values) => { await writePack(c.var.ctx, idFrom(c), values); return goTo(c, routes.coverOf(idFrom(c)), { says: 'The pack is kept. Hand it over when you are ready.' }) },
  })
  pages.get(routes.coverPackPrint(':id'), async (c) => show(c, await printPage(c)))
  pages.get(routes.coverPackPdf(':id'), packFile)
  pages.post(routes.coverHandover(':id'), async (c) => { await handOver(c.var.ctx, idFrom(c)); return goTo(c, routes.coverOf(idFrom(c)), { says: 'Handed over. They have the pack.' }) })
}

async function packPage(c: WebContext, form: FormState): Promise<Shown> {
  const seen = await readCoverToKeep(c.var.ctx, idFrom(c), 'owner')
  const who = seen.asked.filter((one) => one.chosen).map((one) => seen.name(one.associate)).join(' and ')
  return {
    title: 'The hand-over pack', width: 'reading',
    body: (
      <>
        <Heading above={<AboveCover id={seen.cover.id} />} intro="What somebody needs to start cold. Two pages are plenty.">The hand-over pack</Heading>
        <Care word="No passwords">Let them sign in as themselves, or share through a password manager. Here, say only where they will find it.</Care>
        <Form to={routes.coverPack(seen.cover.id)} id="pack" {...form} seenBy={`Only you, and ${who || 'whoever covers'} once you hand over`} autosave={`cover-pack-${seen.cover.id}`}>
          <Field name="contact" type="textarea" rows={4} label="Contact" maxLength={1000} optional />
          <Field name="promises" type="textarea" rows={4} label="What is promised" maxLength={2000} optional hint="“A reply within the hour, 8 to 6.”" />
          <Field name="dates" type="textarea" rows={3} label="Dates" maxLength={1000} optional />
          <Field name="how" type="textarea" rows={8} label="How we do it" maxLength={4000} optional />
          <Field name="access" type="textarea" rows={2} label="Where things are" maxLength={1000} optional hint="“You have your own login for the shared inbox.”" />
          <Actions sticky><Button busy="Keeping">Keep the pack</Button><LinkButton href={routes.coverOf(seen.cover.id)}>Go back</LinkButton></Actions>
        </Form>
      </>
    ),
  }
}

async function printPage(c: WebContext): Promise<Shown> {
  const { pack, owner, to, when, staysTheirs } = await readPack(c.var.ctx, idFrom(c))
  return {
    title: 'Hand-over pack', width: 'reading',
    body: (
      <>
        <Heading above={<AboveCover id={idFrom(c)} />} intro={`${owner} to ${to} · ${when}`} actions={<LinkButton href={routes.coverPackPdf(idFrom(c))} download>Get the PDF</LinkButton>}>Hand-over pack</Heading>
        {packParts(pack).map(([title, words]) => <section key={title} className="section"><h2>{title}</h2>{words.split('\n').map((line, at) => <p key={`${at}${line}`}>{line}</p>)}</section>)}
        <p className="quiet-text">{staysTheirs}</p>
        <p className="fine">Written on <Day on={pack.writtenAt} />. {packFoot}</p>
      </>
    ),
  }
}

/** The same as a file: to keep with the job where there is no network, and to print. */
async function packFile(c: WebContext): Promise<Response> {
  const pack = await readPack(c.var.ctx, idFrom(c))
  const { packPdf } = await import('../pack-pdf.tsx') // half a second to read: only for those who ask for it
  const name = `hand-over-pack-${pack.owner.normalize('NFKD').replaceAll(/[^A-Za-z0-9]+/g, '-').toLowerCase()}.pdf`
  return c.body(await packPdf(pack), 200, { 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="${name}"`, 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' })
}
