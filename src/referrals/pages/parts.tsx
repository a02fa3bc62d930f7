import type { ReactNode } from 'react'
import { routes } from '../../routes.ts'
import { Actions, Ago, Button, Card, Day, Form, LinkButton, PostButton, State, Steps, Tabs, type StateShape, type StateTone } from '../../ui/index.ts'
import type { Counts, View } from '../pipeline.ts'
import { VIEWS, VIEW_WORDS } from '../pipeline.ts'
import { isInHand, STAGES, stageOf, STATE_WORDS, thanksOf, type SeenReferral } from '../referral.ts'

const LOOKS: Readonly<Partial<Record<SeenReferral['state']['is'], { shape: StateShape; tone: StateTone }>>> = {
  won: { shape: 'full', tone: 'good' }, accepted: { shape: 'half', tone: 'note' }, talking: { shape: 'half', tone: 'note' }, offered: { shape: 'ring', tone: 'note' }, waiting: { shape: 'ring', tone: 'care' },
}

export function How({ referral }: { referral: SeenReferral }) {
  const look = LOOKS[referral.state.is] ?? { shape: 'dash' as const, tone: 'plain' as const }
  return <State {...look}>{STATE_WORDS[referral.state.is]}</State>
}

/** Whoever it is, as far as the reader may know. */
export const called = (referral: SeenReferral): string => referral.reach?.name ?? (referral.shownAs ? capital(referral.shownAs) : 'Somebody')

export function ReferralTabs({ view, counts }: { view?: View; counts: Counts }) {
  return <Tabs label="Referrals" tabs={VIEWS.map((one) => ({ label: VIEW_WORDS[one], href: one === 'mine' ? routes.referrals : `${routes.referrals}?view=${one}`, current: one === view, count: counts[one] || undefined }))} />
}

/** The person's yes, in a line: who says so, and since when. */
export function TheirYes({ referral }: { referral: SeenReferral }) {
  const { yes, giver, shownAs, yesSays } = referral
  if (!yes) return <p className="fine">Nothing is sent before they say yes.</p>
  if (yes.how === 'own') return <p className="fine">{capital(shownAs ?? 'They')} said yes themselves: <Day on={yes.at} /></p>
  return <p className="fine">{capital(shownAs ?? 'They')} said yes to {giver}: <Day on={yes.on ?? yes.at} />{yesSays && `, “${yesSays}”`}</p>
}

/** A referral that waits for us: answered with one tap, or one letter while the card has focus. */
export function CardForMe({ referral, now, mayAct }: { referral: SeenReferral; now: Date; mayAct: boolean }) {
  return (
    <Card title={called(referral)} href={routes.referral(referral.id)} keys={mayAct} above={<>From {referral.giver}, <Ago since={referral.offeredAt ?? referral.madeAt} now={now} /></>} state={<How referral={referral} />}
      actions={mayAct ? <AnswerButtons referral={referral} /> : undefined}>
      {referral.needs && <p>{referral.needs}</p>}
      {referral.says && <p>“{referral.says}”</p>}
      {referral.reach && <p><strong>{referral.reach.reach}</strong></p>}
      <TheirYes referral={referral} />
      {referral.laterUntil && <p className="fine">Put off until <Day on={referral.laterUntil} /></p>}
    </Card>
  )
}

export function AnswerButtons({ referral }: { referral: SeenReferral }) {
  const { id, giver } = referral
  const about = `${giver}’s referral`
  if (isInHand(referral)) return <OutcomeButtons referral={referral} />
  return (
    <>
      <PostButton to={routes.referralAcceptance(id)} variant="main" letter="A" about={about}>Accept</PostButton>
      <LinkButton href={routes.referralQuestions(id)} letter="Q" about={`about ${about}`}>{`Ask ${giver}`}</LinkButton>
      <LinkButton href={routes.referralPassing(id)} letter="P" about={about}>Pass on to a partner</LinkButton>
      <LinkButton href={routes.referralDeclining(id)} letter="D" about={about}>Decline kindly</LinkButton>
      <LinkButton href={routes.referralLater(id)} letter="S" about={about}>Later</LinkButton>
    </>
  )
}

/** The first of two taps; the second is the thank-you. */
function OutcomeButtons({ referral: { id, giver } }: { referral: SeenReferral }) {
  const about = `with ${giver}’s referral`
  return (
    <>
      <Form to={routes.referralOutcome(id)} layout="line" label="How it went">
        <Actions>
          <Button name="word" value="won" about={about}>Work won</Button>
          <Button name="word" value="talking" variant="quiet" about={about}>Still talking</Button>
        </Actions>
      </Form>
      <LinkButton href={routes.referralOutcome(id)} about={about}>Not this time</LinkButton>
      <LinkButton href={routes.referralQuestions(id)} letter="Q" about={about}>{`Ask ${giver}`}</LinkButton>
      <LinkButton href={routes.referralPassing(id)} letter="P" about={about}>Pass on to a partner</LinkButton>
    </>
  )
}

/** The stages in order, the current one named; nothing where it ended before. */
export function Stages({ referral }: { referral: SeenReferral }) {
  const at = stageOf(referral)
  return at === undefined ? null : <Steps label="How far it has come" steps={STAGES} current={at} />
}

export function ThanksLine({ referral }: { referral: SeenReferral }): ReactNode {
  const words = thanksOf(referral)
  return words ? <p>“{words}”</p> : null
}

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
