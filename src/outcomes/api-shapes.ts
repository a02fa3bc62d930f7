import { z } from '@hono/zod-openapi'
import { next } from '../kit/web/api.ts'
import { VALUE_BANDS } from '../answers/index.ts'
import { ENDINGS } from './outcome.ts'
import type { OutcomeInWords, OutcomeLine } from './read-outcome.ts'

export const noteWords = z.strictObject({
  team: z.string().optional(), what: z.string(), forWhom: z.string().optional(), finishedOn: z.string(), ending: z.enum(ENDINGS), value: z.enum(VALUE_BANDS).optional(), timesBigger: z.number().optional(),
  parts: z.array(z.strictObject({ organisation: z.string(), says: z.string().optional(), network: z.string().optional(), capability: z.string().optional() })).optional(),
  customerName: z.string().optional(), customerEmail: z.string().optional(), sight: z.string().optional(),
})
export const customerWords = z.strictObject({ name: z.string(), email: z.string().optional() })
export const sizeWords = z.strictObject({ timesBigger: z.number().optional() })
export const notedShape = z.object({ id: z.uuid(), customerLink: z.string().optional() })

const line = { id: z.uuid(), what: z.string(), forWhom: z.string().optional(), finishedOn: z.string(), ending: z.enum(ENDINGS) }
export const listShape = z.object({ outcomes: z.array(z.object({ ...line, waitingFor: z.number() })), next })
export const outcomeShape = z.object({
  ...line, value: z.string().optional(), timesBigger: z.number().optional(), team: z.uuid().optional(),
  parties: z.array(z.object({ organisation: z.uuid(), name: z.string(), leads: z.boolean(), state: z.enum(['confirmed', 'waits', 'not so']), note: z.string().optional(), parts: z.array(z.object({ says: z.string().optional(), capability: z.string().optional(), apart: z.boolean() })) })),
  customer: z.object({ name: z.string(), state: z.enum(['asked', 'said', 'declined']), says: z.string().optional(), shown: z.boolean().optional(), link: z.string().optional() }).optional(),
})

export function presentLine({ outcome, job, waiting }: OutcomeLine): z.input<typeof listShape>['outcomes'][number] {
  return { id: outcome.id, what: job.what, forWhom: job.forWhom, finishedOn: job.finishedOn, ending: outcome.ending, waitingFor: waiting }
}

export function presentOutcome({ outcome, job, parties, customerLink }: OutcomeInWords): z.input<typeof outcomeShape> {
  const { customer } = outcome
  return {
    id: outcome.id, what: job.what, forWhom: job.forWhom, finishedOn: job.finishedOn, ending: outcome.ending, value: job.value, timesBigger: outcome.timesBigger, team: outcome.team,
    parties: parties.map(({ organisation, name, leads, state, note, parts }) => ({ organisation, name, leads, state, note, parts: [...parts] })),
    customer: customer && { name: customer.name, state: customer.state.is, ...(customer.state.is === 'said' ? { says: customer.state.says, shown: customer.state.shown } : {}), link: customerLink },
  }
}
