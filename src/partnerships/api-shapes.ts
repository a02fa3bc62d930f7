import { z } from '@hono/zod-openapi'
import { next } from '../kit/web/api.ts'
import { KINDS, SIGHT_WORDS } from '../organisations/index.ts'
import { MOMENT_KINDS } from './moment.ts'
import { STAGES, THROUGH, type Partnership } from './partnership.ts'
import type { PartnershipRead } from './read-partnership.ts'

/** What programs are given and may send, as documented. What is absent or not shown is null. */
const day = z.iso.date().nullable()
const at = z.iso.datetime()
const organisation = z.object({ id: z.uuid(), name: z.string() })
const passed = z.object({ referrals: z.number().int(), cameToWork: z.number().int(), cover: z.number().int() })

const partnershipShape = z.object({
  id: z.uuid(), partner: organisation, stage: z.enum(STAGES), standing: z.enum(['waiting', 'ours_alone', 'agreed', 'resting', 'ended']), notedAt: at,
  met: z.object({ through: z.enum(THROUGH).nullable(), what: z.string().nullable(), by: z.uuid().nullable(), on: day }),
  aim: z.string().nullable(), next: z.object({ says: z.string(), on: day }).nullable(), lastMomentAt: at,
  ours: z.object({ stage: z.enum(STAGES), shows: z.enum(SIGHT_WORDS), quietMonths: z.number().int(), restingBecause: z.string().nullable(), endedBecause: z.string().nullable() }),
}).openapi('Partnership')

export const partnershipPage = z.object({ partnerships: z.array(partnershipShape), total: z.number().int(), next })
export const wholePartnership = partnershipShape.extend({
  introducer: z.string().nullable(), anniversary: z.string().nullable(), countedAsPartner: z.boolean(),
  giveAndTake: z.object({ weGave: passed, theyGave: passed, jobs: z.number().int(), campaigns: z.number().int() }),
  timeline: z.array(z.object({ id: z.uuid(), kind: z.enum(MOMENT_KINDS), onlyUs: z.boolean(), says: z.string(), by: z.uuid().nullable(), at, href: z.string().nullable() })), more: z.boolean(),
}).openapi('WholePartnership')

const metWords = { through: z.enum(THROUGH).optional(), what: z.string().optional(), metBy: z.uuid().optional(), metOn: z.string().optional(), aim: z.string().optional(), nextSays: z.string().optional(), nextOn: z.string().optional() }
export const noteWords = z.strictObject({
  with: z.uuid().optional(), newName: z.string().optional(), newKind: z.enum(KINDS).optional(), newDistrict: z.string().optional(), stage: z.enum(STAGES), ...metWords,
  shows: z.enum(SIGHT_WORDS).optional(), counts: z.boolean().optional(),
}).openapi('PartnershipWords')
export const termsWords = z.strictObject(metWords).openapi('PartnershipTermsWords')
export const stageWords = z.strictObject({ stage: z.enum(STAGES) }).openapi('PartnershipStageWords')
export const lineWords = z.strictObject({ says: z.string(), on: z.string().optional(), for: z.enum(['both', 'us']) }).openapi('PartnershipLineWords')
export const showsWords = z.strictObject({ shows: z.enum(SIGHT_WORDS) }).openapi('PartnershipSightWords')
export const quietWords = z.strictObject({ quietMonths: z.number().int() }).openapi('PartnershipReminderWords')
export const habitWords = z.strictObject({ shows: z.enum(SIGHT_WORDS), quietMonths: z.number().int() }).openapi('PartnershipHabitWords')
export const restWords = z.strictObject({ because: z.string().optional() }).openapi('PartnershipRestWords')
export const endWords = z.strictObject({ because: z.string().optional(), words: z.string().optional() }).openapi('PartnershipEndWords')

export function presentPartnership({ id, partner, stage, standing, noted, met, aim, next, lastMomentAt, ours }: Partnership): z.infer<typeof partnershipShape> {
  return {
    id, partner: { id: partner.id, name: partner.name }, stage, standing: standing.is, notedAt: noted.at.toISOString(),
    met: { through: met.through ?? null, what: met.what ?? null, by: met.by ?? null, on: met.on ?? null }, aim: aim ?? null, next: next ? { says: next.says, on: next.on ?? null } : null, lastMomentAt: lastMomentAt.toISOString(),
    ours: { stage: ours.stage, shows: ours.shows, quietMonths: ours.quietMonths, restingBecause: ours.restingBecause ?? null, endedBecause: ours.endedBecause ?? null },
  }
}

export function presentWhole({ ours, introducer, anniversary, counts, giveAndTake: { weGave, theyGave, jobs, campaigns }, lines, more }: PartnershipRead): z.infer<typeof wholePartnership> {
  return {
    ...presentPartnership(ours), introducer: introducer ?? null, anniversary: anniversary ?? null, countedAsPartner: counts, giveAndTake: { weGave, theyGave, jobs, campaigns }, more,
    timeline: lines.map((line) => (line.is === 'note'
      ? { id: line.id, kind: 'note' as const, onlyUs: true, says: line.note.says, by: ours.us, at: line.at.toISOString(), href: null }
      : { id: line.id, kind: line.moment.kind, onlyUs: false, says: line.moment.says, by: line.moment.by ?? null, at: line.at.toISOString(), href: line.moment.href ?? null })),
  }
}
