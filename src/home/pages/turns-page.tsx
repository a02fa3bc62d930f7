import { routes } from '../../routes.ts'
import { Day, Empty, Heading, PAGE_SIZE, Pager, PostButton, Row, Rows, Section, pageSpan } from '../../ui/index.ts'
import type { Turn } from '../describe-turns.ts'
import { TurnCard } from './turn-card.tsx'

type Later = { readonly turn: Turn; readonly until: string }

/** All that waits, whoever has waited longest first; and what was put off, with its day. */
export function TurnsPage({ turns, later, total, page, now }: { turns: readonly Turn[]; later: readonly Later[]; total: number; page: number; now: Date }) {
  const span = pageSpan(page, total)
  const hrefOf = (number: number) => `${routes.turns}?page=${number}`
  return (
    <>
      <Heading above={<a href={routes.home}>Home</a>} intro="Whoever has waited longest comes first.">Your turn</Heading>
      {total === 0 ? <Empty title="Nothing needs you. Enjoy it." /> : turns.map((turn) => <TurnCard key={turn.ask.id} turn={turn} now={now} />)}
      {total > PAGE_SIZE && <Pager things="questions" from={span.from} to={span.to} total={total} previousHref={span.page > 1 ? hrefOf(span.page - 1) : undefined} nextHref={span.page < span.pages ? hrefOf(span.page + 1) : undefined} />}
      {later.length > 0 && (
        <Section title="Put off" count={later.length}>
          <Rows label="Put off">{later.map(({ turn, until }) => <Row key={turn.ask.id} title={turn.title} detail={<>Until <Day on={until} /></>} actions={<PostButton to={routes.snoozeEnd(turn.ask.id)} small about={turn.title}>Bring it back</PostButton>} />)}</Rows>
        </Section>
      )}
    </>
  )
}
