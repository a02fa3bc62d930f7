import { z } from 'zod'
import { dayOf } from '../answers/index.ts'
import type { Ctx } from '../kit/ctx.ts'
import { parse, text } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { Invalid } from '../kit/refusal.ts'
import { listCapabilities, type Capability } from '../networks/index.ts'
import { getMemberToWriteFor } from './keep.ts'
import { readEach, readOcds } from './ocds/read-ocds.ts'
import { jsonIn, textIn, type SentFile } from './read-file.ts'
import { saveReading } from './reading-store.ts'
import { MOST_TEXT, type Found, type FoundInFile } from './tender/found.ts'
import { readTender } from './tender/read-tender.ts'

export const textInput = z.strictObject({ text: text('The tender', MOST_TEXT) })
/** The release that is meant, by its id, where a file holds several. */
export type Which = { readonly release?: string }

/** Reads a pasted tender and keeps what was found for its reader to look through. Nothing becomes a brief by itself. */
export async function readText(ctx: Ctx, slug: string, input: unknown, which: Which = {}): Promise<Id<'reading'>> {
  const { using } = await learnToRead(ctx, slug)
  const { text: written } = parse(textInput, input)
  return keep(ctx, slug, looksLikeJson(written) ? foundInFile(jsonIn(written, 'text'), using, which, 'text') : readTender(written, using))
}

/** The same with a file: a published tender in the Open Contracting format, or plain text. */
export async function readFile(ctx: Ctx, slug: string, file: SentFile, which: Which = {}): Promise<Id<'reading'>> {
  const { using } = await learnToRead(ctx, slug)
  const written = textIn(file)
  if (/\.json$/i.test(file.name) || looksLikeJson(written)) return keep(ctx, slug, foundInFile(jsonIn(written, 'file'), using, which, 'file'))
  if (written.length > MOST_TEXT) throw new Invalid([{ field: 'file', sentence: 'This text is longer than 200,000 characters, about a hundred pages. Send the pages that say what is wanted.' }])
  if (written.trim() === '') throw new Invalid([{ field: 'file', sentence: 'There is nothing in this file.' }])
  return keep(ctx, slug, readTender(written, using))
}

/** For programs: what would be found, kept nowhere. */
export async function tryReading(ctx: Ctx, slug: string, given: { text?: string; ocds?: unknown; release?: string }): Promise<Found> {
  const { using } = await learnToRead(ctx, slug)
  if ((given.text === undefined) === (given.ocds === undefined)) throw new Invalid([{ field: 'text', sentence: 'Send either text or ocds.' }])
  if (given.ocds !== undefined) return readOcds(given.ocds, { ...using, release: given.release, field: 'ocds' })
  return foundInText(parse(textInput, { text: given.text }).text, using, { release: given.release })
}

type Using = { readonly vocabulary: readonly Capability[]; readonly today: string }

/** Who may write briefs here may read tenders; the network's own words are what we look for. */
async function learnToRead(ctx: Ctx, slug: string): Promise<{ using: Using }> {
  return ctx.read(async (tx) => {
    const { network } = await getMemberToWriteFor(tx, slug)
    return { using: { vocabulary: await listCapabilities(tx, network.id), today: dayOf(tx.now) } }
  })
}

/** Where there are several and none was named, all are kept, for its reader to choose. */
function foundInFile(sent: unknown, using: Using, which: Which, field: string): FoundInFile {
  const found = readOcds(sent, { ...using, ...which, field }) // refuses what holds none
  const each = which.release ? [] : readEach(sent, using)
  return each.length > 0 ? { ...found, each } : found
}

/** A published tender is often pasted as it is. */
function foundInText(written: string, using: Using, which: Which): Found {
  return looksLikeJson(written) ? readOcds(jsonIn(written, 'text'), { ...using, ...which, field: 'text' }) : readTender(written, using)
}

const looksLikeJson = (written: string): boolean => /^\s*[[{]\s*["{]/.test(written.slice(0, 1000))

function keep(ctx: Ctx, slug: string, found: FoundInFile): Promise<Id<'reading'>> {
  return ctx.transaction(async (tx) => {
    const { network, organisation } = await getMemberToWriteFor(tx, slug)
    return saveReading(tx, { organisation: organisation.id, network: network.id, found })
  })
}
