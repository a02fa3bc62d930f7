import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, sendForm, type FormState } from '../../kit/web/form.ts'
import { NotFound } from '../../kit/refusal.ts'
import { asHouse } from '../../kit/ctx.ts'
import { listWorkingFor, namesOfOrganisations } from '../../organisations/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Card, Care, dayInWords, Field, Form, Good, Heading, Hidden, LinkButton, Section, Tick, Ticks } from '../../ui/index.ts'
import { answerCapacity, readCapacityAsk } from '../ask-capacity.ts'
import { LEVEL_WORD } from '../grid.ts'
import { listShares, readKeptRecord } from '../share-store.ts'
import { readSeatWords } from '../seat-store.ts'
import { ownClaimsFor, readInvitationByLink, suggestAnother, suggestWords, takeSeat } from '../take-seat.ts'
import { figureInWords, recordInWords } from '../workshare.ts'
import { tokenFrom } from './param.ts'
import { ScopeFields, ScopeWords } from './seats.tsx'

/** Answering by a link, where more than a tap is needed: taking a seat says to what, a later day names it. */
export function answerPages(pages: Pages): void {
  formPage(pages, routes.seatAnswer(':token'), {
    show: seatAnswerPage,
    send: async (c, values) => {
      const answered = await takeSeat(c.var.ctx, tokenFrom(c), values)
      if (c.var.ctx.actor.person) return goTo(c, answered.goTo ?? routes.teams, { says: 'You are in the team. The lead has been told.' })
      return show(c, thanks('You are in the team', 'The seat is yours, and the lead has been told. Sign in to see the team’s room.'))
    },
  })
  pages.post(routes.seatAnswerWords(':token'), (c) => sendForm(c, {
    show: seatAnswerPage,
    send: async (again, values) => { await suggestWords(again.var.ctx, tokenFrom(again), values); return show(again, thanks('Your words are with the lead', 'Once they agree, come back to this link and take the seat. Nothing is agreed before that.')) },
  }))
  pages.post(routes.seatSuggestion(':token'), (c) => sendForm(c, {
    show: seatAnswerPage,
    send: async (again, values) => { await suggestAnother(again.var.ctx, tokenFrom(again), values); return show(again, thanks('Thank you', 'We have passed your suggestion on, and that it is not one for you.')) },
  }))
  formPage(pages, routes.capacityAnswer(':token', ':word'), {
    show: capacityPage,
    send: async (c, values) => { await answerCapacity(c.var.ctx, tokenFrom(c), c.req.param('word') ?? '', values); return show(c, thanks('Thank you', 'We have passed your answer on.')) },
  })
}

const thanks = (title: string, says: string): Shown => ({ title, frame: 'plain', status: 201, width: 'reading', body: <><Heading>{title}</Heading><Good>{says}</Good><Actions><LinkButton href={routes.home}>Go to Home</LinkButton></Actions></> })

