import { assemble, coversOf, fit, preparePool, type Assembly, type Candidate, type RefusedBecause, type SeatProof, type Team, type Tie } from '../../../engine/index.ts'
import { memberMeant, nameOf, type Answer } from './answer.ts'
import type { BriefInFile } from './brief-in-file.ts'
import { AskedWrongly } from './errors.ts'
import type { NetworkInFiles, Tell } from './network-in-files.ts'

/** So many are looked at for a part that is said in words alone. */
const BY_WORDS = 40
const OLD_AFTER_DAYS = 3 * 365

type Part = BriefInFile['parts'][number] & { readonly id: string; readonly name: string }
export type TeamAsked = { readonly as?: string; readonly on: string; readonly milliseconds: number; readonly steady: boolean }

/** Which team covers a brief: the smallest, one more, two more, a different one; each with its reasons and how sure it is. */
export function answerTeam(network: NetworkInFiles, brief: BriefInFile, { as, on, milliseconds, steady }: TeamAsked, tell: Tell): Answer {
  const lead = as === undefined ? undefined : memberMeant(network, as)
  const parts = brief.parts.map((part, at): Part => ({ ...part, id: part.id ?? String(at + 1), name: part.says ?? part.capability ?? '' }))
  tell(`Looking for members for ${parts.length} parts`)
  const candidates = candidatesFor(network, brief, parts, lead, on)
  const mustHave = [...new Set([...(lead === undefined ? [] : [lead]), ...brief.mustHave.map((word) => memberMeant(network, word))])]
  for (const id of mustHave) if (!candidates.some((one) => one.id === id)) candidates.push({ id, covers: [] })
  const asked = {
    parts: parts.map(({ id, need, weight }) => ({ id, need, ...(weight === undefined ? {} : { weight }) })), mustHave, mustNot: brief.mustNot.map((word) => memberMeant(network, word)),
    rivals: brief.rivals.map(([one, other]) => [memberMeant(network, one), memberMeant(network, other)] as const), ...(brief.limit ? { limit: brief.limit } : {}), ...(brief.places ? { places: brief.places } : {}),
  }
  const pool = preparePool(asked, candidates, tiesAmong(network, candidates))
  if (pool.is === 'refused') throw new AskedWrongly(REFUSED[pool.because] ?? 'This brief contradicts itself.', pool.about.length > 0 ? `It is about: ${pool.about.map((id) => nameOf(network, id)).join(', ')}.` : '')
  tell(`Building teams from ${pool.candidates.length} members`)
  const answer = assemble(pool, { now: () => performance.now(), milliseconds, steady })
  return inWords(network, brief, parts, answer)
}

const REFUSED: Partial<Record<RefusedBecause, string>> = {
  'the same part twice': 'Two parts of this brief have the same id.', 'a must-have that is also a must-not': 'Somebody has to be in the team and must not be.',
  'must-haves that exclude each other': 'Two who have to be in the team are named as rivals.', 'more must-haves than the limit': 'More have to be in the team than it may have members.',
}

/** Whoever could take a part: by what they claim or did under that capability, else by jobs like the words of the part. */
function candidatesFor(network: NetworkInFiles, brief: BriefInFile, parts: readonly Part[], lead: string | undefined, on: string): Candidate[] {
  const { atlas } = network
  const covers = new Map<string, { part: string; proof: SeatProof }[]>()
  const add = (id: string, part: string, proof: SeatProof) => { covers.set(id, [...covers.get(id) ?? [], { part, proof }]) }
  for (const part of parts) {
    const meant = part.capability === undefined ? undefined : network.words.meant(part.capability)
    const capabilities = meant !== undefined && atlas.vocabulary.rows.get(meant) ? [meant] : atlas.vocabulary.saidIn(part.name)
    const day = Math.floor(Date.parse(`${on}T00:00:00Z`) / 86_400_000)
    const found = coversOf(atlas, atlas.viewer(lead), { id: part.id, text: part.name, capabilities, must: part.need === 'must', weight: 1 }, day)
    for (const [id, { level }] of found) add(id, part.id, level)
    if (found.size === 0) for (const [id, proof] of byWords(network, part.name, lead, on)) add(id, part.id, proof)
  }
  const whole = fit(atlas, { ...(lead === undefined ? {} : { viewer: lead }), brief: { text: [brief.title, brief.says].filter(Boolean).join(' '), tags: brief.keywords, parts: parts.map(({ id, name }) => ({ id, text: name })) }, on, limit: 200 })
  const score = new Map(whole.fits.map((one) => [one.organisation, one.score]))
  return [...covers].filter(([id]) => network.members.has(id)).map(([id, held]) => ({ id, covers: held, fit: score.get(id) ?? 0, ...placeOf(network, id) }))
}

const placeOf = ({ members }: NetworkInFiles, id: string) => { const place = members.get(id)?.cells['town']; return place ? { place } : {} }

