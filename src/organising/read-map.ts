import type { Atlas, Viewer } from '../../engine/index.ts'
import { withNarrower } from '../answers/index.ts'
import type { Ctx, Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { evidenceOf, inWords, withAtlas, type Evidence } from '../matches/index.ts'
import { getNetworkTo, listCapabilities, maySeeMembers, type Capability, type Network, type Place } from '../networks/index.ts'
import type { LinkKind, MapLink, MapNode } from './link.ts'
import type { MapQuestion } from './map-question.ts'
import { readKnown } from './map-store.ts'
import { claimsOf, linksOf, reach, whoClaims } from './ties-seen.ts'

/** More than this is drawn as groups first. */
export const MOST_DRAWN = 150
/** Nobody looks at more; a smaller question is asked for instead. */
const MOST_WALKED = 2_000

export type Group = { readonly id: string; readonly title: string; readonly count: number }
export type NetworkMap = {
  readonly network: Network & Place
  /** What was asked, with where it starts where nothing was chosen. */
  readonly question: MapQuestion
  readonly vocabulary: readonly Capability[]
  readonly focus?: MapNode
  readonly capability?: Capability
  /** By how near, then by name. */
  readonly nodes: readonly MapNode[]
  readonly links: readonly MapLink[]
  /** Where there are too many to draw one by one. */
  readonly groups: readonly Group[]
  readonly groupLinks: readonly { readonly one: string; readonly other: string; readonly count: number }[]
  readonly more: boolean
}

/** The network as this viewer may know it: from one member or one capability on, never everything at once. */
export async function readMap(ctx: Ctx, slug: string, asked: MapQuestion): Promise<NetworkMap> {
  const { network, vocabulary } = await ctx.read(async (tx) => {
    const network = await getNetworkTo(tx, slug, maySeeMembers)
    return { network, vocabulary: await listCapabilities(tx, network.id) }
  })
  const question = asked.focus || asked.capability || !network.isMember ? asked : { ...asked, focus: ctx.actor.organisation }
  const capability = vocabulary.find((one) => one.id === question.capability)
  const walked = await withAtlas(ctx, network.id, (atlas) => walk(atlas, viewerOf(atlas, ctx, network), question, capability && withNarrower(vocabulary, [capability])))
  return ctx.read((tx) => nameAll(tx, { network, question, vocabulary, capability, walked }))
}

/** A member looks with its own eyes; an organiser who acts for no member sees what every member may. */
export function viewerOf(atlas: Atlas, { actor }: Pick<Ctx, 'actor'>, { isMember }: Place): Viewer {
  return isMember && actor.organisation ? atlas.viewer(actor.organisation) : atlas.anyMember()
}

type Walked = {
  readonly nodes: readonly { readonly id: string; readonly steps: number; readonly claims: readonly string[] }[]
  readonly links: readonly { readonly one: string; readonly other: string; readonly kind: LinkKind; readonly evidence: readonly Evidence[] }[]
  readonly more: boolean
}

function walk(atlas: Atlas, viewer: Viewer, { focus, steps }: MapQuestion, capabilities: readonly string[] | undefined): Walked {
  const doing = capabilities && whoClaims(atlas, viewer, capabilities)
  const at = focus === undefined ? undefined : atlas.organisations.find(focus)
  if (focus !== undefined && (at === undefined || !atlas.organisations.sees(viewer, at))) return { nodes: [], links: [], more: false }
  // With a member in focus the capability says whom to show; alone it says where to start, and the first step are those themselves.
  const starts = at === undefined ? [...doing ?? []].toSorted((one, other) => one - other).slice(0, MOST_WALKED) : [at]
  const reached = reach(atlas, viewer, starts, { steps: at === undefined ? steps - 1 : steps, nodes: MOST_WALKED })
  const shown = [...reached.steps].filter(([node]) => at === undefined || node === at || !doing || doing.has(node))
  const idOf = (node: number) => atlas.organisations.texts[node] ?? ''
  const among = new Set(shown.map(([node]) => node))
  const links = shown.flatMap(([one]) => [...linksOf(atlas, viewer, one)].filter(([other]) => one < other && among.has(other)).map(([other, kind]) => ({ one: idOf(one), other: idOf(other), kind, evidence: among.size > MOST_DRAWN ? [] : evidenceOf(atlas, viewer, idOf(one), idOf(other)) })))
  return { nodes: shown.map(([node, far]) => ({ id: idOf(node), steps: far, claims: claimsOf(atlas, viewer, node) })), links, more: reached.more }
}

type Parts = Pick<NetworkMap, 'network' | 'question' | 'vocabulary' | 'capability'> & { readonly walked: Walked }

async function nameAll(tx: Tx, { network, question, vocabulary, capability, walked }: Parts): Promise<NetworkMap> {
  const known = await readKnown(tx, walked.nodes.map((one) => one.id))
  const titles = new Map(vocabulary.map((one) => [one.id as string, one.title]))
  const all = walked.nodes.flatMap(({ id, steps, claims }): (MapNode & { family: string })[] => {
    const about = known.get(id)
    return about ? [{ ...about, id: id as Id<'organisation'>, inFocus: id === question.focus, steps, does: claims.flatMap((one) => titles.get(one) ?? []).slice(0, 3), family: familyOf(vocabulary, claims[0]) }] : [] // an id of the atlas's organisations
  }).toSorted((one, other) => one.steps - other.steps || one.name.localeCompare(other.name, 'en-GB') || (one.id < other.id ? -1 : 1))
  const fits = all.filter((one) => (!question.district || one.district === question.district || one.inFocus) && (!question.group || one.family === question.group || one.inFocus))
  const families = new Map(all.map((one) => [one.id as string, one.family]))
  const grouped = fits.length > MOST_DRAWN && !question.group
  const nodes = fits.map(({ id, name, kind, district, town, inFocus, steps, does }): MapNode => ({ id, name, kind, district, town, inFocus, steps, does }))
  const shown = new Map(nodes.map((one) => [one.id as string, one]))
  const asker = tx.actor.organisation ?? ''
  const links = walked.links.flatMap(({ one, other, kind, evidence }): MapLink[] => {
    const [from, to] = [shown.get(one), shown.get(other)]
    return from && to ? [{ one: from.id, other: to.id, kind, words: evidence.map((each) => inWords(each, from, to, asker)) }] : []
  })
  return {
    network, question, vocabulary, capability, focus: nodes.find((one) => one.inFocus), nodes, links, more: walked.more,
    groups: grouped ? groupsOf(fits, titles) : [], groupLinks: grouped ? linksOfGroups(links, families) : [],
  }
}

const OTHER = 'other'

/** The widest word above what one claims first: the family by which too many are gathered. */
function familyOf(vocabulary: readonly Capability[], claim: string | undefined): string {
  let at = vocabulary.find((one) => one.id === claim)
  while (at?.parent) {
    const above = vocabulary.find((one) => one.id === at?.parent)
    if (!above) break
    at = above
  }
  return at?.id ?? OTHER
}

function groupsOf(nodes: readonly { family: string }[], titles: ReadonlyMap<string, string>): readonly Group[] {
  return [...Map.groupBy(nodes, (one) => one.family)].map(([id, held]) => ({ id, title: titles.get(id) ?? 'Nothing said yet', count: held.length })).toSorted((one, other) => other.count - one.count || one.title.localeCompare(other.title, 'en-GB'))
}

function linksOfGroups(links: readonly MapLink[], families: ReadonlyMap<string, string>): NetworkMap['groupLinks'] {
  const counts = new Map<string, { one: string; other: string; count: number }>()
  for (const { one, other } of links) {
    const [first = OTHER, second = OTHER] = [families.get(one), families.get(other)].toSorted()
    if (first === second) continue
    const before = counts.get(`${first} ${second}`)
    counts.set(`${first} ${second}`, { one: first, other: second, count: (before?.count ?? 0) + 1 })
  }
  return [...counts.values()]
}
