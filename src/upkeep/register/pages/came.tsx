import { routes } from '../../../routes.ts'
import { Good, JobCard, Section, Table } from '../../../ui/index.ts'
import type { StepDone } from '../bring-in-register.ts'
import type { OneRegister } from '../read-registers.ts'

const CALLED = { vocabulary: 'Vocabulary', members: 'Members', claims: 'What they can do', jobs: 'Finished jobs' } as const
const SHOWN = 50

/** How far it is; the tray shows the same on every page. */
export function Under({ one: { brought, work } }: { one: OneRegister }) {
  if (!work) return null
  const href = `${routes.work}/${work.id}`
  return (
    <>
      <JobCard job={{ id: work.id, title: work.title, href, stages: work.stages, stage: work.stage, done: work.done, of: work.total ?? undefined, is: 'running', cancelTo: work.cancel_asked_at ? undefined : `${href}/cancellation` }} />
      <p><a href={routes.register(brought.id)}>Look how far it is</a></p>
    </>
  )
}

/** What came in, step by step, what was left out, and where to look. */
export function Came({ one: { brought, is, network, work } }: { one: OneRegister }) {
  const out = brought.steps.flatMap(({ leftOut }) => leftOut)
  return (
    <>
      {is === 'in' && <Good word="In">{work?.said ?? 'All of it is in.'}</Good>}
      <Section title="What came in">
        <Table caption="Step by step" captionHidden rows={brought.steps} rowKey={({ step }) => step} columns={[
          { label: 'What', head: true, cell: ({ step }) => CALLED[step] }, { label: 'New', figures: true, cell: ({ taken }) => n(taken.new) }, { label: 'Changed', figures: true, cell: ({ taken }) => n(taken.changed) },
          { label: 'The same', figures: true, cell: ({ taken }) => n(taken.same) }, { label: 'Left out', figures: true, cell: (step: StepDone) => n(step.leftOut.length) }, { label: 'Seconds', figures: true, cell: ({ seconds }) => seconds.toFixed(1) },
        ]} />
      </Section>
      {out.length > 0 && <Section title="Left out" count={out.length}><ul>{out.slice(0, SHOWN).map((line) => <li key={line}>{line}</li>)}</ul>{out.length > SHOWN && <p>{`And ${n(out.length - SHOWN)} more.`}</p>}</Section>}
      {network && is === 'in' && (
        <Section title="Where to look">
          <ul>
            <li><a href={routes.members(network.slug)}>{`Members of ${network.name}`}</a>. Open one and hand it over by link to whoever works there.</li>
            <li><a href={routes.capabilities(network.slug)}>Its vocabulary</a>, and <a href={routes.networkMap(network.slug)}>its map</a>.</li>
            <li><a href={routes.importTables(network.slug)}>The tables it came in by</a>: each can be taken back for 30 days.</li>
            <li>Acting for one of its members: <a href={routes.findPartners}>find partners</a>, or <a href={routes.newBrief(network.slug)}>write a brief</a> and build a team for it.</li>
          </ul>
        </Section>
      )}
    </>
  )
}

const n = (count: number) => count.toLocaleString('en-GB')
