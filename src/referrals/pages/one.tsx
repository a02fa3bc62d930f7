import { asHouse } from '../../kit/ctx.ts'
import { showLink } from '../../kit/one-time-link.ts'
import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { goTo, sendForm, type FormState } from '../../kit/web/form.ts'
import { getAsk, linkTo } from '../../asks/index.ts'
import { BAND_WORDS } from '../../answers/index.ts'
import { findRole } from '../../organisations/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, CopyLink, Day, Facts, Field, Form, Good, Heading, LinkButton, Note, PostButton, Row, Rows, Section, SeenBy } from '../../ui/index.ts'
import { writeLine } from '../ask-giver.ts'
import { findOpenAsk } from '../ask-store.ts'
import { takeBack } from '../answer-referral.ts'
import { findPerson } from '../person-store.ts'
import { isOver, thanksOf, type SeenReferral } from '../referral.ts'
import { getReferral, listChain, listLines, type Line } from '../store.ts'
import { suggestReceivers, type Suggestion } from '../suggest.ts'
import { isGiver, isReceiver, mayQuote, mayTakeBack, mayThank } from '../who-may.ts'
import { AnswerButtons, called, capital, How, Stages, TheirYes } from './parts.tsx'
import { idFrom } from './param.ts'
import { Suggestions } from './suggestions.tsx'

/** One referral, as this side may read it: what is known of the person, what was said, how it stands, what can be done now. */
export function onePages(pages: Pages): void {
  pages.get(routes.referral(':id'), async (c) => show(c, await page(c)))
  pages.get(routes.referralQuestions(':id'), async (c) => show(c, await page(c)))
  pages.post(routes.referralQuestions(':id'), (c) => sendForm(c, {
    show: (again, form) => page(again, form),
    send: async (again, values) => {
      await writeLine(again.var.ctx, idFrom(again, 'id'), values)
      return goTo(again, routes.referral(idFrom(again, 'id')), { says: 'Sent.' })
    },
  }))
  pages.post(routes.referralTakingBack(':id'), async (c) => {
    await takeBack(c.var.ctx, idFrom(c, 'id'))
    return goTo(c, `${routes.referrals}?view=passed`, { says: 'Taken back.' })
  })
}

type Read = {
  readonly referral: SeenReferral
  readonly chain: readonly SeenReferral[]
  readonly lines: readonly Line[]
  readonly mayAct: boolean
  /** For whoever keeps the person: the link that is theirs, and the one that asks for their yes. */
  readonly links: { readonly own?: string; readonly ask?: string }
  readonly others: readonly Suggestion[]
}

async function page(c: WebContext, form?: FormState): Promise<Shown> {
  const read = await readOne(c)
  const { referral } = read
  const us = c.var.ctx.actor.organisation ?? ''
  return {
    title: `Referral from ${referral.giver} to ${referral.receiver}`, width: 'reading',
    body: (
      <>
        <Heading above={isReceiver(us, referral) ? `From ${referral.giver}` : `Passed to ${referral.receiver}`} intro={referral.needs}>{called(referral)}</Heading>
        <Actions><How referral={referral} /></Actions>
        <Stages referral={referral} />
        {referral.says && <p>“{referral.says}”</p>}
        <TheirYes referral={referral} />
        {isReceiver(us, referral) && <ForReceiver referral={referral} mayAct={read.mayAct} us={us} />}
        {isGiver(us, referral) && <ForGiver read={read} us={us} now={c.var.ctx.now} />}
        <Reach referral={referral} />
        <Thread read={read} us={us} form={form} />
        <Chain chain={read.chain} />
        {read.links.own && <Section title="Their own page" intro="The person sees there who has their details, and can correct or erase them. It is theirs: send it to nobody else."><CopyLink label="Their link" link={read.links.own} qr={false} /></Section>}
        {referral.reach && read.mayAct && <Actions><LinkButton href={routes.referralErasure(referral.id)} variant="plain">They asked to be erased</LinkButton></Actions>}
        <SeenBy>{`${referral.giver}, ${referral.receiver} once it is sent, and the person`}</SeenBy>
      </>
    ),
  }
}

