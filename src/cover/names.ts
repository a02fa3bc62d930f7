import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { getCapability } from '../networks/index.ts'
import { namesOfOrganisations } from '../organisations/index.ts'

/** Who asks and who covers know each other by name, whoever else may see their pages. */
export function namesOf(ctx: Ctx, ids: readonly Id<'organisation'>[]): Promise<(id: string) => string> {
  return asHouse(ctx).read(async (tx) => {
    const names = ids.length > 0 ? await namesOfOrganisations(tx, [...new Set(ids)]) : new Map<string, string>()
    return (id: string) => names.get(id) ?? 'An organisation that has left'
  })
}

export async function nameOf(tx: Tx, id: Id<'organisation'>): Promise<string> {
  return (await namesOf(tx, [id]))(id)
}

/** What the capability asked for is called; it stands in a list that the two may not share. */
export function capabilityName(ctx: Ctx, of: { network?: Id<'network'>; capability?: Id<'capability'> }): Promise<string | undefined> {
  const { network, capability } = of
  if (!network || !capability) return Promise.resolve(undefined)
  return asHouse(ctx).read(async (tx) => (await getCapability(tx, network, capability)).title)
}
