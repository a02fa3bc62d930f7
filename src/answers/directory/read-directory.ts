import type { Ctx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { getNetworkTo, listCapabilities, maySeeMembers, type Capability, type Network, type Place } from '../../networks/index.ts'
import type { Claim } from '../claim.ts'
import { listClaimsIn } from '../directory-store.ts'
import { addressesOf } from '../public/address-store.ts'
import { countByDistrict, countFound, listFound, type DistrictCount, type Found, type ListPlace } from './directory-store.ts'
import { capabilityNamed, withNarrower, type Wanted } from './wanted.ts'

export type Directory = {
  readonly network: Network & Place
  readonly vocabulary: readonly Capability[]
  /** What is meant by "can", with how many narrower ones; absent where the words name none. */
  readonly capability?: { readonly title: string; readonly narrower: number }
  readonly found: readonly Found[]
  readonly more: boolean
  readonly count: number
  readonly claims: ReadonlyMap<string, readonly Claim[]>
  readonly addresses: ReadonlyMap<string, string>
  readonly map?: { readonly districts: readonly DistrictCount[]; readonly placeless: number }
}

export type Page = { readonly after?: ListPlace; readonly before?: ListPlace; readonly limit?: number }

/** A search of a network’s directory: one page of it, how many there are, and what each line shows. All of it by the asker’s own sight. */
export function readDirectory(ctx: Ctx, slug: string, wanted: Wanted, page: Page & { map?: boolean }): Promise<Directory> {
  return ctx.read(async (tx) => {
    const network = await getNetworkTo(tx, slug, maySeeMembers)
    const vocabulary = await listCapabilities(tx, network.id)
    const named = wanted.can ? capabilityNamed(vocabulary, wanted.can) : undefined
    const search = { network: network.id, wanted, vocabulary }
    const { found, more } = await listFound(tx, search, page)
    const ids = found.map((one) => one.organisation)
    const narrower = named && withNarrower(vocabulary, [named])
    const claims = (await listClaimsIn(tx, network.id, { organisations: ids, limit: ids.length })).members
    return {
      network, vocabulary, found, more, count: await countFound(tx, search),
      capability: named && { title: named.title, narrower: (narrower?.length ?? 1) - 1 },
      claims: new Map(claims.map(({ organisation, claims: all }) => [organisation, foremost(all, narrower)])),
      addresses: await addressesOf(tx, ids),
      map: page.map ? await countByDistrict(tx, search) : undefined,
    }
  })
}

/** The three that say most: what was looked for first, then as their owner weighs them. */
function foremost(claims: readonly Claim[], sought: readonly Id<'capability'>[] | undefined): readonly Claim[] {
  const fits = (claim: Claim) => !!claim.capability && !!sought?.includes(claim.capability)
  return [...claims.filter(fits), ...claims.filter((claim) => !fits(claim))].slice(0, 3)
}
