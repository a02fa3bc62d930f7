import { getAsk, linkTo } from '../../asks/index.ts'
import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, readValues, sendForm, type FormState, type Values } from '../../kit/web/form.ts'
import { NotAllowed } from '../../kit/refusal.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Care, Choice, CopyLink, dayInWords, Facts, Field, Form, Good, Heading, Hidden, LinkButton, Note, PostButton, Row, Rows, Section, Select, State, Tick, Ticks } from '../../ui/index.ts'
import { askCapacity } from '../ask-capacity.ts'
import { isRival, nameOn, openDesk } from '../builder.ts'
import { inviteToSeat } from '../invite-to-seat.ts'
import { sayShare } from '../say-share.ts'
import { getSeat, listScopes, readSeatWords } from '../seat-store.ts'
import { agreedByBoth, holdings, NEVER_DISCUSSED, seatInWords, sits, type Scope, type Seat } from '../seat.ts'
import { listShares } from '../share-store.ts'
import { namesIn, standIn } from '../stand-in.ts'
import { agreeWords, proposeWords, sayProof } from '../take-seat.ts'
import { NEED_WORDS, type Part, type Team } from '../team.ts'
import { askProof, leaveSeat, nudgeSeat, takeOwnParts, withdrawSeat } from '../tend-seat.ts'
import { listParts } from '../team-store.ts'
import { standingInWords, UNIT_WORDS, UNITS, type Workshare } from '../workshare.ts'
import { idFrom, idIn } from './param.ts'

export function seatPages(pages: Pages): void {
  formPage(pages, routes.newSeat(':id'), {
    show: invitePage,
    send: async (c, values) => {
      const { seat } = await inviteToSeat(c.var.ctx, idFrom(c), invitationFrom(values))
      return goTo(c, routes.seat(idFrom(c), seat), { says: 'Invited. Pass the link on too, if you like.' })
    },
  })
  pages.post(routes.ownParts(':id'), (c) => sendForm(c, {
    show: invitePage,
    send: async (again, values) => { await takeOwnParts(again.var.ctx, idFrom(again), { parts: values['ownParts'] }); return goTo(again, routes.team(idFrom(again)), { says: 'Yours. The grid shows it.' }) },
  }))
  pages.post(routes.teamCapacity(':id'), async (c) => {
    await askCapacity(c.var.ctx, idFrom(c), await readValues(c))
    return goTo(c, routes.team(idFrom(c)), { says: 'Asked. They have a week to say.' })
  })
  pages.get(routes.seat(':id', ':seat'), async (c) => show(c, await seatPage(c)))
  pages.post(routes.seatNudge(':id', ':seat'), async (c) => { await nudgeSeat(c.var.ctx, idFrom(c), idFrom(c, 'seat')); return back(c, 'Reminded, once.') })
  pages.post(routes.seatWithdrawal(':id', ':seat'), async (c) => { await withdrawSeat(c.var.ctx, idFrom(c), idFrom(c, 'seat')); return goTo(c, routes.team(idFrom(c)), { says: 'Taken back. They have been told that nothing is expected of them.' }) })
  pages.post(routes.seatLeaving(':id', ':seat'), async (c) => {
    const leads = await c.var.ctx.read(async (tx) => (await standIn(tx, idFrom(c))).standing.leads)
    await leaveSeat(c.var.ctx, idFrom(c), idFrom(c, 'seat'), await readValues(c))
    return goTo(c, leads ? routes.team(idFrom(c)) : routes.teams, { says: leads ? 'The seat has ended; they have been told.' : 'You have left the team; the lead has been told.' })
  })
  pages.post(routes.seatWords(':id', ':seat'), (c) => sendForm(c, { show: seatPage, send: async (again, values) => { await proposeWords(again.var.ctx, idFrom(again), idFrom(again, 'seat'), values); return back(again, 'Your words are beside theirs. They read them by their link.') } }))
  pages.post(routes.seatAgreement(':id', ':seat'), (c) => sendForm(c, { show: seatPage, send: async (again, values) => { await agreeWords(again.var.ctx, idFrom(again), idFrom(again, 'seat'), values); return back(again, 'Agreed. Their seat waits for their yes.') } }))
  pages.post(routes.seatProof(':id', ':seat', ':part'), async (c) => { await sayProof(c.var.ctx, idFrom(c), idFrom(c, 'seat'), idFrom(c, 'part'), await readValues(c)); return back(c, 'Said. It stands on the team sheet.') })
  pages.post(routes.seatProofRequest(':id', ':seat', ':part'), async (c) => { await askProof(c.var.ctx, idFrom(c), idFrom(c, 'seat'), idFrom(c, 'part')); return back(c, 'Asked. Only they can say so.') })
  pages.post(routes.seatShare(':id', ':seat', ':part'), (c) => sendForm(c, {
    show: seatPage,
    send: async (again, values) => { await sayShare(again.var.ctx, idFrom(again), idFrom(again, 'seat'), idFrom(again, 'part'), inSmallest(values)); return back(again, 'Written down. What you both say alike is confirmed.') },
  }))
}

