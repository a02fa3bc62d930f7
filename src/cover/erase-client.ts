import { forgetWordsOfAsks, withdrawAsk } from '../asks/index.ts'
import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { showLink } from '../kit/one-time-link.ts'
import { NotFound } from '../kit/refusal.ts'
import { tell } from '../notices/index.ts'
import { byClientLink } from './client-link.ts'
import { deleteClient, deleteLetters, findClient } from './client-store.ts'
import { getCover, holdCover, listAsked, markAsked, markCover } from './cover-store.ts'
import type { Client } from './cover.ts'
import { getOursToKeep } from './who-may.ts'

/** The client wishes to be forgotten here. Nothing of them is left in any table; that it was done, and when, is. Twice is harmless. */
export function eraseAsClient(ctx: Ctx, token: string): Promise<void> {
  return byClientLink(ctx, token, async (tx, id) => {
    await takeTheAskBack(tx, id)
    await eraseClient(tx, id)
  })
}

/** The same when the owner asks for it. */
export function eraseClientOf(ctx: Ctx, id: Id<'cover'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    const us = await getOursToKeep(tx)
    if ((await getCover(tx, id)).organisation !== us) throw new NotFound()
    await asHouse(tx).transaction(async (house) => {
      await takeTheAskBack(house, id)
      await eraseClient(house, id)
    })
  })
}

/** Before the cover is held, as everywhere: asks first. */
async function takeTheAskBack(tx: Tx, id: Id<'cover'>): Promise<void> {
  const { clientAsked } = await getCover(tx, id)
  if (clientAsked?.ask && !clientAsked.agreedAt && !clientAsked.declinedAt) await withdrawAsk(tx, clientAsked.ask)
}

/** Deletes the client, the pack and the letters, and takes their name out of whatever was written around them. As the house. */
export async function eraseClient(tx: Tx, id: Id<'cover'>, because: 'wish' | 'age' = 'wish'): Promise<void> {
  const cover = await holdCover(tx, id)
  if (cover.clientErasedAt) return
  const client = await findClient(tx, id)
  const asked = await listAsked(tx, [id])
  await deleteClient(tx, id)
  if (cover.clientAsked?.link) await deleteLetters(tx, showLink(tx, cover.clientAsked.link))
  await forgetWordsOfAsks(tx, [cover.clientAsked?.ask, ...asked.map(({ ask }) => ask)].flatMap((ask) => ask ?? [])) // letters hold what the owner wrote of the work; notes are kept once more with whom was asked, and cleaned there
  const clean = cleaner(client)
  await markCover(tx, id, {
    client_erased_at: tx.now, client_word: null, client_word_at: null,
    says: clean(cover.says), skills: cover.skills ? clean(cover.skills) : null, when_says: cover.whenSays ? clean(cover.whenSays) : null,
  })
  for (const one of asked) {
    await markAsked(tx, id, one.associate, {
      note: one.answer?.note ? clean(one.answer.note) : null, done: one.back ? clean(one.back.done) : null, thanks: one.thanked ? clean(one.thanked.says) : null,
      ...(one.chosen && !one.sightEndedAt ? { sight_ended_at: tx.now } : {}),
    })
  }
  if (because === 'age') return
  await tell(tx, { kind: 'cover.client-erased', to: cover.organisation, subject: { cover: id } })
  if (cover.clientAsked?.agreedAt) for (const one of asked.filter((each) => each.chosen)) await tell(tx, { kind: 'cover.client-erased', to: one.associate, subject: { cover: id } })
}

const TAKEN_OUT = '(taken out at the client’s wish)'

/** Free words may name the client after all, although the form asks not to. A sentence that does is taken out whole. */
export function cleaner(client: Pick<Client, 'name' | 'email' | 'phone' | 'contact'> | undefined): (text: string) => string {
  if (!client) return (text) => text
  const digits = client.phone?.replaceAll(/\D/g, '') ?? ''
  const names = new Set([...wordsOf(client.name), ...placesIn(client.contact ?? '')].filter((word) => word.length > 2))
  const gives = (sentence: string) => wordsOf(sentence).some((word) => names.has(word)) || sentence.toLowerCase().includes(client.name.toLowerCase())
    || (!!client.email && sentence.toLowerCase().includes(client.email)) || (digits.length > 5 && sentence.replaceAll(/\D/g, '').includes(digits))
  return (text) => (gives(text) ? text.split(/(?<=[.!?])\s+|\n+/).map((sentence) => (gives(sentence) ? TAKEN_OUT : sentence)).join(' ') : text)
}

/** Names in a line on how to reach somebody: what has a capital and does not begin its sentence. */
const placesIn = (text: string): readonly string[] => [...text.matchAll(/(?<=\p{L}[ ,]+)\p{Lu}[\p{L}\p{N}]+/gu)].map(([word]) => word.toLowerCase())
const wordsOf = (text: string): readonly string[] => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)
