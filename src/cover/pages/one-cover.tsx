import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, sendForm, type FormState, type Values } from '../../kit/web/form.ts'
import { NotFound } from '../../kit/refusal.ts'
import { routes } from '../../routes.ts'
import { Actions, Ago, Button, Confirm, Day, Facts, Field, Form, Good, Heading, LinkButton, Note, PostButton, Row, Rows, SeenBy, Section, Steps } from '../../ui/index.ts'
import { rateInWords, whenInWords } from '../answer-cover.ts'
import { hoursInWords, isPartly, isWaiting, type Asked, type Cover } from '../cover.ts'
import { handBack, thankForCover } from '../hand-back.ts'
import { putTogether } from '../put-together.ts'
import { readCover, readCoverToKeep, type FullCover } from '../read-cover.ts'
import { askMore, listCandidates } from '../widen.ts'
import { withdrawCover } from '../withdraw-cover.ts'
import { idFrom } from './param.ts'
import { AboveCover, CoverStateMark, StaysTheirs } from './parts.tsx'
import { inWords } from '../terms.ts'

/** One cover: where it stands, and the one next thing to do, for whoever asks and for whoever covers. */
export function oneCoverPages(pages: Pages): void {
  pages.get(routes.coverOf(':id'), async (c) => show(c, await onePage(c)))
  formPage(pages, routes.coverWithdrawal(':id'), {
    show: async (c, form) => withdrawPage(await readCoverToKeep(c.var.ctx, idFrom(c), 'owner'), form),
    send: async (c) => { await withdrawCover(c.var.ctx, idFrom(c)); return goTo(c, routes.cover, { says: 'Withdrawn. Whoever was asked is told.' }) },
  })
  pages.post(routes.coverParts(':id'), (c) => sendForm(c, {
    show: (again, form) => onePage(again, form),
    send: async (again, values) => { await putTogether(again.var.ctx, idFrom(again), { parts: partsOf(values) }); return goTo(again, routes.coverOf(idFrom(again)), { says: 'Put together. They are told, and the others are thanked.' }) },
  }))
  formPage(pages, routes.coverWidening(':id'), {
    show: (c, form) => wideningPage(c, form),
    send: async (c, values) => { await askMore(c.var.ctx, idFrom(c), values); return goTo(c, routes.coverOf(idFrom(c)), { says: 'Asked.' }) },
  })
  formPage(pages, routes.coverReturn(':id'), {
    show: async (c, form) => returnPage(await readCoverToKeep(c.var.ctx, idFrom(c), 'associate'), form),
    send: async (c, values) => { await handBack(c.var.ctx, idFrom(c), values); return goTo(c, routes.coverOf(idFrom(c)), { says: 'Handed back. Thank you.' }) },
  })
  formPage(pages, routes.coverThanks(':id'), {
    show: async (c, form) => thanksPage(await readCoverToKeep(c.var.ctx, idFrom(c), 'owner'), form),
    send: async (c, values) => { await thankForCover(c.var.ctx, idFrom(c), values); return goTo(c, routes.coverOf(idFrom(c)), { says: 'Thanked. It stands in the story you share.' }) },
  })
}

/** Fields called hours-<associate>; those left empty take no part. */
function partsOf(values: Values): readonly { associate: string; hours: string }[] {
  return Object.entries(values).flatMap(([field, hours]) => (field.startsWith('hours-') && typeof hours === 'string' && hours.trim() !== '' ? [{ associate: field.slice(6), hours }] : []))
}

async function onePage(c: WebContext, form?: FormState): Promise<Shown> {
  const seen = await readCover(c.var.ctx, idFrom<'cover'>(c))
  return { title: seen.us === 'owner' ? 'Your cover' : `Cover for ${seen.name(seen.cover.organisation)}`, width: 'reading', body: seen.us === 'owner' ? <ForOwner seen={seen} now={c.var.ctx.now} form={form} /> : <ForAssociate seen={seen} /> }
}

const STEPS = ['Ask', 'Client’s yes', 'Hand over', 'Hand back', 'Thanks']
const AT: Readonly<Record<FullCover['state'], number>> = { asking: 0, partly: 0, nobody: 0, taken: 1, client_asked: 1, client_silent: 1, client_no: 1, ready: 2, handed_over: 3, handed_back: 4, finished: 5, withdrawn: 0 }

