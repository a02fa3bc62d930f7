import type { Shown, WebContext } from '../../kit/web/env.ts'
import { routes } from '../../routes.ts'
import { Day, Empty, Heading, LinkButton, Pager, PAGE_SIZE, Row, Rows, State } from '../../ui/index.ts'
import { ENDING_WORDS } from '../outcome.ts'
import { readOutcomes, type OutcomeLine } from '../read-outcome.ts'
import { mustBeSignedIn, pageNumber } from './param.ts'

/** What came of the jobs we did with others. */
export async function listPage(c: WebContext): Promise<Shown> {
  mustBeSignedIn(c)
  const page = pageNumber(c)
  const { lines, more } = await readOutcomes(c.var.ctx, page)
  const address = (to: number) => `${routes.outcomes}?page=${to}`
  return {
    title: 'Outcomes', width: 'work',
    body: (
      <>
        <Heading intro="What came of work you did with others. With everybody’s yes it is proof for each of you." actions={<LinkButton href={routes.newOutcome} variant="main">Say what came of a job</LinkButton>}>Outcomes</Heading>
        {lines.length === 0 && <Empty title="Nothing has been told yet" example="Hydrogen test bench · done · confirmed by all four">When a job with others is over, say how it ended. Each of them is asked by one tap, and the customer for a word.</Empty>}
        <Rows label="Outcomes">{lines.map((line) => <OutcomeRow key={line.outcome.id} line={line} />)}</Rows>
        {(more || page > 1) && <Pager things="outcomes" from={(page - 1) * PAGE_SIZE + 1} to={(page - 1) * PAGE_SIZE + lines.length} previousHref={page > 1 ? address(page - 1) : undefined} nextHref={more ? address(page + 1) : undefined} />}
      </>
    ),
  }
}

function OutcomeRow({ line: { outcome, job, waiting } }: { line: OutcomeLine }) {
  return (
    <Row title={job.what} href={routes.outcome(outcome.id)} detail={<>{ENDING_WORDS[outcome.ending]} · <Day on={job.finishedOn} />{job.forWhom && ` · for ${job.forWhom}`}</>}
      aside={waiting === 0 ? <State tone="good">Everybody has answered</State> : <State shape="half" tone="note">{waiting === 1 ? 'Waits for one word' : `Waits for ${waiting} words`}</State>} />
  )
}
