import { routes } from '../../routes.ts'
import { Ago, Chips, Day, Empty, Heading, LinkButton, Row, Rows, State } from '../../ui/index.ts'
import type { Introduction } from '../introduction.ts'
import type { View } from '../store.ts'

export type Line = { readonly introduction: Introduction; readonly title: string; readonly waitsOnUs: boolean }

const VIEW_WORDS: Readonly<Record<View, string>> = { asked_by_us: 'Asked by us', asked_of_us: 'Asked of us', made: 'Made', past: 'Past' }

export function IntroductionsPage({ view, lines, nextHref, now }: { view: View; lines: readonly Line[]; nextHref?: string; now: Date }) {
  return (
    <>
      <Heading intro="Two who should meet, brought together by somebody both know." actions={<LinkButton href={routes.findPartners} variant="main">Find somebody to meet</LinkButton>}>Introductions</Heading>
      <Chips label="Which introductions" chips={(Object.keys(VIEW_WORDS) as View[]).map((one) => ({ label: VIEW_WORDS[one], href: `${routes.introductions}?view=${one}`, on: one === view }))} />
      {lines.length === 0 ? <Nothing view={view} /> : <Rows label={VIEW_WORDS[view]}>{lines.map((line) => <IntroductionRow key={line.introduction.id} line={line} now={now} />)}</Rows>}
      {nextHref && <LinkButton href={nextHref}>Older introductions</LinkButton>}
    </>
  )
}

function IntroductionRow({ line: { introduction, title, waitsOnUs }, now }: { line: Line; now: Date }) {
  return <Row title={title} href={routes.introduction(introduction.id)} detail={<Ago since={introduction.askedAt} now={now} />} aside={<StateOf introduction={introduction} waitsOnUs={waitsOnUs} />} />
}

function StateOf({ introduction: { state, hearBy }, waitsOnUs }: { introduction: Introduction; waitsOnUs: boolean }) {
  switch (state.is) {
    case 'made': return <State tone="good" shape="full">Made</State>
    case 'no_answer': return <State shape="ring">No answer this time</State>
    case 'withdrawn': return <State shape="ring">Taken back</State>
    case 'asked': return waitsOnUs ? <State tone="care" shape="half">Your turn</State> : <span className="fine">An answer by <Day on={hearBy} /></span>
  }
}

function Nothing({ view }: { view: View }) {
  switch (view) {
    case 'asked_by_us': return <Empty title="Nothing is on its way." action={<LinkButton href={routes.findPartners}>Find somebody to meet</LinkButton>}>Find shows who would fit, and who could introduce you. The note is written already.</Empty>
    case 'asked_of_us': return <Empty title="Nobody has asked you.">When somebody wants to meet a friend of yours, or you, it waits here and on Home.</Empty>
    case 'made': return <Empty title="None yet.">Introductions that both sides said yes to are kept here.</Empty>
    case 'past': return <Empty title="Nothing has ended.">What had no answer, or was taken back, is kept here.</Empty>
  }
}