const back = (c: WebContext, says: string) => goTo(c, routes.seat(idFrom(c), idFrom(c, 'seat')), { says })

/** Pounds on the page are pence in the action. */
function inSmallest(values: Values): Values {
  const figure = values['figure']
  return values['unit'] === 'pence' && typeof figure === 'string' && figure.trim() !== '' ? { ...values, figure: String(Math.round(Number(figure) * 100)) } : values
}

/** The fields `share-<part>` become one list; an empty one promises nothing. */
function invitationFrom(values: Values) {
  const { unit } = values
  const shares = Object.entries(values).flatMap(([name, value]) => (name.startsWith('share-') && typeof value === 'string' && value.trim() !== '' ? [{ part: name.slice(6), figure: unit === 'pence' ? Math.round(Number(value) * 100) : Number(value) }] : []))
  return { ...Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith('share-'))), shares: shares.filter((share) => [values['parts']].flat().includes(share.part)) }
}

/** A folded part of a form stands open where something in it needs a look. */
const hasProblem = (form: FormState, ...fields: readonly string[]): boolean => Object.keys(form.problems).some((field) => fields.some((one) => field.startsWith(one)))

async function invitePage(c: WebContext, form: FormState): Promise<Shown> {
  const desk = await openDesk(c.var.ctx, idFrom(c))
  const { team } = desk
  const asked = idIn<'organisation'>(c, 'organisation') ?? (typeof form.values['organisation'] === 'string' && form.values['organisation'] !== '' ? form.values['organisation'] : undefined)
  const part = idIn<'team part'>(c, 'part')
  const held = holdings(desk.seats), free = desk.parts.filter((one) => !held.has(one.id))
  const suits = free.filter((one) => one.id === part || (asked && !part && desk.fed.covers.get(one.id)?.has(asked)))
  const rival = asked ? isRival(desk, asked) : false
  const name = asked ? nameOn(desk, asked) : undefined
  return {
    title: name ? `Invite ${name}` : 'Invite by link', width: 'reading',
    body: (
      <>
        <Heading above={<a href={routes.team(team.id)}>{team.title}</a>} intro={name ? 'They find it on their Home, and by the link you can pass on.' : 'Whoever you give the link to can take the seat for their organisation, here already or new.'}>{name ? `Invite ${name}` : 'Invite by link'}</Heading>
        {rival && <Care word="In your own trade">You serve the same customers. Say first what the team is for and who does what; the seat is taken once you both agree.</Care>}
        {free.length === 0 ? <Note>Every part has its holder. Add a part, or end a seat, and there is something to ask for.</Note> : (
          <Form to={routes.newSeat(team.id)} {...form} seenBy={name ?? 'Whoever has the link'}>
            {asked ? <Hidden name="organisation" value={asked} /> : <><Field name="name" label="Who it is for" maxLength={100} hint="So that you know the link again." /><Field name="email" type="email" label="Their e-mail address" optional hint="Leave it out to pass the link on yourself." /></>}
            <Ticks name="parts" label="Their part" value={suits.map((one) => one.id)} options={free.map((one) => ({ value: one.id, label: one.says, hint: [NEED_WORDS[one.need], one.size].filter(Boolean).join(' · ') }))} />
            <Field name="note" type="textarea" rows={3} label="A note to them" maxLength={600} optional />
            <details className="more" open={hasProblem(form, 'unit', 'share')}>
              <summary>What you promise them, if it is settled already</summary>
              <Choice name="unit" label="What you promise them, counted in" layout="line" options={[...UNITS.map((value) => ({ value, label: UNIT_WORDS[value] })), { value: '', label: 'To be settled later' }]} value="" optional />
              {free.map((one) => <Field key={one.id} name={`share-${one.id}`} type="number" min={0} step="any" inputMode="decimal" label={`For “${one.says}”`} width="short" optional />)}
            </details>
            <details className="more" open={rival || hasProblem(form, 'rivals', 'purpose', 'scope', 'neverDiscussed')}>
              <summary>{rival ? 'Purpose and scope' : 'In the same trade? Agree on purpose and scope first'}</summary>
              <Tick name="rivals" label="We are in the same trade: agree on purpose and scope first" checked={rival} optional />
              <Field name="purpose" type="textarea" rows={2} label="The shared purpose" maxLength={600} value={team.says} optional />
              <Field name="scope" type="textarea" rows={3} label="Who does what, and what each keeps out of" maxLength={2000} optional hint="Asked for between rivals." />
              <Field name="neverDiscussed" type="textarea" rows={3} label="What is never talked about, one a line" value={NEVER_DISCUSSED.join('\n')} optional />
            </details>
            <Actions sticky><Button>{name ? 'Invite them' : 'Make the link'}</Button><LinkButton href={routes.team(team.id)}>Not now</LinkButton></Actions>
          </Form>
        )}
        {free.length > 0 && !asked && (
          <Section title="Or take a part yourself">
            <Form to={routes.ownParts(team.id)} id="own" seenBy="The team">
              <Ticks name="ownParts" label="Parts you do yourself" options={free.map((one) => ({ value: one.id, label: one.says }))} value={free.filter((one) => desk.fed.covers.get(one.id)?.has(team.lead)).map((one) => one.id)} optional />
              <Actions><Button variant="quiet">We do these</Button></Actions>
            </Form>
          </Section>
        )}
      </>
    ),
  }
}

