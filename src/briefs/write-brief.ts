import { dayOf } from '../answers/index.ts'
import type { Ctx } from '../kit/ctx.ts'
import { parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { Invalid } from '../kit/refusal.ts'
import { listCapabilities } from '../networks/index.ts'
import { rememberBefore } from './before-store.ts'
import { allPartWords, briefInput, briefWithPartsInput, briefWords } from './brief-input.ts'
import { deleteDraft, saveBriefs, saveBriefWords } from './brief-store.ts'
import { BriefNotDraft } from './errors.ts'
import { getBriefToKeep, getMemberToWriteFor } from './keep.ts'

/** Begins a brief. Only our own people see it until it is published. `source` is where it was read from, such as the number of a published tender. */
export function writeBrief(ctx: Ctx, slug: string, input: unknown, { source }: { source?: string } = {}): Promise<Id<'brief'>> {
  return ctx.transaction(async (tx) => {
    const { network, organisation } = await getMemberToWriteFor(tx, slug)
    const { parts, ...words } = parse(briefWithPartsInput, input)
    const vocabulary = parts.length > 0 ? await listCapabilities(tx, network.id) : []
    const [brief] = await saveBriefs(tx, [{ ...briefWords(words), source, network: network.id, organisation: organisation.id, parts: allPartWords(vocabulary, parts, (at) => `parts.${at}.`) }])
    if (!brief) throw new Error('One brief was saved, yet none came back.')
    return brief
  })
}

/** Changes what a brief says. A published one keeps a day to answer by that is still to come. */
export function changeBrief(ctx: Ctx, slug: string, id: Id<'brief'>, input: unknown): Promise<void> {
  return ctx.transaction(async (tx) => {
    const { network, brief } = await getBriefToKeep(tx, slug, id)
    const words = briefWords(parse(briefInput, input))
    if (brief.state.is === 'open') mustBeToCome(words.answerBy, dayOf(tx.now))
    else if (brief.state.is !== 'draft' && !words.answerBy) throw new Invalid([{ field: 'answerBy', sentence: 'A brief that was published keeps its day to answer by.' }])
    await rememberBefore(tx, brief)
    await saveBriefWords(tx, network.id, id, words)
    if (brief.state.is !== 'draft') await tx.emit('brief.changed', { network: network.id, brief: id })
  })
}

/** Throws a draft away. What others have seen is withdrawn instead. */
export function discardBrief(ctx: Ctx, slug: string, id: Id<'brief'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    const { network, brief } = await getBriefToKeep(tx, slug, id)
    if (brief.state.is !== 'draft') throw new BriefNotDraft()
    await deleteDraft(tx, network.id, id)
  })
}

export function mustBeToCome(answerBy: string | undefined, today: string): void {
  if (!answerBy) throw new Invalid([{ field: 'answerBy', sentence: 'Say until when others can answer.' }])
  if (answerBy < today) throw new Invalid([{ field: 'answerBy', sentence: 'That day has passed. Choose a later one.' }])
}
