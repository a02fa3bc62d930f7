import { z } from 'zod'
import { answerByLink, getAsk, linkTo } from '../asks/index.ts'
import type { Ctx, Tx } from '../kit/ctx.ts'
import { parse, text } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { tell } from '../notices/index.ts'
import { clientInput, whatIsShown } from './ask-client.ts'
import { byClientLink } from './client-link.ts'
import { addToTalk, correctClient, findClient } from './client-store.ts'
import { getCover, holdCover, listAsked, markCover } from './cover-store.ts'
import { stateOf, type Client, type Cover, type CoverState } from './cover.ts'
import { NotItsTurn, NoLongerLookedFor } from './errors.ts'
import { namesOf } from './names.ts'

export type ForClient = { readonly cover: Cover; readonly state: CoverState; readonly shown: { title: string; lines: readonly string[] }; readonly client?: Client; readonly owner: string; readonly associates: readonly string[]; readonly stillAsked: boolean }

/** What the client sees by their link: who has their details, from whom, why; and what they said themselves. */
export function readForClient(ctx: Ctx, token: string): Promise<ForClient> {
  return byClientLink(ctx, token, async (tx, id) => {
    const cover = await getCover(tx, id)
    const chosen = (await listAsked(tx, [id])).filter((one) => one.chosen)
    const name = await namesOf(tx, [cover.organisation, ...chosen.map((one) => one.associate)])
    const asked = cover.clientAsked?.ask && (await getAsk(tx, cover.clientAsked.ask))
    return {
      cover, state: stateOf(cover), shown: await whatIsShown(tx, cover), client: await findClient(tx, id), owner: name(cover.organisation), associates: chosen.map((one) => name(one.associate)),
      stillAsked: !cover.clientErasedAt && !cover.withdrawnAt && !!asked && asked.state.is === 'open' && asked.answerBy > tx.now,
    }
  })
}

/** Yes or no, by the link. The same answer again is harmless; another one is for the person who asked. */
export function answerAsClient(ctx: Ctx, token: string, word: 'yes' | 'no'): Promise<void> {
  return byClientLink(ctx, token, async (tx, id) => {
    const cover = await getCover(tx, id)
    const { ask, agreedAt, declinedAt } = cover.clientAsked ?? {}
    if (!ask || cover.clientErasedAt) throw new NoLongerLookedFor()
    if ((word === 'yes' && agreedAt) || (word === 'no' && declinedAt)) return
    if (agreedAt || declinedAt) throw new NotItsTurn('You have answered already.', 'If you see it differently now, tell whoever works for you, or have your details erased below.')
    await answerByLink(tx, linkTo(tx, await getAsk(tx, ask)).split('/').at(-1) ?? '', word)
  })
}

export const questionInput = z.strictObject({ says: text('Your question', 1000) })
const MOST_SAID = 20

/** A question comes before a yes; it is passed on, and the reply stands on the same page. */
export function askAsClient(ctx: Ctx, token: string, input: unknown): Promise<void> {
  return byClientLink(ctx, token, async (tx, id) => {
    const { says } = parse(questionInput, input)
    const cover = await holdCover(tx, id)
    const client = await clientOf(tx, id)
    if (client.talk.length >= MOST_SAID) throw new NotItsTurn('That is a long talk for this page.', 'Please ring or write to them.')
    await addToTalk(tx, id, { by: 'client', says })
    await tell(tx, { kind: 'cover.client-asks', to: cover.organisation, subject: { cover: id } })
  })
}

export const correctionInput = clientInput.pick({ name: true, email: true, phone: true })

/** The client puts their own details right. */
export function correctAsClient(ctx: Ctx, token: string, input: unknown): Promise<void> {
  return byClientLink(ctx, token, async (tx, id) => {
    const given = parse(correctionInput, input)
    await holdCover(tx, id)
    await clientOf(tx, id)
    await correctClient(tx, id, given)
  })
}

export const wordInput = z.strictObject({ says: text('Your words', 500) })

/** How it was, in the client's words, once the work has come back. Said again, it takes the place of what was said. */
export function sayAsClient(ctx: Ctx, token: string, input: unknown): Promise<void> {
  return byClientLink(ctx, token, async (tx, id) => {
    const { says } = parse(wordInput, input)
    const cover = await holdCover(tx, id)
    await clientOf(tx, id)
    if (!cover.handedBackAt) throw new NotItsTurn('The work is still going on. Say how it was once it is done.')
    await markCover(tx, id, { client_word: says, client_word_at: tx.now })
    if (cover.clientWord) return
    await tell(tx, { kind: 'cover.client-word', to: cover.organisation, subject: { cover: id } })
    for (const one of (await listAsked(tx, [id])).filter((each) => each.chosen)) await tell(tx, { kind: 'cover.client-word', to: one.associate, subject: { cover: id } })
  })
}

async function clientOf(tx: Tx, id: Id<'cover'>): Promise<Client> {
  const client = await findClient(tx, id)
  if (!client) throw new NotItsTurn('Your details are not kept here any more, so nothing more can be written.', 'Speak to whoever works for you.')
  return client
}