function ForOwner({ seen, now, form }: { seen: FullCover; now: Date; form?: FormState }) {
  const { cover, asked, state, name } = seen
  return (
    <>
      <Heading above={<AboveCover />} intro={<CoverStateMark state={state} />}>{whenInWords(cover)}</Heading>
      <Steps label="How far it is" steps={cover.client === 'asked' ? STEPS : ['Ask', 'Taken', ...STEPS.slice(2)]} current={AT[state]} />
      <NextForOwner seen={seen} />
      {asked.some(isPartly) && !cover.takenAt && !cover.withdrawnAt && <Parts seen={seen} form={form} />}
      <FactsOf cover={cover} capability={seen.capability} />
      <Section title="Who was asked" count={asked.length} intro={cover.how === 'in_turn' ? 'One after the other. Nobody sees who else is asked.' : 'All at once. Nobody sees who else is asked.'}>
        <Rows label="Who was asked" ordered>{asked.map((one) => <Row key={one.associate} title={name(one.associate)} detail={detailOf(one)} aside={saidBy(one, now)}>{one.back && <BackNote line={one} />}</Row>)}</Rows>
      </Section>
      <ClientPart seen={seen} />
      <StaysTheirs owner={name(cover.organisation)} us="owner" />
      <Actions>
        {seen.pack && <LinkButton href={routes.coverPackPrint(cover.id)}>Print the pack</LinkButton>}
        {!cover.withdrawnAt && !cover.handedOverAt && state !== 'client_no' && <LinkButton href={routes.coverWithdrawal(cover.id)}>Withdraw it</LinkButton>}
      </Actions>
    </>
  )
}

function NextForOwner({ seen: { cover, state, pack, name, asked } }: { seen: FullCover }) {
  const who = asked.filter((one) => one.chosen).map((one) => name(one.associate)).join(' and ')
  const next = (words: string, href: string) => <LinkButton href={href} variant="main">{words}</LinkButton>
  switch (state) {
    case 'asking': return <Note word="Asking" actions={<LinkButton href={routes.coverWidening(cover.id)} small>Ask somebody else too</LinkButton>}>{asked.some(isWaiting) ? `With ${asked.filter(isWaiting).map((one) => name(one.associate)).join(' and ')}.` : 'The next will be asked in a moment.'}</Note>
    case 'partly': return <Note word="Yours to put together" actions={<LinkButton href={routes.coverWidening(cover.id)} small>Ask somebody else too</LinkButton>}>Everyone has answered. Choose which parts to take.</Note>
    case 'nobody': return <Note word="No one free" actions={next('Widen by one step', routes.coverWidening(cover.id))}>Nobody on your bench is free. Partners, their partners and members could be.</Note>
    case 'taken': return cover.client === 'asked' ? <Good word={`${who} said yes`} actions={next('Ask the client', routes.coverClient(cover.id))}>Now the client. They are named to nobody before they have said yes themselves.</Good> : null
    case 'client_asked': return <Note word="With the client" actions={<LinkButton href={routes.coverClient(cover.id)} small>See their link, or ask again</LinkButton>}>{`${who} learns who they are once they have agreed.`}</Note>
    case 'client_silent': return <Note word="No word from the client" actions={next('Ask the client again', routes.coverClient(cover.id))}>Their time has passed. A call may be quicker.</Note>
    case 'client_no': return <Note word="The client would rather not">{`${who} has been told, kindly, and never learned who they are.`}</Note>
    case 'ready': return <Good word={cover.client === 'asked' ? 'The client agreed' : `${who} said yes`} actions={pack ? <><PostButton to={routes.coverHandover(cover.id)} variant="main">Hand over</PostButton><LinkButton href={routes.coverPack(cover.id)}>Change the pack</LinkButton></> : next('Write the hand-over pack', routes.coverPack(cover.id))}>{pack ? `The pack is written. ${who} sees it once you hand over.` : 'Most of the pack is filled in from what you wrote.'}</Good>
    case 'handed_over': return <Note word="Under way" actions={<LinkButton href={routes.coverPack(cover.id)} small>Change the pack</LinkButton>}>{`${who} has the pack, and hands back with a note of what was done.`}</Note>
    case 'handed_back': return <Good word="It is back" actions={next(`Thank ${who}`, routes.coverThanks(cover.id))}>Read what was done below, and say thank you.</Good>
    case 'finished': return <Good word="Done">{`${who} has been thanked.`}</Good>
    case 'withdrawn': return <Note word="Withdrawn">Nobody is asked any more.</Note>
  }
}

