import { wordsOf } from '../atlas/words.ts'
import type { Brief, Candidate, Proof, Tie } from '../assembly/brief.ts'
import type { Fold } from './queries.ts'
import type { Project, Tables } from './read-tables.ts'

/** One real project as a brief, with everybody who could take a part of it. */
export type RealBrief = { readonly project: string; readonly brief: Brief; readonly candidates: readonly Candidate[]; readonly ties: readonly Tie[] }

/**
 * Whom to put forward for a capability: those for whom it is most of what they do (works with it over the square root of
 * all their works; few ties, and each one counts), or those who did it most often (big institutions, nearly all tied).
 */
export type Choice = 'specialists' | 'most works'

const BRIEFS = 50
const RARE = { from: 12, to: 300 }
/** Proof older than this at the start of the query project has aged. */
const FRESH_YEARS = 3

/**
 * Task B of the data's README: 50 later projects that ask for five or six capabilities, first their tags, then the
 * rarest words of their title, each held by 12 to 300 earlier works. Who did such a work within three years has proof,
 * who did it before has old proof; who was only in a work whose call (not title) named it claims it. A query's own
 * members are never looked at, and only works of history count.
 */
export function realBriefs(tables: Tables, choice: Choice, { history: works, asked: later }: Pick<Fold, 'history' | 'asked'>): RealBrief[] {
  const holders = holdersOf(works)
  const queries = later
    .filter((project) => (tables.members.get(project.id)?.length ?? 0) >= 3)
    .map((project) => ({ project, asked: capabilitiesOf(project, holders) }))
    .filter(({ asked }) => asked.length >= 5)
    .sort((a, b) => (a.project.id < b.project.id ? -1 : 1))
  const spread = queries.filter((_, i) => i % Math.max(1, Math.floor(queries.length / BRIEFS)) === 0).slice(0, BRIEFS)
  const strengths = tieStrengths(works, tables)
  const country = new Map(tables.organisations.map((organisation) => [organisation.id, organisation.country]))
  const worksOf = new Map<string, number>()
  for (const work of works) for (const { organisation } of tables.members.get(work.id) ?? []) worksOf.set(organisation, (worksOf.get(organisation) ?? 0) + 1)
  return spread.map(({ project, asked }) => realBrief(project, asked, holders, tables, strengths, country, worksOf, choice))
}

type Holding = { readonly work: Project; readonly inTitle: boolean }
type Holders = ReadonlyMap<string, readonly Holding[]>

function holdersOf(works: readonly Project[]): Holders {
  const holders = new Map<string, Holding[]>()
  const add = (capability: string, holding: Holding) => {
    const list = holders.get(capability)
    if (list) list.push(holding)
    else holders.set(capability, [holding])
  }
  for (const work of works) {
    for (const tag of new Set(work.tags)) add(`tag ${tag}`, { work, inTitle: true })
    const title = new Set(wordsOf(work.title))
    for (const word of title) add(`word ${word}`, { work, inTitle: true })
    for (const word of new Set(wordsOf(work.topicTitle))) if (!title.has(word)) add(`word ${word}`, { work, inTitle: false })
  }
  return holders
}

function capabilitiesOf(project: Project, holders: Holders): string[] {
  const held = (capability: string) => holders.get(capability)?.length ?? 0
  const fits = (capability: string) => held(capability) >= RARE.from && held(capability) <= RARE.to
  const tags = [...new Set(project.tags)].map((tag) => `tag ${tag}`).filter(fits)
  const words = [...new Set(wordsOf(project.title))].filter((word) => /^\p{L}{4,}$/u.test(word)).map((word) => `word ${word}`)
  return [...tags, ...words.filter(fits).sort((a, b) => held(a) - held(b) || (a < b ? -1 : 1))].slice(0, 6)
}

function realBrief(project: Project, asked: readonly string[], holders: Holders, tables: Tables, strengths: TieStrengths, country: ReadonlyMap<string, string>, worksOf: ReadonlyMap<string, number>, choice: Choice): RealBrief {
  const covers = new Map<string, Map<string, Proof>>()
  const chosen = new Set(asked.flatMap((part) => best25(holders.get(part)!, tables, worksOf, choice)))
  for (const part of asked) {
    for (const { work, inTitle } of holders.get(part)!) {
      const proof: Proof = !inTitle ? 'claimed' : years(work.startsOn, project.startsOn) <= FRESH_YEARS ? 'proven' : 'old proof'
      for (const { organisation } of tables.members.get(work.id) ?? []) {
        if (!chosen.has(organisation)) continue
        const known = covers.get(organisation) ?? new Map<string, Proof>()
        covers.set(organisation, known.set(part, better(known.get(part), proof)))
      }
    }
  }
  const candidates = [...covers].map(([id, parts]) => ({
    id, region: country.get(id), covers: [...parts].map(([part, proof]) => ({ part, proof })),
  }))
  const ties = candidates.flatMap(({ id }) => [...(strengths.get(id) ?? [])].flatMap(([other, strength]) =>
    id < other && covers.has(other) ? [{ a: id, b: other, strength }] : []))
  return { project: project.id, brief: { parts: asked.map((id) => ({ id, need: 'must' as const })) }, candidates, ties }
}

function best25(holdings: readonly Holding[], tables: Tables, worksOf: ReadonlyMap<string, number>, choice: Choice): string[] {
  const held = new Map<string, number>()
  for (const { work } of holdings) for (const { organisation } of tables.members.get(work.id) ?? []) held.set(organisation, (held.get(organisation) ?? 0) + 1)
  const ranked = [...held].map(([id, count]) => ({ id, fit: choice === 'specialists' ? count / Math.sqrt(worksOf.get(id)!) : count }))
  return ranked.sort((a, b) => b.fit - a.fit || (a.id < b.id ? -1 : 1)).slice(0, 25).map(({ id }) => id)
}

const years = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / (365.25 * 24 * 3600 * 1000)

const RANK: readonly (Proof | undefined)[] = [undefined, 'claimed', 'old proof', 'proven']
const better = (a: Proof | undefined, b: Proof): Proof => (RANK.indexOf(a) > RANK.indexOf(b) ? a! : b)

type TieStrengths = ReadonlyMap<string, ReadonlyMap<string, number>>

/** Each joint work counts 1 / (members - 1), at most 1 per pair. Works of more than 60 members vouch for nobody. */
function tieStrengths(works: readonly Project[], tables: Tables): TieStrengths {
  const ties = new Map<string, Map<string, number>>()
  for (const work of works) {
    const members = [...new Set((tables.members.get(work.id) ?? []).map(({ organisation }) => organisation))]
    if (members.length > 60) continue
    for (const a of members) {
      const mine = ties.get(a) ?? new Map<string, number>()
      ties.set(a, mine)
      for (const b of members) if (a !== b) mine.set(b, Math.min(1, (mine.get(b) ?? 0) + 1 / (members.length - 1)))
    }
  }
  return ties
}
