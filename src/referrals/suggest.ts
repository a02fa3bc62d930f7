import { dayOf, type Claim } from '../answers/index.ts'
import type { Ctx, Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { findFits } from '../matches/index.ts'
import { listMembers, listMyNetworks } from '../networks/index.ts'
import { findOrganisation } from '../organisations/index.ts'
import { listPartnersToAsk, type Stage } from '../partnerships/index.ts'
import { dayInWords } from '../ui/index.ts'
import { listDeclined, type Declined } from './declined.ts'

/** Somebody who could take a person on, and why, in whole sentences. */
export type Suggestion = {
  readonly organisation: Id<'organisation'>
  readonly name: string
  /** A partner of ours. */
  readonly known: boolean
  readonly reasons: readonly string[]
  readonly cautions: readonly string[]
  /** Why they may not be able to just now, in a word beside their name. */
  readonly away?: string
}

export type Wanted = { readonly needs: string; /** Always among them: chosen already. */ readonly with?: Id<'organisation'>; /** Whoever has declined this person is left out. */ readonly person?: Id<'referral-person'> }

const MOST_NETWORKS = 5
const MOST_FITS = 30
const MOST_REASONS = 4
const MOST_OTHERS = 200
/** Who said no to so many of ours lately is asked last. */
const OFTEN = 2

type Found = Suggestion & { readonly rank: number }

/**
 * Who could take this person on: those we know before those we could know, and among each by what the engine finds of the need, as far as
 * we may see it. Whoever declined this very person is left out; whoever has no room, or said no to us often lately, comes later and says so.
 */
export async function suggestReceivers(ctx: Ctx, wanted: Wanted): Promise<readonly Suggestion[]> {
  const us = ctx.actor.organisation
  if (!us) return []
  const { networks, partners, declined } = await ctx.read(async (tx) => ({
    networks: (await listMyNetworks(tx)).filter((one) => one.isMember).slice(0, MOST_NETWORKS), partners: await listPartnersToAsk(tx), declined: await listDeclined(tx, us, wanted.person),
  }))
  const leaveOut = [us, ...declined.thisPerson]
  const stages = new Map(partners.map((one) => [one.id as string, one.stage]))
  const found = new Map<string, Found>()
  for (const { id } of wanted.needs.trim() ? networks : []) for (const one of await fitsIn(ctx, id, wanted.needs, leaveOut, { stages, declined })) keepBest(found, one)
  for (const one of partners) if (!leaveOut.includes(one.id)) keepBest(found, { organisation: one.id, name: one.name, known: true, reasons: [], cautions: [], rank: 1 })
  const chosen = wanted.with && !leaveOut.includes(wanted.with) ? await ctx.read((tx) => findOrganisation(tx, wanted.with ?? us)) : undefined
  if (chosen) keepBest(found, { organisation: chosen.id, name: chosen.name, known: stages.has(chosen.id), reasons: [], cautions: [], rank: 1 })
  for (const one of await ctx.read((tx) => othersIn(tx, networks.map((network) => network.id)))) if (!leaveOut.includes(one.organisation)) keepBest(found, { ...one, known: stages.has(one.organisation), reasons: [], cautions: [], rank: 0 })
  return [...found.values()].filter((one) => one.organisation !== us).toSorted((a, b) => b.rank - a.rank || a.name.localeCompare(b.name, 'en-GB') || (a.organisation < b.organisation ? -1 : 1))
}

async function fitsIn(ctx: Ctx, network: Id<'network'>, needs: string, leaveOut: readonly string[], known: { stages: ReadonlyMap<string, Stage>; declined: Declined }): Promise<readonly Found[]> {
  const asked = async (lens: 'gap' | 'cover') => (await findFits(ctx, network, { lens, want: needs, most: MOST_FITS, leaveOut }, { limit: MOST_FITS })).suggestions
  const gap = await asked('gap')
  const fits = gap.length > 0 ? gap : await asked('cover') // a florist with a full diary passes on what she does herself
  const today = dayOf(ctx.now)
  return fits.flatMap(({ organisation, member, why, facts }, place): readonly Found[] => {
    if (member.unclaimed) return [] // nobody there could answer
    const claims = member.claims.filter((claim) => facts.reasons.some((reason) => reason.is === 'covers' && (reason.claim === claim.id || reason.capability === claim.capability)))
    const room = noRoom(claims, today)
    const stage = known.stages.get(organisation)
    const no = known.declined.lately.get(organisation) ?? 0
    const reasons = [...(stage ? [BOND_WORDS[stage]] : []), ...why.reasons.flatMap(({ says, ours }) => (ours ? [] : [says]))] // what we bring them is not what the person needs
    const cautions = [...(room ? [room.says] : []), ...(no >= OFTEN ? [`They said a kind no to ${no} of yours lately.`] : []), ...(why.care ? [why.care] : [])]
    const rank = 3 + (stage ? 4 : 0) - place / MOST_FITS - (room ? 1.5 : 0) - (no >= OFTEN ? 1 : 0)
    return [{ organisation, name: member.name, known: !!stage, reasons: reasons.slice(0, MOST_REASONS), cautions, rank, away: room?.short }]
  })
}

const BOND_WORDS: Readonly<Record<Stage, string>> = {
  noted: 'You have noted each other as partners.', met: 'You know each other.', trust: 'You recommend each other without hesitation.', work_together: 'You pass work on or do jobs together.', agreement: 'You have an agreement with each other.',
}

/** What they say of their room for this: none yet, or none any more. */
function noRoom(claims: readonly Claim[], today: string): { says: string; short: string } | undefined {
  const limited = claims.flatMap(({ capacity }) => (capacity && ((capacity.from && capacity.from > today) || (capacity.until && capacity.until < today)) ? [capacity] : []))
  const [first] = limited
  if (!first || limited.length < claims.length) return undefined
  if (first.from && first.from > today) return { says: `They have room from ${dayInWords(first.from)}.`, short: `room from ${dayInWords(first.from)}` }
  return { says: `They had room until ${dayInWords(first.until ?? today)}, and have not said since.`, short: 'room not known' }
}

async function othersIn(tx: Tx, networks: readonly Id<'network'>[]): Promise<readonly { organisation: Id<'organisation'>; name: string }[]> {
  const all: { organisation: Id<'organisation'>; name: string }[] = []
  for (const network of networks) all.push(...(await listMembers(tx, network, { limit: MOST_OTHERS })).members.filter((one) => !one.unclaimed).map(({ organisation, name }) => ({ organisation, name })))
  return all
}

function keepBest(found: Map<string, Found>, one: Found): void {
  const before = found.get(one.organisation)
  if (!before || before.rank < one.rank) found.set(one.organisation, one)
}
