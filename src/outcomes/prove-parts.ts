import { proveByJob } from '../answers/index.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import type { OutcomePart } from './outcome.ts'

/** Every piece with a capability stands behind what its party can do. As the house, after the party's own yes. */
export async function proveParts(house: Tx, organisation: Id<'organisation'>, job: Id<'job'>, parts: readonly OutcomePart[]): Promise<void> {
  for (const { network, capability } of parts) if (network && capability) await proveByJob(house, organisation, { job, network, capability })
}
