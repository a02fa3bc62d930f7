import { PostButton } from './button.tsx'
import { Steps } from './steps.tsx'

export type Job = {
  id: string
  /** What is being done: "Bringing in 312 members". */
  title: string
  /** The page that shows this job as a `JobCard`; asked again every two seconds. */
  href: string
  stages: readonly string[]
  stage: number
  /** How far it has come, and out of how many. */
  done?: number
  of?: number
  /** Where it stands. Anything but `running` is not asked about again. */
  is: 'running' | 'finished' | 'failed' | 'cancelled'
  /** How it ended, as a whole sentence, and where the result is. */
  ending?: string
  resultHref?: string
  cancelTo?: string
}

/** Long work under way, in the corner of every page. */
export function JobTray({ jobs }: { jobs: readonly Job[] }) {
  if (jobs.length === 0) return null
  return <section className="job-tray" aria-label="Work under way">{jobs.map((job) => <JobCard key={job.id} job={job} />)}</section>
}

/** One long piece of work: its stages, a count, Cancel. It refreshes itself with script; without, follow its title. */
export function JobCard({ job }: { job: Job }) {
  const { id, title, href, stages, stage, done, of, is, ending, resultHref, cancelTo } = job
  const running = is === 'running'
  return (
    <turbo-frame id={`job-${id}`} target="_top" data-poll={running ? href : undefined} data-said={ending ?? stages[stage]}>
      <div className="job">
        <h2 className="job-title"><a href={href}>{title}</a></h2>
        {running ? (
          <>
            <Steps label="Stages" steps={stages} current={stage} />
            <Progress done={done} of={of} label={title} />
            <div className="job-foot">
              <p className="fine">You can leave this page.</p>
              {cancelTo && <PostButton to={cancelTo} small about={title}>Cancel</PostButton>}
            </div>
          </>
        ) : (
          <p>{ending} {resultHref && <a href={resultHref}>See it</a>}</p>
        )}
      </div>
    </turbo-frame>
  )
}

function Progress({ done, of, label }: { done?: number; of?: number; label: string }) {
  if (done === undefined || !of) return <progress aria-label={label} />
  return (
    <p className="job-progress">
      <progress aria-label={label} value={done} max={of} />
      <span className="fine">{done.toLocaleString('en-GB')} of {of.toLocaleString('en-GB')}</span>
    </p>
  )
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'turbo-frame': React.DetailedHTMLProps<React.HTMLAttributes<HTMLElement>, HTMLElement> & { src?: string; loading?: 'eager' | 'lazy'; target?: string }
    }
  }
}