function Parts({ seen: { cover, asked, name }, form }: { seen: FullCover; form?: FormState }) {
  return (
    <Section title="Put it together" intro={`${hoursInWords(cover.minutes)} are needed. Take all that somebody offers, or less; leave a box empty to leave them out.`}>
      <Form to={routes.coverParts(cover.id)} id="parts" {...form} seenBy="Only you; each hears of their own part">
        {asked.filter(isPartly).map((one) => (
          <Field key={one.associate} name={`hours-${one.associate}`} label={`Hours with ${name(one.associate)}`} width="short" inputMode="decimal" optional value={String((one.answer?.minutes ?? 0) / 60)}
            hint={[`Offers ${hoursInWords(one.answer?.minutes ?? 0)}`, one.answer?.note && `“${one.answer.note}”`].filter(Boolean).join('. ')} />
        ))}
        <Actions><Button>Take these parts</Button></Actions>
      </Form>
    </Section>
  )
}

function FactsOf({ cover, capability }: { cover: Cover; capability?: string }) {
  return (
    <Facts facts={[
      { name: 'What', is: cover.says }, ...(capability || cover.skills ? [{ name: 'What it takes', is: [capability, cover.skills].filter(Boolean).join('; ') }] : []),
      { name: 'Hours', is: hoursInWords(cover.minutes) }, { name: 'Rate', is: rateInWords(cover, 'As agreed on the bench.') },
      { name: 'The client', is: cover.client === 'asked' ? 'Is asked, and named after their yes' : 'Stays unnamed' }, { name: 'To know by', is: <Day on={cover.answerBy} /> },
    ]} />
  )
}

function detailOf(one: Asked): string | undefined {
  const said = [one.because, one.answer?.is === 'partly' ? `Offered ${hoursInWords(one.answer.minutes ?? 0)}` : undefined, one.answer?.note ? `“${one.answer.note}”` : undefined, one.chosen ? `Takes ${hoursInWords(one.chosen.minutes)}` : undefined].filter(Boolean)
  return said.length > 0 ? said.join(' · ') : undefined
}

function saidBy(one: Asked, now: Date) {
  if (one.back) return 'Handed back'
  if (one.chosen) return 'Took it'
  if (one.answer?.is === 'no') return 'No thanks'
  if (one.answer?.is === 'partly') return one.closedAt ? 'Partly, thanked' : 'Partly'
  if (one.silentAt) return 'No answer in time'
  if (one.closedAt) return one.askedAt ? 'Thanked, not needed' : 'Not asked'
  return one.askedAt ? <>Asked <Ago since={one.askedAt} now={now} /></> : 'Not asked yet'
}

function BackNote({ line }: { line: Asked }) {
  return <><p>“{line.back?.done}”</p><p className="fine">{hoursInWords(line.back?.minutes ?? 0)} worked{line.thanked && <> · You wrote: “{line.thanked.says}”</>}</p></>
}

