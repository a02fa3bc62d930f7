import { z } from 'zod'
import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import { optionalText, parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { Invalid, NotFound } from '../kit/refusal.ts'
import { tell } from '../notices/index.ts'
import { inNameOf } from '../organisations/index.ts'
import { whenInWords } from './answer-cover.ts'
import { findClient, findPack, putPack } from './client-store.ts'
import { getCover, holdCover, listAsked, markCover } from './cover-store.ts'
import { stateOf, type Cover } from './cover.ts'
import { NotItsTurn, WaitingForTheClient } from './errors.ts'
import { looksLikePassword, PASSWORD_SENTENCE } from './password.ts'
import { getOursToKeep } from './who-may.ts'

export const packInput = z.strictObject({
  contact: optionalText('The contact', 1000), promises: optionalText('What is promised', 2000), dates: optionalText('The dates', 1000), how: optionalText('How we do it', 4000), access: optionalText('Where things are', 1000),
})

/** Writes the pack, as often as one likes until it comes back. What looks like a password is refused, kindly. */
export function writePack(ctx: Ctx, id: Id<'cover'>, input: unknown): Promise<void> {
  return ctx.transaction(async (tx) => {
    const us = await getOursToKeep(tx)
    if ((await getCover(tx, id)).organisation !== us) throw new NotFound()
    const given = parse(packInput, input)
    const strange = Object.entries(given).filter(([, value]) => value && looksLikePassword(value))
    if (strange.length > 0) throw new Invalid(strange.map(([field]) => ({ field, sentence: PASSWORD_SENTENCE })))
    if (!Object.values(given).some(Boolean)) throw new Invalid([{ field: 'how', sentence: 'Write at least a line on how you do it.' }])
    await asHouse(tx).transaction(async (house) => {
      const cover = await holdCover(house, id)
      mayBeWritten(cover)
      await putPack(inNameOf(house, ctx.actor), { organisation: us, cover: id }, given)
    })
  })
}

function mayBeWritten(cover: Cover): void {
  const state = stateOf(cover)
  if (cover.clientErasedAt) throw new NotItsTurn('The client asked to be forgotten here, so no pack is kept.')
  if (['asking', 'partly', 'nobody'].includes(state)) throw new NotItsTurn('Nobody has said yes yet. The pack comes after that.')
  if (['handed_back', 'finished', 'withdrawn', 'client_no'].includes(state)) throw new NotItsTurn('This cover is over, so the pack stays as it was.')
}

/** What a pack starts with: drawn from the request and the client, to be added to. */
export async function draftPack(tx: Tx, cover: Cover): Promise<Record<string, string>> {
  const client = await findClient(tx, cover.id)
  const written = await findPack(tx, cover.id)
  if (written) return { contact: written.contact ?? '', promises: written.promises ?? '', dates: written.dates ?? '', how: written.how ?? '', access: written.access ?? '' }
  return { contact: client ? [client.name, client.phone, client.email, client.contact].filter(Boolean).join('\n') : '', dates: whenInWords(cover), how: cover.says }
}

/** Hands it over: from now on the associate has the pack. The client has said yes before, or stays unnamed. Twice is harmless. */
export function handOver(ctx: Ctx, id: Id<'cover'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    const us = await getOursToKeep(tx)
    if ((await getCover(tx, id)).organisation !== us) throw new NotFound()
    await asHouse(tx).transaction(async (house) => {
      const cover = await holdCover(house, id)
      const state = stateOf(cover)
      if (cover.handedOverAt && state !== 'withdrawn') return
      if (['taken', 'client_asked', 'client_silent'].includes(state)) throw new WaitingForTheClient()
      if (state !== 'ready') throw new NotItsTurn('There is nothing to hand over just now.')
      if (!(await findPack(house, id))) throw new NotItsTurn('There is no pack yet.', 'Write it first; it takes five minutes.')
      await markCover(house, id, { handed_over_at: house.now, handed_over_by: ctx.actor.person ?? null })
      for (const one of (await listAsked(house, [id])).filter((each) => each.chosen)) await tell(house, { kind: 'cover.handed-over', to: one.associate, subject: { cover: id } })
      await house.emit('cover.handed-over', { cover: id, organisation: us })
    })
  })
}
