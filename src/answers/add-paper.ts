import { z } from 'zod'
import type { Ctx } from '../kit/ctx.ts'
import { id as idField, optionalDay, optionalText, parse, text, tick } from '../kit/fields.ts'
import { keepFile, readStoredFile, type StoredFile } from '../kit/files.ts'
import type { Id } from '../kit/ids.ts'
import { Invalid, NotFound } from '../kit/refusal.ts'
import { getOrganisationToKeep, SIGHT_WORDS } from '../organisations/index.ts'
import { listCertificates, saveCertificates, saveFigures } from './paper-store.ts'
import { pastDay } from './proof-fields.ts'
import { dayOf, standingOf } from './proof.ts'
import { standBehind } from './stand-behind.ts'
import { mayAnswerFor } from './who-may.ts'

const claim = idField<'claim'>('That claim')
const sight = z.enum(SIGHT_WORDS, 'Choose who sees it.').default('network')

export const certificateInput = z.strictObject({
  name: text('The name of the certificate', 160), number: optionalText('Its number', 80), issuedBy: text('Who issued it', 160),
  issuedOn: optionalDay('When it was issued'), expiresOn: optionalDay('When it runs out'), showFile: tick, sight, claim,
})
export const figureInput = z.strictObject({ says: text('The figure', 160), source: text('Where it comes from', 200), on: pastDay('When it was counted'), sight, claim })

/** A paper with its number, and perhaps the paper itself. */
export function addCertificate(ctx: Ctx, organisation: Id<'organisation'>, input: unknown, file?: { name: string; bytes: Uint8Array }): Promise<Id<'proof'>> {
  return ctx.transaction(async (tx) => {
    await getOrganisationToKeep(tx, organisation, mayAnswerFor)
    const given = parse(certificateInput, input)
    if (given.issuedOn && given.expiresOn && given.expiresOn < given.issuedOn) throw new Invalid([{ field: 'expiresOn', sentence: 'It cannot run out before it was issued.' }])
    const kept = file && (await keepFile(tx, file))
    const [id] = await saveCertificates(tx, [{ ...given, organisation, file: kept, fileShownAt: kept && given.showFile ? tx.now : undefined }])
    if (!id) throw new Error('One certificate was saved, yet none came back.')
    return standBehind(tx, organisation, given.claim, { is: 'certificate', id }, standingOf({ is: 'certificate', addedAt: tx.now, issuedOn: given.issuedOn, expiresOn: given.expiresOn, sight: given.sight }))
  })
}

/** A figure with its source. It supports the claim; it does not prove it. */
export function addFigure(ctx: Ctx, organisation: Id<'organisation'>, input: unknown): Promise<Id<'proof'>> {
  return ctx.transaction(async (tx) => {
    await getOrganisationToKeep(tx, organisation, mayAnswerFor)
    const given = parse(figureInput, input)
    if (given.on > dayOf(tx.now)) throw new Invalid([{ field: 'on', sentence: 'That day is still to come.' }])
    const [id] = await saveFigures(tx, [{ ...given, organisation }])
    if (!id) throw new Error('One figure was saved, yet none came back.')
    return standBehind(tx, organisation, given.claim, { is: 'figure', id }, standingOf({ is: 'figure', addedAt: tx.now, sight: given.sight }))
  })
}

/** The paper itself, for whoever sees the certificate and is shown its file. */
export async function readCertificateFile(ctx: Ctx, organisation: Id<'organisation'>, certificate: Id<'certificate'>): Promise<StoredFile> {
  const seen = await ctx.read((tx) => listCertificates(tx, organisation))
  const file = seen.find((one) => one.id === certificate)?.file
  const stored = file && (await readStoredFile(ctx, file))
  if (!stored) throw new NotFound()
  return stored
}
