import { BAND_WORDS } from '../../answers/index.ts'
import type { Shown, WebContext } from '../../kit/web/env.ts'
import type { FormState } from '../../kit/web/form.ts'
import { Above, getNetwork, listCapabilities, listGrantsOf, readWhom, type Capability, type Choosing, type Grant } from '../../networks/index.ts'
import { findRole, SEEN_BY } from '../../organisations/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Card, Care, Day, Facts, Field, Form, Group, Heading, LinkButton, Note, PostButton, Section, Select, State, Who, Words, type Whom } from '../../ui/index.ts'
import { getBrief } from '../brief-store.ts'
import { isOpen, NEED_WORDS, type Brief } from '../brief.ts'
import { listInterests } from '../interest-store.ts'
import { listRemovedParts, type RemovedPart } from '../part-store.ts'
import { INTEREST_WORDS, wantsAnswer, type Interest } from '../interest.ts'
import { FeedLinks } from './feed-links.tsx'
import { BriefStateWord } from './list.tsx'
import { briefOf, slugOf } from './param.ts'
import { PartFields } from './parts.tsx'

type Seen = {
  readonly slug: string
  readonly brief: Brief
  readonly interests: readonly Interest[]
  readonly ours: boolean
  readonly mayKeep: boolean
  readonly us?: string
  readonly vocabulary: readonly Capability[]
  readonly grants: readonly Grant[]
  readonly removed: readonly RemovedPart[]
  readonly whom?: Whom
}

/** To whom else it is shown. */
export const SHOWN_TO: Choosing = { fields: ['to'] }
const wasShown = ({ values }: FormState) => values['untilOn'] !== undefined // the page has other forms, and one of them has a `to` of its own

/** One brief: what needs to be done, in parts; for its owner also who is interested and what can be done with it. */
export async function onePage(c: WebContext, form: FormState): Promise<Shown> {
  const { network, seen } = await c.var.ctx.read(async (tx) => {
    const network = await getNetwork(tx, slugOf(c))
    const brief = await getBrief(tx, network.id, briefOf(c))
    const us = tx.actor.organisation
    const ours = us === brief.organisation
    const role = us && tx.actor.person && await findRole(tx, us, tx.actor.person)
    const mayKeep = ours && (role === 'owner' || role === 'editor')
    const seen: Seen = {
      slug: network.slug, brief, ours, mayKeep, us, interests: tx.actor.person ? await listInterests(tx, network.id, brief.id) : [], vocabulary: mayKeep ? await listCapabilities(tx, network.id) : [],
      removed: mayKeep ? await listRemovedParts(tx, network.id, brief.id, new Date(c.var.ctx.now.getTime() - 30 * 86_400_000)) : [],
      grants: mayKeep ? await listGrantsOf(tx, brief.organisation, { kind: 'brief', id: brief.id }) : [],
      whom: mayKeep ? await readWhom(tx, SHOWN_TO, wasShown(form) ? form.values : {}) : undefined,
    }
    return { network, seen }
  })
  const { brief, mayKeep } = seen
  const unsaid = form.problems['answerBy'] // asked for when it is published, and said where the whole of it is changed
  const partForm = unsaid ? { ...form, problems: {} } : form
  return {
    title: brief.title, width: 'work', description: brief.says?.slice(0, 200),
    body: (
      <>
        <FeedLinks network={network} />
        <Heading above={<><Above network={network} /> · <a href={routes.briefs(network.slug)}>Briefs</a></>} intro={`From ${brief.by}`}
          actions={<>{isOpen(brief) && seen.us && network.isMember && <LinkButton href={`${routes.newTeam}?brief=${brief.id}&network=${network.slug}`} variant={mayKeep ? 'main' : 'quiet'}>Build a team for it</LinkButton>}{mayKeep && <LinkButton href={routes.editBrief(network.slug, brief.id)}>Change it</LinkButton>}</>}>{brief.title}</Heading>
        <p><BriefStateWord brief={brief} /></p>
        {unsaid && <Care word="Not published yet" actions={<LinkButton href={routes.editBrief(network.slug, brief.id)} variant="main">Say until when</LinkButton>}>{unsaid}</Care>}
        {mayKeep && (brief.state.is === 'draft' || brief.state.is === 'closed' || brief.state.is === 'withdrawn') && <Deeds seen={seen} />}
        {brief.says && <Words>{brief.says}</Words>}
        <Facts facts={[
          ...(brief.forWhom ? [{ name: 'For whom', is: brief.forWhom }] : []), ...(brief.district ? [{ name: 'Where', is: brief.district }] : []),
          ...(brief.answerBy ? [{ name: 'Answers by', is: <Day on={brief.answerBy} /> }] : []),
          ...(brief.startsOn || brief.endsOn ? [{ name: 'The work', is: <>{brief.startsOn && <>from <Day on={brief.startsOn} /></>} {brief.endsOn && <>until <Day on={brief.endsOn} /></>}</> }] : []),
          { name: 'Rivals', is: brief.openToRivals ? 'Welcome, with scope agreed first' : 'Not this time' },
          ...(brief.value ? [{ name: 'Worth, seen by you alone', is: BAND_WORDS[brief.value] }] : []), ...(brief.source ? [{ name: 'Published as', is: brief.source }] : []),
        ]} />
        <Section title="Parts" count={brief.parts.length}>
          {brief.parts.length === 0 && <p className="quiet-text">No parts yet.</p>}
          <ol className="plain-list spaced">{brief.parts.map((part, at) => <li key={part.id}><PartCard seen={seen} at={at} /></li>)}</ol>
          {seen.removed.length > 0 && <details className="more"><summary>Taken out lately</summary>{seen.removed.map((part) => <p key={part.id}>{part.says} <PostButton to={routes.briefPartReturn(network.slug, brief.id, part.id)} small about={part.says}>Bring it back</PostButton></p>)}</details>}
          {mayKeep && (brief.state.is === 'draft' || Object.keys(partForm.problems).length > 0 ? <AddPart seen={seen} form={partForm} /> : <details className="more"><summary>Add a part</summary><AddPart seen={seen} form={partForm} /></details>)}
        </Section>
        {seen.ours ? <Interested seen={seen} form={form} /> : <Offer seen={seen} form={form} />}
        {mayKeep && <ShownTo seen={seen} form={form} />}
        {mayKeep && brief.state.is === 'open' && <Section title="When you have what you need" intro="Closed, it takes no more answers. Withdrawn, it is seen by nobody but you."><Deeds seen={seen} /></Section>}
      </>
    ),
  }
}

