import { z } from '@hono/zod-openapi'
import type { Desk } from './draft.ts'
import type { Introduction } from './introduction.ts'
import type { IntroductionSeen } from './read-introduction.ts'

/** What programs are given and may send, as documented. Who said no is in none of it. */
const contact = { way: z.enum(['page', 'typed']), askFor: z.string().optional(), phone: z.string().optional(), email: z.string().optional() }
export const askWords = z.strictObject({ network: z.string(), to: z.uuid(), through: z.uuid(), toIntroducer: z.string(), toOther: z.string(), ...contact }).openapi('IntroductionWords')
export const answerWords = z.strictObject({ answer: z.enum(['yes', 'no']), ...contact, way: contact.way.optional() }).openapi('IntroductionAnswer')
export const introduceWords = z.strictObject({ one: z.uuid(), other: z.uuid(), note: z.string() }).openapi('IntroduceTwo')

const states = z.enum(['asked', 'made', 'no_answer', 'withdrawn'])
export const lineShape = z.object({
  id: z.uuid(), network: z.uuid(), asker: z.uuid(), other: z.uuid(), introducer: z.uuid().nullable(), askedAt: z.iso.datetime(), hearBy: z.iso.datetime(), state: states, endedAt: z.iso.datetime().nullable(),
}).openapi('Introduction')

export const introductionShape = lineShape.extend({
  part: z.enum(['asker', 'introducer', 'other', 'organiser']), names: z.object({ asker: z.string(), other: z.string(), introducer: z.string() }),
  yourAnswer: z.enum(['yes', 'no', 'waiting']).nullable(), notes: z.array(z.object({ to: z.uuid(), words: z.string() })), stages: z.array(z.object({ says: z.string(), is: z.enum(['done', 'now', 'to_come']) })),
  reach: z.object({ askFor: z.string().nullable(), phone: z.string().nullable(), email: z.string().nullable() }).nullable(),
}).openapi('IntroductionInFull')

export const deskShape = z.object({
  network: z.string(), ways: z.array(z.object({ organisation: z.uuid(), name: z.string(), knowsUs: z.string().nullable(), knowsThem: z.string().nullable(), path: z.boolean() })),
  draft: z.object({ toIntroducer: z.string(), toOther: z.string() }).nullable(), notBefore: z.iso.datetime().nullable(),
}).openapi('IntroductionWays')

export function presentLine({ id, network, asker, other, by, askedAt, hearBy, state }: Introduction) {
  return {
    id: id as string, network: network as string, asker: asker as string, other: other as string, introducer: by.is === 'member' ? by.organisation as string : null, // ids go out as text
    askedAt: askedAt.toISOString(), hearBy: hearBy.toISOString(), state: state.is, endedAt: state.is === 'asked' ? null : state.at.toISOString(),
  }
}

export function presentIntroduction({ introduction, part, names, own, notes, stages, current, reach }: IntroductionSeen) {
  return {
    ...presentLine(introduction), part, names: { asker: names.asker, other: names.other, introducer: names.introducer }, yourAnswer: own ? own.said?.is ?? ('waiting' as const) : null,
    notes: notes.map(({ to, words }) => ({ to: to as string, words })), // ids go out as text
    stages: stages.map((says, at) => ({ says, is: at < current ? ('done' as const) : at === current ? ('now' as const) : ('to_come' as const) })),
    reach: reach ? { askFor: reach.askFor ?? null, phone: reach.phone ?? null, email: reach.email ?? null } : null,
  }
}

export function presentDesk({ network, ways, draft, not }: Desk) {
  return {
    network: network.slug, ways: ways.map(({ organisation, name, knowsUs, knowsThem, isPath }) => ({ organisation: organisation as string, name, knowsUs: knowsUs ?? null, knowsThem: knowsThem ?? null, path: isPath })), // ids go out as text
    draft: draft ?? null, notBefore: not && not.because !== 'open' ? not.until.toISOString() : null,
  }
}
