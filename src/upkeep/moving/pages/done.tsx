import type { Selectable } from 'kysely'
import type { Work } from '../../../../db/types.ts'
import { listWork } from '../../../kit/jobs/work.ts'
import { show, type Pages, type Shown, type WebContext } from '../../../kit/web/env.ts'
import { goTo, sendForm } from '../../../kit/web/form.ts'
import { routes } from '../../../routes.ts'
import { Actions, Confirm, Facts, Good, Heading, JobCard, LinkButton, Moment, Note, PostButton } from '../../../ui/index.ts'
import { discardImport } from '../discard-import.ts'
import { getDraft, type Draft } from '../draft-store.ts'
import { mayStillUndo, undoImport } from '../undo-import.ts'
import { getNetworkToMove } from '../who-may.ts'
import { Above, Way } from './parts.tsx'
import { slugOf, tableOf } from './param.ts'

/** How it went, and taking it back. */
export function donePages(pages: Pages): void {
  pages.get(routes.importDone(':slug', ':table'), async (c) => show(c, await donePage(c)))
  pages.get(routes.importUndo(':slug', ':table'), async (c) => show(c, await undoPage(c)))
  pages.post(routes.importUndo(':slug', ':table'), (c) => sendForm(c, {
    show: (c) => undoPage(c),
    send: async (c) => {
      await undoImport(c.var.ctx, slugOf(c), tableOf(c))
      return goTo(c, routes.importDone(slugOf(c), tableOf(c)))
    },
  }))
  pages.post(routes.importDiscard(':slug', ':table'), async (c) => {
    await discardImport(c.var.ctx, slugOf(c), tableOf(c))
    return goTo(c, routes.importTables(slugOf(c)), { says: 'Thrown away. Nothing was changed.' })
  })
}

async function read(c: WebContext) {
  const found = await c.var.ctx.read(async (tx) => {
    const network = await getNetworkToMove(tx, slugOf(c))
    return { network, draft: await getDraft(tx, network.id, tableOf(c)) }
  })
  const work = found.draft.work ? (await listWork(c.var.ctx, 200)).find((one) => one.id === found.draft.work) : undefined
  return { ...found, work }
}

async function donePage(c: WebContext): Promise<Shown> {
  const { network, draft, work } = await read(c)
  const running = work && !work.finished_at
  return {
    title: draft.fileName, width: 'reading',
    body: (
      <>
        <Heading above={<a href={routes.importTables(network.slug)}>What you brought</a>}>{draft.fileName}</Heading>
        <Way at={draft.doneAt ? 5 : running ? 4 : 3} />
        {running && <><JobCard job={cardOf(work)} /><p><a href={routes.importDone(network.slug, draft.id)}>Look how far it is</a></p></>}
        {!running && draft.undone && <Note word="Taken back">{draft.undone.said}</Note>}
        {!running && draft.doneAt && !draft.undone && <Good word="In">{work?.kind === 'upkeep.undo-import' ? work.said ?? '' : `${draft.counts.new} new, ${draft.counts.changed} changed, ${draft.counts.same} the same${draft.counts.kept > 0 ? `, ${draft.counts.kept} left as they are` : ''}.`}</Good>}
        {!running && !draft.doneAt && <Note word="Not yet in">{work?.said ?? 'Nothing has been changed so far.'}</Note>}
        <Facts facts={[{ name: 'Rows in the file', is: draft.rowCount.toLocaleString('en-GB') }, { name: 'Brought', is: <Moment at={draft.madeAt} /> }, ...(draft.doneAt ? [{ name: 'Taken in', is: <Moment at={draft.doneAt} /> }] : [])]} />
        <What draft={draft} slug={network.slug} running={!!running} now={c.var.ctx.now} />
      </>
    ),
  }
}

function What({ draft, slug, running, now }: { draft: Draft; slug: string; running: boolean; now: Date }) {
  if (running) return null
  return (
    <Actions>
      {draft.doneAt && <LinkButton href={routes.members(slug)} variant="main">See the members</LinkButton>}
      {mayStillUndo(draft, now) && <LinkButton href={routes.importUndo(slug, draft.id)} variant="danger">Take it all back</LinkButton>}
      {!draft.doneAt && <LinkButton href={draft.columns ? routes.importPreview(slug, draft.id) : routes.importColumns(slug, draft.id)} variant="main">Go on</LinkButton>}
      {!draft.doneAt && <PostButton to={routes.importDiscard(slug, draft.id)} variant="danger">Throw it away</PostButton>}
    </Actions>
  )
}

async function undoPage(c: WebContext): Promise<Shown> {
  const { network, draft } = await read(c)
  return {
    title: 'Take it all back?', width: 'reading',
    body: (
      <>
        <p><Above network={network} /></p>
        <Confirm title={`Take back ${draft.fileName}?`} to={routes.importUndo(network.slug, draft.id)} verb="Take it all back" backHref={routes.importDone(network.slug, draft.id)} danger seenBy={`Members of ${network.name} no longer see what it brought`}>
          <p>{`${draft.counts.new} go, ${draft.counts.changed} say again what they said before.`}</p>
          <p>Whatever its own people have claimed or somebody has changed since stays as it is; you are told which.</p>
        </Confirm>
      </>
    ),
  }
}

/** As the tray shows it. */
function cardOf(work: Selectable<Work>) {
  const href = `${routes.work}/${work.id}`
  return { id: work.id, title: work.title, href, stages: work.stages, stage: work.stage, done: work.done, of: work.total ?? undefined, is: 'running' as const, cancelTo: work.cancel_asked_at ? undefined : `${href}/cancellation` }
}