function Deeds({ seen: { slug, brief } }: { seen: Seen }) {
  const { state } = brief
  return (
    <Actions>
      {state.is === 'draft' && <PostButton to={routes.briefPublication(slug, brief.id)} variant="main">Publish it</PostButton>}
      {(state.is === 'closed' || state.is === 'withdrawn') && <PostButton to={routes.briefReopening(slug, brief.id)} variant="main">Open it again</PostButton>}
      {state.is === 'open' && <PostButton to={routes.briefClosing(slug, brief.id)}>Close it</PostButton>}
      {(state.is === 'open' || state.is === 'closed') && <PostButton to={routes.briefWithdrawal(slug, brief.id)}>Withdraw it</PostButton>}
      {state.is === 'draft' && <PostButton to={routes.briefRemoval(slug, brief.id)}>Throw the draft away</PostButton>}
      {state.is === 'draft' && <p className="fine">Once published it is seen by: {SEEN_BY[brief.sight]}.</p>}
    </Actions>
  )
}

function PartCard({ seen: { slug, brief, mayKeep }, at }: { seen: Seen; at: number }) {
  const part = brief.parts[at]
  if (!part) return null
  return (
    <Card title={part.says} above={<State shape={part.need === 'must' ? 'square' : 'ring'}>{NEED_WORDS[part.need]}</State>}>
      <p>{[part.wants, part.size, part.district].filter(Boolean).join(' · ')}{part.startsOn && <> · from <Day on={part.startsOn} /></>}{part.endsOn && <> · until <Day on={part.endsOn} /></>}</p>
      {mayKeep && (
        <Actions>
          <LinkButton href={routes.briefPart(slug, brief.id, part.id)} small about={part.says}>Change</LinkButton>
          {at > 0 && <PostButton to={routes.briefPartPlace(slug, brief.id, part.id)} fields={{ to: 'up' }} small about={part.says}>Up</PostButton>}
          {at < brief.parts.length - 1 && <PostButton to={routes.briefPartPlace(slug, brief.id, part.id)} fields={{ to: 'down' }} small about={part.says}>Down</PostButton>}
          <PostButton to={routes.briefPartRemoval(slug, brief.id, part.id)} small about={part.says}>Take out</PostButton>
        </Actions>
      )}
    </Card>
  )
}