type SeatView = { readonly team: Team; readonly seat: Seat; readonly parts: readonly Part[]; readonly shares: readonly Workshare[]; readonly scopes: readonly Scope[]; readonly leads: boolean; readonly ours: boolean; readonly lead: string; readonly holder: string }

async function seatPage(c: WebContext, form?: FormState): Promise<Shown> {
  const { ctx } = c.var
  const read = await ctx.read(async (tx) => {
    const { team, standing, us } = await standIn(tx, idFrom(c))
    const seat = await getSeat(tx, team, idFrom(c, 'seat'))
    if (!standing.leads && seat.organisation !== us) throw new NotAllowed('This is between them and the lead.', 'Open the team instead.')
    const wanted = new Set(seat.parts.map((part) => part.part))
    return { team, seat, leads: standing.leads, ours: seat.organisation === us, parts: (await listParts(tx, team)).filter((part) => wanted.has(part.id)), shares: (await listShares(tx, team)).filter((share) => share.seat === seat.id), scopes: await listScopes(tx, team, seat.id), words: (await readSeatWords(tx, team)).get(seat.id), ask: standing.leads && seat.ask ? await getAsk(tx, seat.ask) : undefined }
  })
  const { team, seat, words } = read
  const names = await namesIn(ctx, [team.lead, seat.organisation])
  const holder = seat.organisation ? names.get(seat.organisation) ?? 'An organisation' : words?.forName ?? 'Whoever has the link'
  const view: SeatView = { ...read, lead: names.get(team.lead) ?? 'The lead', holder }
  const open = seat.state.is === 'asked' && read.ask?.state.is === 'open'
  const link = open && read.ask ? linkTo(ctx, read.ask) : undefined
  return {
    title: `${holder}: seat`, width: 'reading',
    body: (
      <>
        <Heading above={<a href={routes.team(team.id)}>{team.title}</a>}>{read.ours ? 'Your seat' : `${holder}: their seat`}</Heading>
        <Facts facts={[
          { name: 'State', is: <State shape={seat.state.is === 'taken' ? 'full' : seat.state.is === 'asked' ? 'half' : 'dash'} tone={seat.state.is === 'taken' ? 'good' : seat.state.is === 'asked' ? 'note' : 'plain'}>{seatInWords(seat, ctx.now)}</State> },
          { name: 'Invited', is: dayInWords(seat.invitedAt) }, ...(seat.nudgedAt ? [{ name: 'Reminded', is: dayInWords(seat.nudgedAt) }] : []), ...(words?.note ? [{ name: 'Note', is: words.note }] : []),
          ...(words?.answerNote ? [{ name: 'Their words', is: words.answerNote }] : []), ...(words?.suggests ? [{ name: 'They suggest', is: words.suggests }] : []), ...(words?.leftBecause ? [{ name: 'Why it ended', is: words.leftBecause }] : []),
        ]} />
        {link && <Section title="The link"><CopyLink link={link} label={`Invitation for ${holder}`} hint="It works once. Whoever has it can answer." /><Actions>{!seat.nudgedAt && <PostButton to={routes.seatNudge(team.id, seat.id)}>Nudge them, once</PostButton>}<PostButton to={routes.seatWithdrawal(team.id, seat.id)} variant="danger">Take it back</PostButton></Actions></Section>}
        {read.scopes.length > 0 && <ScopePart view={view} form={form} />}
        <PartsOfSeat view={view} form={form} />
        {sits(seat) && team.state.is === 'open' && (
          <Section title={read.ours && !read.leads ? 'Leave the team' : 'End this seat'} intro="What it holds is open from then on, and the other side is told.">
            <Form to={routes.seatLeaving(team.id, seat.id)} id="leave" seenBy={read.leads ? `${holder} and you` : 'The lead and you'}>
              <Field name="because" label="Why, in a line" maxLength={500} optional />
              <Actions><Button variant="danger">{read.ours && !read.leads ? 'Leave the team' : 'End the seat'}</Button></Actions>
            </Form>
          </Section>
        )}
      </>
    ),
  }
}