function byWords(network: NetworkInFiles, words: string, lead: string | undefined, on: string): readonly (readonly [string, SeatProof])[] {
  const { fits } = fit(network.atlas, { ...(lead === undefined ? {} : { viewer: lead }), want: words, on, limit: BY_WORDS, newcomerShare: 0 })
  return fits.flatMap(({ organisation, reasons }): readonly (readonly [string, SeatProof])[] => {
    const works = reasons.flatMap((reason) => (reason.is === 'similar-works' ? reason.works : []))
    if (works.length > 0) return [[organisation, works.some((work) => isFresh(network.jobs.get(work)?.finishedOn, on)) ? 'proven' : 'old proof']]
    return reasons.some(({ is }) => is === 'says-so') ? [[organisation, 'claimed']] : []
  })
}

const isFresh = (day: string | undefined, on: string) => day === undefined || (Date.parse(on) - Date.parse(day)) / 86_400_000 <= OLD_AFTER_DAYS

function tiesAmong({ atlas }: NetworkInFiles, candidates: readonly Candidate[]): readonly Tie[] {
  const ties = atlas.ties(atlas.viewer().reach)
  const chosen = new Map(candidates.flatMap(({ id }) => { const number = atlas.organisations.find(id); return number === undefined ? [] : [[number, id] as const] }))
  return [...chosen].flatMap(([number, id]) => {
    const found: Tie[] = []
    for (let at = ties.offsets[number] ?? 0; at < (ties.offsets[number + 1] ?? 0); at++) {
      const other = chosen.get(ties.targets[at] ?? -1)
      if (other !== undefined && id < other) found.push({ a: id, b: other, strength: Math.min(1, ties.strengths[at] ?? 0) })
    }
    return found
  })
}

function inWords(network: NetworkInFiles, brief: BriefInFile, parts: readonly Part[], answer: Assembly): Answer {
  const name = (id: string) => nameOf(network, id)
  const partName = new Map(parts.map((part) => [part.id, part.name]))
  const named = (ids: readonly string[]) => ids.map((id) => partName.get(id) ?? id)
  const told = (team: Team) => ({
    sure: team.sure, value: team.value, open: named(team.open),
    members: team.members.map((member) => ({
      name: name(member.id), parts: team.seats.filter((seat) => seat.member === member.id).map((seat) => ({ part: partName.get(seat.part) ?? seat.part, proof: seat.proof })), vouchedBy: member.vouchedBy ? name(member.vouchedBy.id) : null,
      alone: named(member.alone), ifItLeaves: { opens: named(member.ifItLeaves.opens), substitute: member.substitute ? name(member.substitute.id) : null },
    })),
  })
  const lineUps = [...answer.teams.map((team, at) => ({ called: `Line-up ${'ABC'[at] ?? at + 1}`, ...told(team) })), ...(answer.different ? [{ called: 'A different one', ...told(answer.different) }] : []), ...(answer.steady ? [{ called: 'One that survives any departure', ...told(answer.steady) }] : [])]
  const gaps = named(answer.gaps)
  const lines = [...(brief.title ? [brief.title, ''] : []), ...lineUps.flatMap((team) => [...linesOf(team), '']), ...(gaps.length > 0 ? [`Nobody in these files can take: ${gaps.join('; ')}.`] : []), ...(lineUps.length === 0 ? ['No team in these files covers this brief.'] : [])]
  return { found: lineUps.length > 0, json: { brief: brief.title ?? null, gaps, smallestProven: answer.smallestProven, lineUps }, lines }
}

type Told = { readonly called: string; readonly sure: Team['sure']; readonly open: readonly string[]; readonly members: readonly { readonly name: string; readonly parts: readonly { readonly part: string; readonly proof: SeatProof }[]; readonly vouchedBy: string | null; readonly ifItLeaves: { readonly opens: readonly string[]; readonly substitute: string | null } }[] }

function linesOf({ called, sure, open, members }: Told): readonly string[] {
  const certain = sure.is === 'proven best' ? 'proven best' : `best found, at most ${sure.atMostBelow.percent} % below the best`
  return [
    `${called}: ${members.length === 1 ? 'one member' : `${members.length} members`}, ${certain}.`,
    ...members.flatMap(({ name, parts, vouchedBy, ifItLeaves }) => [
      `  ${name}${vouchedBy === null ? '' : ` (worked with ${vouchedBy})`}`, ...parts.map(({ part, proof }) => `      ${part}: ${proof}`),
      ...(ifItLeaves.opens.length > 0 ? [`      If it leaves, this opens: ${ifItLeaves.opens.join('; ')}.${ifItLeaves.substitute === null ? ' Nobody else could step in.' : ` ${ifItLeaves.substitute} could step in.`}`] : []),
    ]),
    ...(open.length > 0 ? [`  Open: ${open.join('; ')}.`] : []),
  ]
}