function AddPart({ seen: { slug, brief, vocabulary }, form }: { seen: Seen; form: FormState }) {
  return (
    <Form to={routes.briefParts(slug, brief.id)} id="part" {...form} seenBy="Whoever sees the brief">
      <Group title="Add a part"><PartFields vocabulary={vocabulary} /></Group>
      <Actions><Button variant="quiet">Add it</Button></Actions>
    </Form>
  )
}

function Interested({ seen: { slug, brief, interests, mayKeep }, form }: { seen: Seen; form: FormState }) {
  if (brief.state.is === 'draft') return null
  return (
    <Section title="Who is interested" count={interests.length}>
      {interests.length === 0 && <p className="quiet-text">Nobody yet. A team can also be built from those who fit.</p>}
      {interests.map((one) => (
        <Card key={one.id} title={one.by ?? 'A member'} above={<State tone={one.state.is === 'welcomed' ? 'good' : undefined} shape={one.state.is === 'welcomed' ? undefined : 'ring'}>{INTEREST_WORDS[one.state.is]}</State>}>
          <p>“{one.says}”</p>
          {one.partSays && <p className="quiet-text">For: {one.partSays}</p>}
          {mayKeep && wantsAnswer(one) && (
            <Form to={routes.interestAnswer(slug, brief.id, one.id)} id={`answer-${one.id}`} {...form} seenBy={`You and ${one.by ?? 'them'}`}>
              <Field name="says" label="A line to go with it" maxLength={500} optional />
              <Actions><Button name="answer" value="welcomed" variant="quiet">Welcome, let’s talk</Button><Button name="answer" value="declined" variant="quiet">No thanks, kindly</Button></Actions>
            </Form>
          )}
        </Card>
      ))}
    </Section>
  )
}

function Offer({ seen: { slug, brief, interests, us }, form }: { seen: Seen; form: FormState }) {
  return (
    <Section title="Could you help?">
      {interests.map((one) => (
        <Card key={one.id} title={one.partSays ?? 'The whole of it'} above={<State tone={one.state.is === 'welcomed' ? 'good' : undefined} shape={one.state.is === 'welcomed' ? undefined : 'ring'}>{INTEREST_WORDS[one.state.is]}</State>}>
          <p>You said: “{one.says}”</p>
          {'says' in one.state && one.state.says && <p>{brief.by}: “{one.state.says}”</p>}
          {wantsAnswer(one) && <PostButton to={routes.interestWithdrawal(slug, brief.id, one.id)} small>Take it back</PostButton>}
        </Card>
      ))}
      {!isOpen(brief) ? <Note>This brief is not open just now.</Note> : !us ? <p><LinkButton href={routes.signIn}>Sign in to answer</LinkButton></p> : (
        <Form to={routes.interests(slug, brief.id)} id="offer" {...form} seenBy={`You and ${brief.by}`}>
          <Select name="part" label="Which part?" optional prompt="The whole of it, or wherever we fit" options={brief.parts.map((part) => ({ value: part.id, label: part.says }))} />
          <Field name="says" type="textarea" rows={3} label="Your line" maxLength={500} hint="What you would do, and from when. They answer within two weeks." />
          <Actions><Button>Say you are interested</Button></Actions>
        </Form>
      )}
    </Section>
  )
}

function ShownTo({ seen: { slug, brief, grants, whom }, form }: { seen: Seen; form: FormState }) {
  return (
    <Section title="Also shown to" count={grants.length}>
      {grants.map((grant) => <p key={grant.id}>{grant.toName}, until <Day on={grant.until} /> <PostButton to={routes.briefShowingEnd(slug, brief.id, grant.id)} small about={grant.toName}>End it</PostButton></p>)}
      <details className="more" open={wasShown(form)}>
        <summary>Show it to one organisation besides</summary>
        <Form to={routes.briefShowings(slug, brief.id)} id="show" {...form} seenBy="You; they see the brief until that day">
          {whom && <Who name="to" label="To whom" prompt="Choose one" whom={whom} />}
          <Field name="untilOn" type="date" label="Until" width="short" />
          <Field name="reason" label="Why" maxLength={300} optional />
          <Actions><Button variant="quiet">Show it to them</Button></Actions>
        </Form>
      </details>
    </Section>
  )
}