function ClientPart({ seen: { cover, client, us } }: { seen: FullCover }) {
  if (cover.client === 'unnamed') return null
  if (cover.clientErasedAt) return <Section title="The client"><p>The client’s details were erased here on <Day on={cover.clientErasedAt} />. That it was done is all that is kept.</p></Section>
  if (!client) return us === 'associate' && !cover.clientAsked?.declinedAt ? <Section title="The client"><p className="quiet-text">Who they are, you learn once they have agreed.</p></Section> : null
  const open = client.talk.at(-1)?.by === 'client'
  return (
    <Section title="The client">
      <SeenBy>{us === 'owner' ? 'Only you, and whoever covers once the client has agreed' : 'Only you and whoever’s client it is'}</SeenBy>
      <Facts facts={[{ name: 'Name', is: client.name }, ...(client.phone ? [{ name: 'Telephone', is: client.phone }] : []), ...(client.email ? [{ name: 'E-mail', is: client.email }] : []), ...(client.contact ? [{ name: 'How to reach them', is: client.contact }] : []), ...(cover.clientAsked?.agreedAt ? [{ name: 'Agreed on', is: <Day on={cover.clientAsked.agreedAt} /> }] : [])]} />
      {cover.clientWord && <Good word="In the client’s words">{`“${cover.clientWord.says}”`}</Good>}
      {us === 'owner' && client.talk.length > 0 && <Rows label="What was asked and answered">{client.talk.map((said) => <Row key={said.at} title={said.by === 'client' ? 'The client asked' : 'You replied'} detail={`“${said.says}”`} aside={<Day on={said.at} />} />)}</Rows>}
      {us === 'owner' && open && (
        <Form to={routes.coverReplies(cover.id)} id="reply" seenBy="Only the client">
          <Field name="says" type="textarea" rows={3} label="Your reply" maxLength={1000} />
          <Actions><Button>Reply</Button></Actions>
        </Form>
      )}
      {us === 'owner' && <Actions><LinkButton href={routes.coverClientErasure(cover.id)} small>Erase their details</LinkButton></Actions>}
    </Section>
  )
}

function ForAssociate({ seen }: { seen: FullCover }) {
  const { cover, state, line, name, terms, pack } = seen
  const owner = name(cover.organisation)
  return (
    <>
      <Heading above={<AboveCover />} intro={<CoverStateMark state={line?.chosen ? state : 'asking'} />}>Cover for {owner}</Heading>
      <NextForAssociate seen={seen} owner={owner} />
      <FactsOf cover={cover} capability={seen.capability} />
      {line?.chosen && line.chosen.minutes < cover.minutes && <p>Your part: {hoursInWords(line.chosen.minutes)}.</p>}
      <ClientPart seen={seen} />
      {pack && <Section title="The pack" actions={<LinkButton href={routes.coverPackPrint(cover.id)} small>Open and print it</LinkButton>}><p className="quiet-text">Contact, promises, dates and how it is done. Passwords are never in it.</p></Section>}
      {line?.back && <Section title="What you handed back"><BackNoteOfOurs line={line} />{line.seesUntil && !line.sightEndedAt && <p className="fine">You see the client’s details until <Day on={line.seesUntil} />. Please delete your own copies by then.</p>}{line.sightEndedAt && <p className="fine">You no longer see the client’s details. Please delete any copies of your own.</p>}</Section>}
      {line?.thanked && <Good word={`${owner} thanks you`}>{`“${line.thanked.says}”`}</Good>}
      {terms && <Section title="What you agreed on"><Facts facts={inWords(terms, { owner, associate: name(line?.associate ?? '') }).map((clause) => ({ name: clause.title, is: clause.short }))} /></Section>}
      <StaysTheirs owner={owner} us="associate" />
    </>
  )
}

function NextForAssociate({ seen: { cover, state, line }, owner }: { seen: FullCover; owner: string }) {
  if (!line?.chosen) return <Note word={line?.answer ? 'You said partly' : 'Your turn'}>{line?.answer ? `${owner} decides which parts to put together, and you hear either way.` : 'Answer under “You are asked” on the cover page or on Home.'}</Note>
  if (state === 'handed_over' && !line.back) return <Good word="It is with you" actions={<><LinkButton href={routes.coverReturn(cover.id)} variant="main">Hand it back</LinkButton><LinkButton href={routes.coverPackPrint(cover.id)}>Open the pack</LinkButton></>}>When it is done, hand it back with a line on what happened.</Good>
  const words: Partial<Record<FullCover['state'], string>> = {
    taken: `Thank you. ${owner} asks the client next.`, client_asked: 'The client is being asked. You hear as soon as they answer.', client_silent: 'The client has not answered yet.', client_no: `The client would rather not have cover. Thank you all the same.`,
    ready: `${cover.client === 'asked' ? 'The client agreed. ' : ''}${owner} hands over next.`, handed_over: 'You handed back your part; the others are still at it.', handed_back: `${owner} has it back.`, withdrawn: `${owner} no longer needs it. Thank you for saying yes.`,
  }
  return words[state] ? <Note word="Where it stands">{words[state]}</Note> : null
}

function BackNoteOfOurs({ line }: { line: Asked }) {
  return <><p>“{line.back?.done}”</p><p className="fine">{hoursInWords(line.back?.minutes ?? 0)} worked</p></>
}

