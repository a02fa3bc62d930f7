import { z } from 'zod'
import { ask, defineAskKind, withdrawAsk, type Ask } from '../asks/index.ts'
import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import { optionalText, parse, text } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { sendMail } from '../kit/mail/send.ts'
import { showLink } from '../kit/one-time-link.ts'
import { NotFound } from '../kit/refusal.ts'
import { tell } from '../notices/index.ts'
import { findRole, inNameOf } from '../organisations/index.ts'
import { routes } from '../routes.ts'
import { whenInWords } from './answer-cover.ts'
import { clientLink, makeClientLink } from './client-link.ts'
import { addToTalk, deleteClient, findClient, putClient } from './client-store.ts'
import { findCover, getCover, holdCover, listAsked, markCover } from './cover-store.ts'
import { DAYS_FOR_CLIENT, stateOf, type Cover } from './cover.ts'
import { NoLongerLookedFor, NotItsTurn } from './errors.ts'
import { namesOf } from './names.ts'
import { getOursToKeep } from './who-may.ts'

export const CLIENT = 'cover.client'

const optionalEmail = z.preprocess((value) => (typeof value === 'string' ? value.trim().toLowerCase() || undefined : value), z.email('This does not look like an e-mail address. It needs an @ and a full stop, as in priya@example.org.').max(254, 'That e-mail address is too long.').optional())

export const clientInput = z.strictObject({ name: text('The client’s name', 100), email: optionalEmail, phone: optionalText('The telephone number', 40), contact: optionalText('How to reach them', 500) })

/** Names the client, for the first time, and asks them. Nobody else sees them before they have said yes. Asking again keeps their link. */
export function askClient(ctx: Ctx, id: Id<'cover'>, input: unknown): Promise<void> {
  return ctx.transaction(async (tx) => {
    const us = await getOursToKeep(tx)
    if ((await getCover(tx, id)).organisation !== us) throw new NotFound()
    const given = parse(clientInput, input)
    await asHouse(tx).transaction(async (house) => {
      const as = inNameOf(house, ctx.actor)
      const before = await findCover(as, id)
      if (before?.clientAsked?.ask) await withdrawAsk(as, before.clientAsked.ask).catch(() => undefined)
      const cover = await holdCover(as, id)
      const state = stateOf(cover)
      if (cover.client === 'unnamed') throw new NotItsTurn('You said the client would not be named. Nothing of them needs to be written here.')
      if (cover.clientErasedAt) throw new NotItsTurn('The client asked to be forgotten here.', 'Speak to them yourself.')
      if (!['taken', 'client_asked', 'client_silent'].includes(state)) throw new NotItsTurn(state === 'asking' || state === 'partly' || state === 'nobody' ? 'Nobody has said yes yet. The client comes after that.' : 'The client has answered already.')
      const shown = await whatIsShown(as, cover)
      await putClient(as, { organisation: us, cover: id }, { ...given, shown: shown.lines.join('\n') })
      const link = cover.clientAsked?.link ?? await makeClientLink(as, id)
      const made = await ask(as, { kind: CLIENT, from: { person: ctx.actor.person, organisation: us }, to: {}, subject: { cover: id }, answerBy: clientAnswersBy(as, cover) })
      await markCover(as, id, { client_asked_at: as.now, client_ask_id: made.id, client_link_id: link, client_silent_at: null })
      if (given.email) await writeToClient(as, { to: given.email, link, subject: shown.title, lines: shown.lines })
    })
  })
}

/** Who will serve me, from when to when, who remains responsible. The client is not named in it, so that a letter can be shown. */
export async function whatIsShown(tx: Tx, cover: Cover): Promise<{ title: string; lines: readonly string[] }> {
  const chosen = (await listAsked(tx, [cover.id])).filter((one) => one.chosen)
  const name = await namesOf(tx, [cover.organisation, ...chosen.map((one) => one.associate)])
  const owner = name(cover.organisation)
  const who = chosen.map((one) => name(one.associate)).join(' and ')
  const speaks = { us: `${owner} still speaks to you.`, associate: `${who} would speak to you in that time.`, both: `Both would speak to you in that time.` }[cover.whoSpeaks]
  return {
    title: `${owner} asks: may ${who} stand in for a while?`,
    lines: [
      `${owner} works for you and would like ${who} to cover for them: ${whenInWords(cover)}.`,
      speaks,
      `${owner} remains responsible to you, and you stay their client: ${who} is covering, no more.`,
      `If you say yes, ${who} learns your name, how to reach you and what has been promised to you, uses it for this alone, and no longer sees it soon after the work has come back. If you say no, ${who} learns nothing.`,
    ],
  }
}

