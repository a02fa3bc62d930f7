import type { Tx } from '../kit/ctx.ts'
import { newId, type Id } from '../kit/ids.ts'
import { askNext } from './ask-next.ts'
import type { BenchPlace } from './bench.ts'
import { savePlace, saveTerms } from './bench-store.ts'
import { putClient, putPack } from './client-store.ts'
import { markCover, saveAsked, saveCover } from './cover-store.ts'
import type { Asked, Cover, Pack } from './cover.ts'
import { rememberTogether } from './hand-back.ts'
import { parse } from '../kit/fields.ts'
import { termsFrom, termsInput } from './terms.ts'

/** As the house, past asking who may: places and covers as they once came about, for imports and the example town. */

export async function putBenchPlace(tx: Tx, place: Pick<BenchPlace, 'organisation' | 'associate'> & { readonly terms: unknown; readonly since: Date }): Promise<Id<'bench place'>> {
  const id = newId<'bench place'>()
  await savePlace(tx, { id, organisation: place.organisation, associate: place.associate, madeAt: place.since })
  await saveTerms(tx, { place: { id, organisation: place.organisation, associate: place.associate }, version: 1, terms: termsFrom(parse(termsInput, place.terms)), proposedBy: place.organisation, proposedAt: place.since, agreedAt: place.since })
  return id
}

export type CoverThatWas = {
  readonly cover: Omit<Cover, 'id'>
  readonly asked: readonly Omit<Asked, 'cover' | 'organisation' | 'position'>[]
  readonly client?: { readonly name: string; readonly phone?: string; readonly contact?: string }
  readonly pack?: Omit<Pack, 'writtenAt'>
}

/** One that is still asked for asks whoever is next; one that is done stands in the story the two share. */
export async function putCover(tx: Tx, { cover: written, asked, client, pack }: CoverThatWas): Promise<Id<'cover'>> {
  const cover: Cover = { ...written, id: newId<'cover'>() }
  const lines = asked.map((one, position): Asked => ({ ...one, cover: cover.id, organisation: cover.organisation, position }))
  const of = { organisation: cover.organisation, cover: cover.id }
  await saveCover(tx, cover)
  await saveAsked(tx, lines)
  if (client) await putClient(tx, of, { ...client, shown: 'Asked in person.', toldAt: cover.clientAsked?.at })
  if (pack) await putPack(tx, of, pack)
  if (!cover.takenAt) await askNext(tx, cover)
  if (cover.finishedAt) for (const one of lines) if (one.chosen) await rememberTogether(tx, cover, one)
  if (cover.clientErasedAt) await markCover(tx, cover.id, { client_erased_at: cover.clientErasedAt })
  return cover.id
}