async function readOne(c: WebContext): Promise<Read> {
  const id = idFrom<'referral'>(c, 'id')
  const { ctx } = c.var
  const read = await ctx.read(async (tx) => {
    const referral = await getReferral(tx, id)
    const { person: me, organisation: us } = tx.actor
    const role = me && us ? await findRole(tx, us, me) : undefined
    const [chain, lines] = [await listChain(tx, id), await listLines(tx, id)]
    const mayAct = role === 'owner' || role === 'editor'
    const links = mayAct && us ? await asHouse(tx).read(async (house) => {
      const found = await findPerson(house, referral.person)
      const ask = referral.givenBy === us && referral.state.is === 'waiting' && (found?.keptFor === us || !!referral.reach) ? await findOpenAsk(house, id, 'person') : undefined
      return { own: found && (found.keptFor === us || referral.reach) ? tx.url(routes.myDetails(showLink(house, found.linkId))) : undefined, ask: ask && linkTo(house, await getAsk(house, ask)) }
    }) : {}
    return { referral, chain, lines, mayAct, links }
  })
  const free = isGiver(ctx.actor.organisation ?? '', read.referral) && ['declined', 'unanswered'].includes(read.referral.state.is)
  return { ...read, others: free && read.referral.needs ? await suggestReceivers(ctx, { needs: read.referral.needs, person: read.referral.person }) : [] }
}

function Reach({ referral }: { referral: SeenReferral }) {
  if (!referral.reach) return null
  return <Section title="How to reach them"><Facts facts={[{ name: 'Name', is: referral.reach.name }, { name: 'Reach them at', is: referral.reach.reach }]} /></Section>
}

function ForReceiver({ referral, mayAct, us }: { referral: SeenReferral; mayAct: boolean; us: string }) {
  if (!referral.shownAs && !isOver(referral)) return null
  return (
    <>
      {mayAct && !isOver(referral) && <Actions><AnswerButtons referral={referral} /></Actions>}
      {!referral.acceptedAt && !isOver(referral) && <p className="fine">How to reach them is shown once you accept.</p>}
      {mayAct && mayThank(us, referral) && <Actions><LinkButton href={routes.referralThanks(referral.id)} variant="main">{`Thank ${referral.giver}`}</LinkButton></Actions>}
      {thanksOf(referral) && <Good word="You thanked them">{`“${thanksOf(referral)}”`}</Good>}
      {referral.reach && !referral.noticedAt && mayAct && (
        <Note word="A note you owe them" actions={<LinkButton href={routes.referralPrivacyNote(referral.id)}>Read it and send it</LinkButton>}>Their details came from somebody else, so the law asks you to tell them what you hold, at the latest when you first write. We have written it for you.</Note>
      )}
      {referral.noticedAt && <p className="fine">The note on what you hold was sent on <Day on={referral.noticedAt} />.</p>}
      {referral.value && <p className="fine">Worth {BAND_WORDS[referral.value]}; only you and {referral.giver} see that.</p>}
    </>
  )
}