function withdrawPage(seen: FullCover, form: FormState): Shown {
  return { title: 'Withdraw it?', width: 'reading', body: <Confirm title="Withdraw it?" to={routes.coverWithdrawal(seen.cover.id)} verb="Withdraw it" backHref={routes.coverOf(seen.cover.id)} formKey={form.formKey} danger><p>Whoever was asked or said yes is told, with thanks, that nothing is needed. Nobody learned who the client is.</p></Confirm> }
}

async function wideningPage(c: WebContext, form: FormState): Promise<Shown> {
  const id = idFrom<'cover'>(c)
  const [seen, candidates] = [await readCoverToKeep(c.var.ctx, id, 'owner'), await listCandidates(c.var.ctx, id)]
  return {
    title: 'Ask one step wider', width: 'reading',
    body: (
      <>
        <Heading above={<AboveCover id={id} />} intro="People you are one step from, and why each might suit. They learn what your bench learned: not who the client is.">Ask one step wider</Heading>
        {form.problems[''] && <Note word="Not yet">{form.problems['']}</Note>}
        {!seen.cover.rate && <Note>You said each is paid as agreed on your bench. Somebody new has agreed on nothing yet, so invite them to your bench first, or withdraw this and ask anew with a rate.</Note>}
        {candidates.length === 0 && <p>Nobody one step away shows that they could. Invite somebody to your bench, or note a partner you know from elsewhere.</p>}
        <Rows label="Who could">{candidates.map((one) => (
          <Row key={one.organisation} title={one.name} href={routes.organisation(one.organisation)} detail={one.reasons.join(' · ')}
            actions={seen.cover.rate ? <PostButton to={routes.coverWidening(id)} fields={{ associate: one.organisation }} about={one.name}>Ask them</PostButton> : <LinkButton href={`${routes.newBenchPlace}?with=${one.organisation}`} about={one.name}>Invite to the bench</LinkButton>} />
        ))}</Rows>
        <Actions><LinkButton href={routes.coverOf(id)}>Go back</LinkButton></Actions>
      </>
    ),
  }
}

function returnPage(seen: FullCover, form: FormState): Shown {
  const owner = seen.name(seen.cover.organisation)
  if (!seen.line?.chosen) throw new NotFound()
  return {
    title: 'Hand it back', width: 'reading',
    body: (
      <>
        <Heading above={<AboveCover id={seen.cover.id} />} intro={`${owner} reads this first thing.`}>Hand it back</Heading>
        <Form to={routes.coverReturn(seen.cover.id)} id="return" {...form} seenBy={`Only the people of ${owner}, and you`}>
          <Field name="done" type="textarea" rows={6} label="What was done, and what is still open" maxLength={2000} />
          <Field name="hours" label="Hours worked" width="short" inputMode="decimal" value={(seen.line.chosen.minutes) / 60} />
          <Actions sticky><Button>Hand it back</Button><LinkButton href={routes.coverOf(seen.cover.id)}>Go back</LinkButton></Actions>
        </Form>
      </>
    ),
  }
}

function thanksPage(seen: FullCover, form: FormState): Shown {
  const chosen = seen.asked.filter((one) => one.chosen)
  const who = chosen.map((one) => seen.name(one.associate)).join(' and ')
  return {
    title: `Thank ${who}`, width: 'reading',
    body: (
      <>
        <Heading above={<AboveCover id={seen.cover.id} />} intro="With this you agree that the work came back as it should. It then stands in the story you share.">Thank {who}</Heading>
        {chosen.map((one) => one.back && <blockquote key={one.associate}><p>“{one.back.done}”</p><p className="fine">{seen.name(one.associate)}, {hoursInWords(one.back.minutes)}</p></blockquote>)}
        <Form to={routes.coverThanks(seen.cover.id)} id="thanks" {...form} seenBy={`Only the people of ${who}, and you`}>
          <Field name="says" type="textarea" rows={3} label="A line of thanks" maxLength={500} optional hint="Without naming the client, please. Left out, we simply say thank you." />
          <Actions sticky><Button>Send thanks</Button><LinkButton href={routes.coverOf(seen.cover.id)}>Go back</LinkButton></Actions>
        </Form>
      </>
    ),
  }
}