/** Purpose, scope and what is never talked about: agreed before the seat is taken, and kept as it was agreed. */
function ScopePart({ view: { team, seat, scopes, leads, lead, holder }, form }: { view: SeatView; form?: FormState }) {
  const [newest] = scopes
  if (!newest) return null
  const waiting = seat.state.is === 'asked'
  return (
    <Section title="Purpose and scope" intro="You are in the same trade, so this is agreed first.">
      <ScopeWords scope={newest} />
      <p className="fine">{`${lead}: ${newest.leadAgreedAt ? `agreed on ${dayInWords(newest.leadAgreedAt)}` : 'has yet to agree'}. ${holder}: ${newest.holderAgreedAt ? `agreed on ${dayInWords(newest.holderAgreedAt)}` : 'has yet to agree'}.`}</p>
      {agreedByBoth(newest) && <Good word="Agreed">Both agree to these words.</Good>}
      {waiting && leads && !newest.leadAgreedAt && <PostButton to={routes.seatAgreement(team.id, seat.id)} fields={{ seen: String(newest.number) }} variant="main">Agree to these words</PostButton>}
      {waiting && leads && (
        <details><summary>Suggest other words</summary>
          <Form to={routes.seatWords(team.id, seat.id)} id="words" {...form} seenBy={`${holder} and you`}><ScopeFields scope={newest} /><Actions><Button variant="quiet">Put these words to them</Button></Actions></Form>
        </details>
      )}
      {scopes.length > 1 && <details><summary>{scopes.length === 2 ? 'One earlier wording' : `${scopes.length - 1} earlier wordings`}</summary>{scopes.slice(1).map((scope) => <ScopeWords key={scope.number} scope={scope} />)}</details>}
    </Section>
  )
}

