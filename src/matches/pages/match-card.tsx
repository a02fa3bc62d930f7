import { KIND_WORDS } from '../../organisations/index.ts'
import { routes } from '../../routes.ts'
import { Button, Card, Field, FormKey, Hidden, LinkButton, PostButton, Choice, State, type StateShape, type StateTone } from '../../ui/index.ts'
import type { Suggestion } from '../fits/find-fits.ts'
import type { SaidReason } from '../sentences.ts'
import { headlineOf } from '../shown/headline.ts'
import { NOT_FOR_US, NOT_FOR_US_WORDS } from '../want.ts'

export type CardProps = {
  readonly suggestion: Suggestion
  readonly network: { readonly slug: string; readonly name: string }
  /** What an organisation that acts here may do. */
  readonly mayChoose: boolean
  readonly saved: boolean
  /** Our partnership with them, where there is one. */
  readonly partnership?: string
  /** The brief that is searched for, so that a team for it can begin here. */
  readonly brief?: string
  /** Where to come back to. */
  readonly back: string
}

/** One who might complete us: who they are, why, who could introduce us, what to mind, and what to do next. */
export function MatchCard({ suggestion, network, mayChoose, saved, partnership, brief, back }: CardProps) {
  const { member, word, why, paths } = suggestion
  const knowEachOther = partnership !== undefined || (paths[0] !== undefined && !paths[0].introducer)
  const introducer = knowEachOther ? undefined : paths.find((path) => path.introducer)?.introducer
  const line = headlineOf(member)
  const about = [member.peopleCount ? (member.peopleCount === 1 ? '1 person' : `${member.peopleCount} people`) : member.kind === 'other' ? undefined : KIND_WORDS[member.kind], [member.town, member.district].filter(Boolean).join(' ')].filter(Boolean).join(' · ')
  return (
    <Card title={member.name} href={routes.organisation(member.id)} level={2} above={about || undefined} state={<Fit suggestion={suggestion} />} actions={mayChoose ? (
      <>
        {introducer && <LinkButton href={`${routes.newIntroduction}?to=${member.id}&through=${introducer.id}&network=${network.slug}`} variant="main" small about={`to ${member.name}`}>{`Ask ${introducer.name} to introduce us`}</LinkButton>}
        {partnership ? <LinkButton href={routes.partnership(partnership)} small about={`with ${member.name}`}>Open your partnership</LinkButton> : <LinkButton href={`${routes.newPartnership}?with=${member.id}${knowEachOther ? '' : '&hello=yes'}`} small about={`to ${member.name}`}>{knowEachOther ? 'Note that you know them' : 'Say hello'}</LinkButton>}
        {saved ? <PostButton to={routes.matchSavingReturn(network.slug, member.id)} fields={{ back }} small about={member.name}>Saved: take away</PostButton> : <PostButton to={routes.matchSaving(network.slug, member.id)} fields={{ back }} small about={member.name}>Save</PostButton>}
        <LinkButton href={`${routes.newTeam}?network=${network.slug}${brief ? `&brief=${brief}` : ''}&with=${member.id}`} small about={member.name}>Add to a team</LinkButton>
      </>
    ) : undefined}>
      <div className="match">
        {line && <p className="match-line">“{line}”</p>}
        {why.reasons.length > 0 && (
          <div className="match-why">
            <p className="match-label" id={`why-${member.id}`}>Why{why.bothWays && <span className="match-both">both ways</span>}</p>
            <Reasons reasons={why.reasons} labelledBy={`why-${member.id}`} about={member.name} />
          </div>
        )}
        {why.reasons.length === 0 && <p className="quiet-text">{word === 'Long shot' && 'Nothing they show answers what you ask just now.'}</p>}
        {why.care && <p className="match-care"><span className="match-label">Care</span> {why.care}</p>}
        {mayChoose && <NotForUs member={{ id: member.id, name: member.name }} slug={network.slug} back={back} />}
      </div>
    </Card>
  )
}

const LOOKS: Readonly<Record<Suggestion['word'], { readonly shape: StateShape; readonly tone: StateTone }>> = { Good: { shape: 'full', tone: 'good' }, Possible: { shape: 'half', tone: 'note' }, 'Long shot': { shape: 'ring', tone: 'plain' } }

/** A word, never a number: "Good fit, 3 reasons". */
function Fit({ suggestion: { word, why } }: { suggestion: Suggestion }) {
  const count = why.reasons.length
  return <State {...LOOKS[word]}>{`${word === 'Long shot' ? 'Long shot' : `${word} fit`}${count === 0 ? '' : count === 1 ? ', 1 reason' : `, ${count} reasons`}`}</State>
}

const AT_ONCE = 3

/** The strongest first; the rest open at a touch, so that the next card is not a whole screen away. A single one more is not worth the touch. */
function Reasons({ reasons, labelledBy, about }: { reasons: readonly SaidReason[]; labelledBy: string; about: string }) {
  const [first, more] = reasons.length > AT_ONCE + 1 ? [reasons.slice(0, AT_ONCE), reasons.slice(AT_ONCE)] : [reasons, []]
  const lines = (some: readonly SaidReason[]) => some.map((reason) => <li key={reason.says}><ReasonLine reason={reason} /></li>)
  return (
    <>
      <ul role="list" aria-labelledby={labelledBy}>{lines(first)}</ul>
      {more.length > 0 && (
        <details className="match-more">
          <summary>{more.length} more reasons<span className="unseen"> for {about}</span></summary>
          <ul role="list" aria-label={`More reasons for ${about}`}>{lines(more)}</ul>
        </details>
      )}
    </>
  )
}

/** A sentence that opens the words and the proof behind it. */
function ReasonLine({ reason: { says, behind } }: { reason: SaidReason }) {
  if (behind.length === 0) return <span className="match-reason">{says}</span>
  return (
    <details className="match-reason">
      <summary>{says}</summary>
      <ul>{behind.map((one) => <li key={one}>{one}</li>)}</ul>
    </details>
  )
}

function NotForUs({ member, slug, back }: { member: { id: string; name: string }; slug: string; back: string }) {
  return (
    <div className="match-foot">
      <label className="match-compare"><input type="checkbox" name="with" value={member.id} form="compare" /> <span>Compare<span className="unseen"> {member.name}</span></span></label>
      <details className="match-not">
        <summary>Not for us…<span className="unseen"> {member.name}</span></summary>
        <form method="post" action={routes.notForUs(slug, member.id)} className="form form-line" aria-label={`Why ${member.name} is not for us`}>
          <FormKey />
          <Hidden name="back" value={back} />
          <Choice id={`reason-${member.id}`} name="reason" label="Why" layout="line" value="other" options={NOT_FOR_US.map((one) => ({ value: one, label: NOT_FOR_US_WORDS[one] }))} />
          <Field id={`note-${member.id}`} name="note" label="A note for yourselves" optional maxLength={300} width="medium" />
          <Button variant="quiet" small about={member.name}>Take them out of our lists</Button>
          <p className="fine">Only you and your colleagues see this.</p>
        </form>
      </details>
    </div>
  )
}