async function seatAnswerPage(c: WebContext, form: FormState): Promise<Shown> {
  const { ctx } = c.var, token = tokenFrom(c)
  const { seat, team, parts, lead, scopes } = await readInvitationByLink(ctx, token)
  const us = seat.organisation ?? ctx.actor.organisation
  const { shares, record, name, claims, note } = await asHouse(ctx).read(async (house) => ({
    shares: (await listShares(house, team)).filter((share) => share.seat === seat.id), record: await readKeptRecord(house, team.lead), note: (await readSeatWords(house, team)).get(seat.id)?.note,
    name: us && (await namesOfOrganisations(house, [us])).get(us), claims: ctx.actor.organisation && ctx.actor.organisation === us ? await ownClaimsFor(house, us, parts) : undefined,
  }))
  const works = ctx.actor.person && !seat.organisation && !us ? await ctx.read((tx) => listWorkingFor(tx)) : []
  const [newest] = scopes
  const mustAgree = !!seat.rivalsAt && !!newest && !newest.holderAgreedAt
  const proven = parts.filter((part) => claims?.get(part.id))
  return {
    title: `Join the team for “${team.title}”?`, frame: ctx.actor.person ? 'app' : 'plain', width: 'reading',
    body: (
      <>
        <Heading intro={team.says}>{`Join the team for “${team.title}”?`}</Heading>
        {note && <p>{`${lead} writes: “${note}”`}</p>}
        <p>{`${lead} leads it.${team.answerBy ? ` The answer to the brief is due on ${dayInWords(team.answerBy)}.` : ''} ${recordInWords(record)}`}</p>
        {parts.map((part) => {
          const share = shares.find((one) => one.part === part.id)
          return <Card key={part.id} title={part.says} above="Your part"><p>{[part.size, part.startsOn && `from ${dayInWords(part.startsOn)}`, part.endsOn && `to ${dayInWords(part.endsOn)}`, share?.promised.lead !== undefined && `promised: ${figureInWords(share.promised.lead, share.unit)}`].filter(Boolean).join(' · ') || 'As the lead will tell you.'}</p></Card>
        })}
        {seat.rivalsAt && newest && <Section title="Purpose and scope" intro="You are in the same trade, so this is agreed first."><ScopeWords scope={newest} />{!newest.leadAgreedAt && <Care>{`The lead has yet to agree to these words. You can take the seat once they have.`}</Care>}</Section>}
        {!seat.organisation && !ctx.actor.person ? (
          <Section title="For which organisation?"><p>This link takes a seat for an organisation, so please sign in first, or sign up if you are new. You will come straight back here.</p><Actions><LinkButton href={`${routes.signIn}?next=${encodeURIComponent(routes.seatAnswer(token))}`} variant="main">Sign in</LinkButton><LinkButton href={`${routes.signUp}?next=${encodeURIComponent(routes.seatAnswer(token))}`}>Sign up</LinkButton></Actions></Section>
        ) : !us ? (
          <Section title="For which organisation?"><p>{works.length > 0 ? 'Choose at the top of the page whom you act for, then come back to this link.' : 'List your organisation first; it takes two minutes. Then come back to this link.'}</p><Actions><LinkButton href={routes.newOrganisation} variant="main">List your organisation</LinkButton></Actions></Section>
        ) : (
          <Form to={routes.seatAnswer(token)} {...form} seenBy={`${lead} and the team`}>
            {newest && <Hidden name="seen" value={String(newest.number)} />}
            {mustAgree && <Tick name="agree" label={`${name ?? 'We'} agree to this purpose and scope, and to what is never talked about`} />}
            {proven.length > 0 && <Ticks name="proof" label="Your proof, as it stands today" hint="Tick what you still stand by. Only you can say so." options={proven.map((part) => ({ value: part.id, label: part.says, hint: `${LEVEL_WORD[claims?.get(part.id)?.level === 'proven' ? 'proven' : claims?.get(part.id)?.level === 'old_proof' ? 'old proof' : 'claimed']}: ${claims?.get(part.id)?.title}` }))} optional />}
            <Actions sticky><Button>{name ? `Take the seat for ${name}` : 'Take the seat'}</Button></Actions>
          </Form>
        )}
        {seat.rivalsAt && newest && (us || form.values['scope'] !== undefined) && <details open={form.values['scope'] !== undefined}><summary>Suggest other words on purpose and scope</summary><Form to={routes.seatAnswerWords(token)} id="words" seenBy={lead} problems={form.problems} values={form.values}><ScopeFields scope={newest} /><Actions><Button variant="quiet">Send these words to the lead</Button></Actions></Form></details>}
        <Section title="Not one for you?" id="suggest">
          <Form to={routes.answerByLink(token)} id="no" seenBy={lead}><Field name="note" label="A kind line, if you like" maxLength={500} optional /><Actions><Button variant="quiet" name="word" value="decline">Not one for us, but thank you</Button></Actions></Form>
          <Form to={routes.seatSuggestion(token)} id="other" seenBy={lead} problems={form.problems} values={form.values}><Field name="suggests" label="Or suggest somebody better placed" maxLength={300} hint="A name the lead could look for." /><Actions><Button variant="quiet">Suggest them</Button></Actions></Form>
        </Section>
      </>
    ),
  }
}

async function capacityPage(c: WebContext, form: FormState): Promise<Shown> {
  const { described } = await readCapacityAsk(c.var.ctx, tokenFrom(c))
  const word = c.req.param('word') ?? ''
  if (word !== 'from' && word !== 'partly') throw new NotFound()
  return {
    title: described.title, frame: 'plain', width: 'reading',
    body: (
      <>
        <Heading>{described.title}</Heading>
        {described.lines.map((line) => <p key={line}>{line}</p>)}
        <Form to={routes.capacityAnswer(tokenFrom(c), word)} {...form} seenBy={described.seenBy}>
          {word === 'from' && <Field name="fromOn" type="date" label="We have room from" width="short" />}
          <Field name="says" label={word === 'from' ? 'Anything they should know' : 'What you could take on'} maxLength={300} optional={word === 'from'} />
          <Actions sticky><Button>Send the answer</Button></Actions>
        </Form>
      </>
    ),
  }
}
