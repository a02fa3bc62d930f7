import { z } from 'zod'
import { listWork } from '../../../kit/jobs/work.ts'
import { parse, optionalText } from '../../../kit/fields.ts'
import { isId, type Id } from '../../../kit/ids.ts'
import { Invalid, NotFound, SignInFirst } from '../../../kit/refusal.ts'
import { show, type Pages, type Shown, type WebContext } from '../../../kit/web/env.ts'
import { formPage, goTo, readFiles, sendForm, type FormState } from '../../../kit/web/form.ts'
import { listMyNetworks } from '../../../networks/index.ts'
import { listWorkingFor } from '../../../organisations/index.ts'
import { routes } from '../../../routes.ts'
import { Actions, Button, Empty, FileField, Form, Gap, Good, Heading, JobCard, LinkButton, Note, PostButton, Select } from '../../../ui/index.ts'
import { bringFile, discardFile, goAhead, inWords, lookAt, type Look } from '../bring-back.ts'
import { getBrought } from '../brought-store.ts'
import { keptNotesPages } from './kept-notes.tsx'
import { Sections } from './sections.tsx'

const MOST = 10 * 1024 * 1024
const schema = z.object({ into: optionalText('Where it goes', 100) })

/** Bringing everything back: the file, a look at what it would do, and how it went. */
export function bringingBackPages(pages: Pages): void {
  formPage(pages, routes.bringBack, {
    show: (c, form) => startPage(c, form),
    send: async (c, values) => {
      const { into } = parse(schema, { into: values['into'] })
      const [file] = await readFiles(c, 'file')
      if (!file) throw new Invalid([{ field: 'file', sentence: 'Choose the ZIP that “Take everything out” made.' }])
      if (file.size > MOST) throw new Invalid([{ field: 'file', sentence: 'This file is larger than 10 MB. Whoever hosts this can bring it at a terminal: guildhall bring-back.' }])
      return goTo(c, routes.broughtFile(await bringFile(c.var.ctx, { name: file.name || 'everything.zip', bytes: Buffer.from(await file.arrayBuffer()), into })))
    },
  })
  const page = async (c: WebContext, form?: FormState) => filePage(c, form)
  pages.get(routes.broughtFile(':id'), async (c) => show(c, await page(c)))
  pages.post(routes.broughtFile(':id'), (c) => sendForm(c, { show: page, send: async (c) => { await goAhead(c.var.ctx, idOf(c)); return goTo(c, routes.broughtFile(idOf(c))) } }))
  pages.post(routes.broughtFileDiscard(':id'), async (c) => { await discardFile(c.var.ctx, idOf(c)); return goTo(c, routes.bringBack, { says: 'Thrown away. Nothing was changed.' }) })
  keptNotesPages(pages)
}

async function startPage(c: WebContext, form: FormState): Promise<Shown> {
  const { ctx } = c.var
  if (!ctx.actor.person) throw new SignInFirst()
  const { acting, networks } = await ctx.read(async (tx) => ({ acting: (await listWorkingFor(tx)).find(({ organisation }) => organisation === ctx.actor.organisation), networks: (await listMyNetworks(tx)).filter(({ organises }) => organises) }))
  return {
    title: 'Bring everything back', width: 'reading',
    body: (
      <>
        <Heading intro="A file that “Take everything out” made, here or in another house. You see what it would do, thing by thing, before anything is written.">Bring everything back</Heading>
        <Form to={routes.bringBack} {...form} files seenBy="Only you, until you say go">
          <FileField name="file" label="The file" accept=".zip,application/zip" hint="The ZIP as it came, 10 MB at most." />
          <Select name="into" label="Where it goes" optional prompt="As the file says" options={[{ value: 'new', label: 'One of its own, new here' }, ...networks.map(({ slug, name }) => ({ value: slug, label: `The network ${name}` }))]}
            hint={acting ? `A file of ${acting.name} goes into ${acting.name}, for whom you act. A file of a network goes into that network, or becomes a new one.` : 'You act for nobody just now, so an organisation becomes a new one, and you its first owner.'} />
          <Actions sticky><Button busy="Reading it">Look what it would do</Button><LinkButton href={routes.everything}>Go back</LinkButton></Actions>
        </Form>
        <Note word="What others said yes to">Partnerships, recommendations, covers and the like come in as notes that only you read. Others said yes elsewhere, and nobody is made to have agreed here. People are never brought in.</Note>
      </>
    ),
  }
}

