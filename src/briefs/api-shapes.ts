import { z } from '@hono/zod-openapi'
import { VALUE_BANDS } from '../answers/index.ts'
import type { Brief } from './brief.ts'
import { NEEDS } from './brief.ts'
import { RIVALS } from './brief-input.ts'
import { ANSWERS, type Interest } from './interest.ts'

export const partWords = z.strictObject({ says: z.string(), capability: z.string().optional(), wants: z.string().optional(), need: z.enum(NEEDS).optional(), size: z.string().optional(), startsOn: z.string().optional(), endsOn: z.string().optional(), district: z.string().optional() })
const words = {
  title: z.string(), says: z.string().optional(), forWhom: z.string().optional(), district: z.string().optional(), answerBy: z.string().optional(), startsOn: z.string().optional(), endsOn: z.string().optional(),
  value: z.enum(VALUE_BANDS).optional(), rivals: z.enum(RIVALS).optional(), sight: z.string().optional(),
}
export const briefWords = z.strictObject(words)
export const newBriefWords = z.strictObject({ ...words, parts: z.array(partWords).optional() })
export const interestWords = z.strictObject({ part: z.string().optional(), says: z.string() })
export const answerWords = z.strictObject({ answer: z.enum(ANSWERS), says: z.string().optional() })
export const placeWords = z.strictObject({ to: z.enum(['up', 'down']) })
export const showingWords = z.strictObject({ to: z.string(), reason: z.string().optional(), untilOn: z.string() })

export const partShape = z.object({ id: z.uuid(), says: z.string(), capability: z.uuid().optional(), wants: z.string().optional(), need: z.enum(NEEDS), size: z.string().optional(), startsOn: z.string().optional(), endsOn: z.string().optional(), district: z.string().optional() })
export const briefShape = z.object({
  id: z.uuid(), organisation: z.uuid(), by: z.string(), title: z.string(), says: z.string().optional(), forWhom: z.string().optional(), district: z.string().optional(), answerBy: z.string().optional(), startsOn: z.string().optional(), endsOn: z.string().optional(),
  openToRivals: z.boolean(), sight: z.string(), source: z.string().optional(), state: z.enum(['draft', 'open', 'closed', 'withdrawn']), value: z.string().optional(), parts: z.array(partShape),
})
export const interestShape = z.object({ id: z.uuid(), organisation: z.uuid(), by: z.string().optional(), part: z.uuid().optional(), says: z.string(), madeAt: z.iso.datetime(), state: z.enum(['waiting', 'lapsed', 'welcomed', 'declined', 'withdrawn']), answerSays: z.string().optional() })

/** What goes out is named here, so that a column added later goes nowhere by itself. The value is there for its owner alone. */
export function presentBrief({ id, organisation, by, title, says, forWhom, district, answerBy, startsOn, endsOn, openToRivals, sight, source, state, value, parts }: Brief): z.input<typeof briefShape> {
  return {
    id, organisation, by, title, says, forWhom, district, answerBy, startsOn, endsOn, openToRivals, sight, source, state: state.is, value,
    parts: parts.map((part) => ({ id: part.id, says: part.says, capability: part.capability, wants: part.wants, need: part.need, size: part.size, startsOn: part.startsOn, endsOn: part.endsOn, district: part.district })),
  }
}

export function presentInterest({ id, organisation, by, part, says, madeAt, state }: Interest): z.input<typeof interestShape> {
  return { id, organisation, by, part, says, madeAt: madeAt.toISOString(), state: state.is, answerSays: 'says' in state ? state.says : undefined }
}