export function ScopeWords({ scope }: { scope: Scope }) {
  return <Facts facts={[{ name: 'Shared purpose', is: scope.purpose }, { name: 'Who does what', is: scope.scope }, { name: 'Never talked about', is: <ul>{scope.neverDiscussed.map((topic) => <li key={topic}>{topic}</li>)}</ul> }]} />
}

export function ScopeFields({ scope }: { scope: Scope }) {
  return (
    <>
      <Hidden name="seen" value={String(scope.number)} />
      <Field name="purpose" type="textarea" rows={2} label="The shared purpose" maxLength={600} value={scope.purpose} />
      <Field name="scope" type="textarea" rows={4} label="Who does what, and what each keeps out of" maxLength={2000} value={scope.scope} />
      <Field name="neverDiscussed" type="textarea" rows={3} label="What is never talked about, one a line" value={scope.neverDiscussed.join('\n')} />
    </>
  )
}

function PartsOfSeat({ view: { team, seat, parts, shares, leads, ours, lead, holder }, form }: { view: SeatView; form?: FormState }) {
  return (
    <Section title={ours ? 'Your part' : 'Their part'} count={parts.length}>
      {parts.map((part) => {
        const held = seat.parts.find((one) => one.part === part.id), share = shares.find((one) => one.part === part.id)
        const proof = held?.proof.is === 'confirmed' ? 'Their proof still stands, they say' : held?.proof.is === 'denied' ? 'Their proof no longer stands, they say' : held?.proof.is === 'asked' ? 'Asked whether their proof still stands' : undefined
        return (
          <div key={part.id} className="card">
            <h3><a href={routes.teamPart(team.id, part.id)}>{part.says}</a></h3>
            <p>{[part.size, held?.givenUpAt ? 'Given back' : held?.changedAt ? 'Changed since; their word is awaited' : held?.heldAt ? 'Held' : 'Asked for', proof].filter(Boolean).join(' · ')}</p>
            {share && <Facts facts={[{ name: 'Promised', is: standingInWords(share.promised, share.unit, lead, holder) }, { name: 'Delivered', is: standingInWords(share.delivered, share.unit, lead, holder) }]} />}
            {sits(seat) && (leads !== ours) && <ShareForm team={team} seat={seat} part={part} share={share} form={form} seenBy={leads ? `${holder} and you` : `${lead} and you`} />}
            {ours && sits(seat) && <Actions><PostButton to={routes.seatProof(team.id, seat.id, part.id)} fields={{ stands: 'yes' }} small about={part.says}>My proof still stands</PostButton><PostButton to={routes.seatProof(team.id, seat.id, part.id)} fields={{ stands: '' }} small about={part.says}>Not any more</PostButton></Actions>}
            {leads && !ours && sits(seat) && held?.proof.is !== 'asked' && <Actions><PostButton to={routes.seatProofRequest(team.id, seat.id, part.id)} small about={part.says}>Ask whether their proof still stands</PostButton></Actions>}
          </div>
        )
      })}
      {parts.length === 0 && <Rows><Row title="Its parts were taken away" /></Rows>}
    </Section>
  )
}

function ShareForm({ team, seat, part, share, form, seenBy }: { team: Team; seat: Seat; part: Part; share?: Workshare; form?: FormState; seenBy: string }) {
  return (
    <Form to={routes.seatShare(team.id, seat.id, part.id)} id={`share-${part.id}`} problems={form?.problems} seenBy={seenBy}>
      <Choice name="what" label="Your figure for" layout="line" value={share?.promised.lead === undefined && share?.promised.holder === undefined ? 'promised' : 'delivered'} options={[{ value: 'promised', label: 'Promised' }, { value: 'delivered', label: 'Delivered' }]} />
      {share ? <Hidden name="unit" value={share.unit} /> : <Select name="unit" label="Counted in" width="medium" options={UNITS.map((value) => ({ value, label: UNIT_WORDS[value] }))} />}
      <Field name="figure" type="number" min={0} step="any" inputMode="decimal" label={share ? UNIT_WORDS[share.unit] : 'How much'} width="short" />
      <Actions><Button variant="quiet">Say so</Button></Actions>
    </Form>
  )
}