function clientAnswersBy(tx: Tx, cover: Cover): Date {
  const end = new Date(`${cover.endsOn}T22:00:00Z`).getTime()
  return new Date(Math.max(Math.min(tx.now.getTime() + DAYS_FOR_CLIENT * 86_400_000, end), tx.now.getTime() + 3_600_000))
}

/** A letter to the client. Their name does not stand in it, and it is deleted when they are erased. */
export async function writeToClient(tx: Tx, letter: { to: string; link: string; subject: string; lines: readonly string[]; says?: string }): Promise<void> {
  await sendMail(tx, {
    to: letter.to, subject: letter.subject, lines: letter.lines, link: { says: letter.says ?? 'See it and answer', url: clientLink(tx, letter.link) },
    after: ['No account is needed. By the same link you can ask a question, correct your details, or have them erased, today and later.'],
  })
}

/** The client answers on a page of their own, by a link that lasts; this keeps the time and lets silence end. */
defineAskKind({
  name: CLIENT,
  words: { yes: 'Yes, that is fine', no: 'I would rather not' },
  describe: async (tx, asked) => {
    const cover = await findCover(tx, coverOf(asked))
    if (!cover) return { title: 'A cover that was taken away', lines: [], seenBy: 'Nobody any more' }
    return { ...await whatIsShown(tx, cover), seenBy: 'Whoever works for you, and who would cover for them' }
  },
  answered: async (tx, asked, { word }) => {
    const cover = await holdCover(tx, coverOf(asked))
    if (cover.withdrawnAt || cover.clientErasedAt || cover.clientAsked?.ask !== asked.id) throw new NoLongerLookedFor()
    await markCover(tx, cover.id, word === 'yes' ? { client_agreed_at: tx.now } : { client_declined_at: tx.now })
    if (word !== 'yes') await deleteClient(tx, cover.id)
    const kind = word === 'yes' ? 'cover.agreed' : 'cover.client-no'
    await tell(tx, { kind, to: cover.organisation, subject: { cover: cover.id } })
    for (const one of (await listAsked(tx, [cover.id])).filter((each) => each.chosen)) await tell(tx, { kind, to: one.associate, subject: { cover: cover.id } })
    if (word === 'yes') await tx.emit('cover.agreed', { cover: cover.id, organisation: cover.organisation })
  },
  ended: async (tx, asked) => {
    const cover = await holdCover(tx, coverOf(asked))
    if (cover.clientAsked?.ask !== asked.id || cover.clientAsked.agreedAt || cover.withdrawnAt || cover.clientErasedAt) return
    await markCover(tx, cover.id, { client_silent_at: tx.now })
    await tell(tx, { kind: 'cover.client-silent', to: cover.organisation, subject: { cover: cover.id } })
  },
})

const coverOf = (asked: Ask): Id<'cover'> => asked.subject.cover as Id<'cover'> // written by askClient for this kind

export const replyInput = z.strictObject({ says: text('The reply', 1000) })

/** Answers the client's question; they read it by their link, and get a letter where we know an address. */
export function replyToClient(ctx: Ctx, id: Id<'cover'>, input: unknown): Promise<void> {
  return ctx.transaction(async (tx) => {
    const us = await getOursToKeep(tx)
    if ((await getCover(tx, id)).organisation !== us) throw new NotFound()
    const { says } = parse(replyInput, input)
    await asHouse(tx).transaction(async (house) => {
      const cover = await holdCover(house, id)
      const client = await findClient(house, id)
      if (!client) throw new NotItsTurn('There is no client to reply to.')
      await addToTalk(house, id, { by: 'owner', says })
      const name = await namesOf(house, [us])
      if (client.email && cover.clientAsked?.link) await writeToClient(house, { to: client.email, link: cover.clientAsked.link, subject: `${name(us)} has replied to your question`, lines: [`“${says}”`], says: 'Read it and go on' })
    })
  })
}

/** The address to copy: for those who may ask in the owner's name, since whoever holds it answers as the client. */
export async function findClientLink(ctx: Ctx, cover: Cover): Promise<string | undefined> {
  const link = cover.clientAsked?.link
  const { person } = ctx.actor
  if (!link || cover.clientErasedAt || !person) return undefined
  const role = await ctx.read((tx) => findRole(tx, cover.organisation, person))
  return role && role !== 'member' ? ctx.url(routes.coverForClient(showLink(ctx, link))) : undefined
}