async function filePage(c: WebContext, form?: FormState): Promise<Shown> {
  const { ctx } = c.var
  const id = idOf(c)
  const file = await ctx.read((tx) => getBrought(tx, id))
  const work = file.work ? (await listWork(ctx, 200)).find((one) => one.id === file.work) : undefined
  if (work && !work.finished_at) {
    const href = `${routes.work}/${work.id}`
    return { title: file.title, width: 'reading', body: <><Heading above={<a href={routes.bringBack}>Bring everything back</a>}>{file.title}</Heading><JobCard job={{ id: work.id, title: work.title, href, stages: work.stages, stage: work.stage, done: work.done, of: work.total ?? undefined, is: 'running', cancelTo: work.cancel_asked_at ? undefined : `${href}/cancellation` }} /><p><a href={routes.broughtFile(id)}>Look how far it is</a></p></> }
  }
  if (file.doneAt) return { title: file.title, width: 'reading', body: <Done kind={file.kind} title={file.title} said={file.said ?? ''} organisation={file.organisation} acting={!!file.organisation && file.organisation === ctx.actor.organisation} /> }
  return lookPage(await lookAt(ctx, id), work?.said ?? undefined, form)
}

function Done({ kind, title, said, organisation, acting }: { acting: boolean; kind: 'organisation' | 'network'; title: string; said: string; organisation?: Id<'organisation'> }) {
  return (
    <>
      <Heading above={<a href={routes.bringBack}>Bring everything back</a>}>{title}</Heading>
      <Good word="In">{said}</Good>
      <Actions>
        {kind === 'organisation' ? <>{organisation && !acting && <PostButton to={routes.actingFor} fields={{ organisation }} variant="main">{`Act for ${title}`}</PostButton>}<LinkButton href={organisation ? routes.organisation(organisation) : routes.home} variant={acting ? 'main' : undefined}>See the page</LinkButton><LinkButton href={routes.keptNotes}>Read the notes</LinkButton></> : <LinkButton href={routes.networks} variant="main">See your networks</LinkButton>}
      </Actions>
      {kind === 'network' && <Note>Each of its tables can be taken back for 30 days, under Bring a table.</Note>}
    </>
  )
}

function lookPage({ file, sections, counts }: Look, said: string | undefined, form: FormState | undefined): Shown {
  const going = counts.new + counts.changed
  return {
    title: 'Before anything changes', width: 'work',
    body: (
      <>
        <Heading above={<a href={routes.bringBack}>Bring everything back</a>} intro={`${file.title}, ${file.organisation || file.network ? 'into what is here' : `as a new ${file.kind} of yours`}. ${inWords(counts)}`}>Before anything changes</Heading>
        {form?.problems[''] && <Gap word="Not yet">{form.problems['']}</Gap>}
        {said && <Note word="Last time">{said}</Note>}
        {going === 0 && <Empty title="Nothing would change">Everything in this file is here already, or stays out.</Empty>}
        {going > 0 && <Form to={routes.broughtFile(file.id)} seenBy="As each thing says who sees it. Notes: only you"><Actions sticky><Button busy="Setting it going">{`Take in ${going.toLocaleString('en-GB')} ${going === 1 ? 'thing' : 'things'}`}</Button></Actions></Form>}
        {going > 0 && file.kind === 'organisation' && <TakenBackByHand isNew={!file.organisation} />}
        <Sections sections={sections} />
        <PostButton to={routes.broughtFileDiscard(file.id)} variant="plain">Throw this file away</PostButton>
      </>
    ),
  }
}

/** Said before it is done: what goes into an organisation has no way back of one press, as a table has (decision 36). */
function TakenBackByHand({ isNew }: { isNew: boolean }) {
  if (isNew) return <Note word="If you think better of it">There is no single button that takes this back. It comes in as an organisation of its own, and you can close that on its page.</Note>
  return <Note word="If you think better of it">There is no single button that takes this back. Each thing is taken off or changed by hand where it stands; what your answers say now stays among their earlier versions. Take everything out first, if you want to keep how it was.</Note>
}

function idOf(c: WebContext): Id<'brought'> {
  const id = c.req.param('id')
  if (!isId<'brought'>(id)) throw new NotFound()
  return id
}