function ForGiver({ read: { referral, links, mayAct, others }, us, now }: { read: Read; us: string; now: Date }) {
  const { state } = referral
  return (
    <>
      {state.is === 'waiting' && links.ask && <NoteToAsk referral={referral} link={links.ask} />}
      {state.is === 'waiting' && !links.ask && mayAct && <Note word="Waiting">They are asked by the link that is theirs. Whoever keeps their details can send it to them.</Note>}
      {state.is === 'declined' && <Note word="Declined kindly">{referral.declinedSays ? `“${referral.declinedSays}”` : '“Not one for me, but thank you.”'}</Note>}
      {state.is === 'lost' && referral.lostSays && <p>“{referral.lostSays}”</p>}
      {referral.laterUntil && <p className="fine">{referral.receiver} will look at it on <Day on={referral.laterUntil} />.</p>}
      {thanksOf(referral) && <Good word={`From ${referral.receiver}`} actions={mayAct && mayQuote(us, referral) && <LinkButton href={routes.referralQuote(referral.id)}>Put their thanks on my page</LinkButton>}>{`“${thanksOf(referral)}”`}</Good>}
      {referral.value && <p className="fine">Worth {BAND_WORDS[referral.value]} to {referral.receiver}; only the two of you see that.</p>}
      <Suggestions found={others} heading="Others who may be able to help" most={3} />
      {others.length > 0 && mayAct && <Actions><LinkButton href={routes.newReferral}>Pass them to somebody else</LinkButton></Actions>}
      {mayAct && mayTakeBack(us, referral) && <Actions><PostButton to={routes.referralTakingBack(referral.id)} variant="plain">Take it back</PostButton></Actions>}
      {referral.askedAfterAt && !isOver(referral) && <p className="fine">Two weeks went by without a word, so we asked {referral.receiver} how it went, on <Day on={referral.askedAfterAt} />{referral.askedAfterAt > now ? '' : '.'}</p>}
    </>
  )
}

/** The note that asks for their yes, ready to copy into whatever one writes to them with. */
function NoteToAsk({ referral, link }: { referral: SeenReferral; link: string }) {
  const { reach, receiver, giver } = referral
  return (
    <Section title={`We can’t send this until ${referral.shownAs ?? 'the person'} has said yes`} intro={reach?.email ? `We have written to ${reach.email}. You can also copy the note, and send it your own way.` : 'Copy the note and send it your own way. One tap on the link is their yes.'}>
      <Form to="#" method="get" id="note" values={{ note: `Hello ${capital(referral.shownAs ?? '')}, I would like to put you in touch with ${receiver}. Is that all right with you? One tap is enough, and nothing is sent without it: ${link} ${giver}` }}>
        <Field name="note" type="textarea" rows={5} label="A note to ask them" optional />
      </Form>
      <CopyLink label="The link for their yes" link={link} />
    </Section>
  )
}

/** A short thread between the two sides. */
function Thread({ read: { referral, lines, mayAct }, us, form }: { read: Read; us: string; form?: FormState }) {
  const isSide = isGiver(us, referral) || isReceiver(us, referral)
  const open = !!referral.offeredAt && !isOver(referral) && !!referral.shownAs
  if (!isSide || (lines.length === 0 && !open)) return null
  const other = isGiver(us, referral) ? referral.receiver : referral.giver
  return (
    <Section title="Questions and answers" id="questions">
      <Rows ordered label="What was asked and answered">{lines.map((line) => <Row key={line.id} title={line.by === referral.givenBy ? referral.giver : referral.receiver} detail={<Day on={line.at} />}><p>{line.words}</p></Row>)}</Rows>
      {open && mayAct && (
        <Form to={routes.referralQuestions(referral.id)} id="line" {...form} seenBy={`You and ${other}`}>
          <Field name="words" type="textarea" rows={3} label={isReceiver(us, referral) ? `Ask ${other}` : `Write to ${other}`} maxLength={500} />
          <Actions><Button variant="quiet">Send</Button></Actions>
        </Form>
      )}
    </Section>
  )
}

/** Who led to whom. */
function Chain({ chain }: { chain: readonly SeenReferral[] }) {
  if (chain.length < 2) return null
  return (
    <Section title="Who led to whom">
      <Rows ordered label="The chain of this referral">{chain.map((one) => <Row key={one.id} title={`${one.giver} to ${one.receiver}`} detail={<Day on={one.offeredAt ?? one.madeAt} />} aside={<How referral={one} />} />)}</Rows>
    </Section>
  )
}
