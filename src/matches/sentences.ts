import { wordsOf, type Ask, type Caution, type Fit, type Lens, type Reason } from '../../engine/index.ts'
import type { Claim, Strength } from '../answers/index.ts'
import { dayInWords } from '../ui/index.ts'
import { isAnswer, questionOf } from './atlas/rows-of-organisation.ts'
import { jobOf } from './atlas/rows-of-job.ts'
import type { FriendlyPath } from './paths/friendly-paths.ts'
import { behindClaim, jobInWords } from './shown/behind-in-words.ts'
import { bestSentence, bothWrote, daysNamed, sentencesOf, shortened, type Rarity } from './shown/quote.ts'
import type { BehindWords } from './shown/read-behind.ts'
import type { ShownMember } from './shown/read-shown.ts'
import type { Want } from './want.ts'

/**
 * What the engine found, said to the person who asked: every sentence of this room that speaks of a fit. Pure. Nothing is said that does
 * not stand in the words and proofs of one of the two, as far as the asker may see them; what cannot be shown is left out.
 */
export type Told = {
  readonly lens: Lens
  /** Absent where an organiser asks for nobody in particular. */
  readonly us?: ShownMember
  readonly them: ShownMember
  readonly fit: Pick<Fit, 'reasons' | 'cautions' | 'keptPlace'>
  readonly asks: ReadonlyMap<string, Ask>
  /** Names of capabilities. */
  readonly titles: ReadonlyMap<string, string>
  /** By need and capability: the sentence in which somebody names what they look for. */
  readonly naming: ReadonlyMap<string, string>
  /** Needs of either side that are named. */
  readonly wants: ReadonlyMap<string, Want>
  readonly behind: ReadonlyMap<string, BehindWords>
  readonly path?: FriendlyPath
  /** What is looked for, as telling words. */
  readonly topic: ReadonlySet<string>
  readonly rarity: Rarity
  /** The place distances are measured from, where it is not our own. */
  readonly near?: string
  readonly today: string
}

export type SaidReason = {
  readonly is: Reason['is'] | 'friendly-path' | 'shared-cause' | 'shared-audience' | 'same-trade'
  /** One whole sentence. */
  readonly says: string
  /** The words and proof behind it, each whole. */
  readonly behind: readonly string[]
  /** It speaks of what we bring them. */
  readonly ours?: true
}

export type Said = { readonly reasons: readonly SaidReason[]; readonly care?: string; /** Each side brings the other something. */ readonly bothWays: boolean }

export function sayWhy(told: Told): Said {
  const reasons = [
    ...covers(told), ...sharedCause(told), ...sharedAudience(told), ...theirWants(told), ...path(told), ...together(told), ...similar(told), ...says(told), ...company(told), ...sameTrade(told), ...nearby(told), ...newcomer(told),
  ]
  const bothWays = reasons.some(({ ours }) => ours) && reasons.some(({ is }) => is === 'covers' || is === 'shared-cause' || is === 'shared-audience' || is === 'says-so' || is === 'similar-works')
  const care = careOf(told)
  return { reasons, bothWays, ...(care ? { care } : {}) }
}

const reasonsOf = <Is extends Reason['is']>({ fit }: Told, is: Is) => fit.reasons.filter((reason): reason is Extract<Reason, { is: Is }> => reason.is === is)

/** "You need titanium machining, and they call it what they do best (2 jobs behind it)." The best proven first, three at most: the rest would be a list. */
function covers(told: Told): SaidReason[] {
  const order = ['proven', 'old proof', 'claimed']
  return reasonsOf(told, 'covers').toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level)).slice(0, 3).flatMap((reason): SaidReason[] => {
    const held = told.titles.get(reason.capability)
    const claim = told.them.claims.find(({ id }) => id === reason.claim)
    if (!held) return []
    if (claim) return [{ is: 'covers', says: coverInWords(told, reason.ask, claim, held), behind: behindClaim(told.them.name, claim, told.behind) }]
    const job = told.behind.get(jobOf(reason.work ?? ''))
    if (job?.is !== 'job') return []
    return [{ is: 'covers', says: `You need ${inSentence(held)}, and they did it in “${shortened(job.job.what)}”.`, behind: [jobInWords(job.job, told.them.id)] }]
  })
}

function coverInWords(told: Told, askId: string, claim: Claim, held: string): string {
  const ask = told.asks.get(askId)
  const name = inSentence(held)
  const proof = proofCount(claim, told.behind)
  if (ask?.from?.is === 'claim') return `You both do ${name}, so they could cover for you${proof}.`
  const need = told.wants.get(askId)
  if (need) return `You are looking for “${shortened(need.says)}”, and ${doing(claim.strength, name)}${proof}.`
  const wanted = ask?.capabilities.includes(claim.capability ?? '') ? held : (told.titles.get(ask?.capabilities[0] ?? '') ?? held)
  return wanted === held ? `You need ${name}, and ${doing(claim.strength, 'it')}${proof}.` : `You need ${inSentence(wanted)}, and ${doing(claim.strength, name)}${proof}.`
}

function doing(strength: Strength, what: string): string {
  switch (strength) {
    case 'only_us': return `they say only they can do ${what}`
    case 'best_at': return `they call ${what} what they do best`
    case 'can_do': return `they can do ${what}`
  }
}

/** " (2 jobs behind it)"; nothing is made of what is only said. */
function proofCount(claim: Claim, behind: ReadonlyMap<string, BehindWords>): string {
  if (claim.level === 'claimed') return ''
  const jobs = claim.proofs.filter((proof) => proof.behind.is === 'job' && behind.has(proof.behind.id)).length
  const others = claim.proofs.filter((proof) => proof.behind.is !== 'job' && proof.behind.is !== 'figure' && behind.has(proof.behind.id)).length
  const parts = [...(jobs > 0 ? [jobs === 1 ? '1 job' : `${jobs} jobs`] : []), ...(others > 0 ? [others === 1 ? '1 other proof' : `${others} other proofs`] : [])]
  if (parts.length === 0) return ''
  const only = jobs === 0 ? (others === 1 ? 'proof' : `${others} proofs`) : parts.join(' and ')
  return claim.level === 'old_proof' ? ` (${only} behind it, more than three years old)` : ` (${only} behind it)`
}

/** What they look for and we bring, in their own words. */
function theirWants(told: Told): SaidReason[] {
  const { us, them, wants, titles } = told
  if (!us) return []
  const said = reasonsOf(told, 'wants-what-you-bring').flatMap((reason): SaidReason[] => {
    const claim = reason.capability ? us.claims.find(({ capability }) => capability === reason.capability) : undefined
    const name = reason.capability ? inSentence(titles.get(reason.capability) ?? '') : ''
    const words = isAnswer(reason.want) ? them.answers.get(questionOf(reason.want)) : wants.get(reason.want)?.says
    if (!words) return []
    const named = isAnswer(reason.want) ? told.naming.get(`${reason.want} ${reason.capability}`) : undefined
    const quote = shortened(named ?? (isAnswer(reason.want) ? sentenceWith(words, reason.words ?? []) : words))
    const behind = [`${them.name}: “${words}”`, ...(claim ? behindClaim('You', claim, told.behind) : [])]
    if (claim && name && (named || !isAnswer(reason.want))) return [{ is: 'wants-what-you-bring', ours: true, says: isAnswer(reason.want) ? `What they look for names ${name}, which you do: “${quote}”` : `They are looking for “${quote}”, and you do ${name}.`, behind }]
    const asked = new Set(wordsOf(quote)).size
    if ((reason.words ?? []).length < 3 || (reason.words ?? []).length * 5 < asked * 2) return [] // a word or two in common is chance
    return [{ is: 'wants-what-you-bring', ours: true, says: `What they look for sounds like you: “${quote}”`, behind }]
  })
  const order = (says: string) => ['They are looking', 'What they look for names'].findIndex((begin) => says.startsWith(begin)) & 3
  return said.toSorted((a, b) => order(a.says) - order(b.says)).slice(0, 2)
}

/** "You both do food parcels in Haverstow: you on Tuesdays, they on Thursdays." Only where both sides' words give it. */
function sharedCause(told: Told): SaidReason[] {
  const { us, them, lens } = told
  if (lens !== 'cause' || !us) return []
  const shared = us.claims.flatMap((ours) => them.claims.filter((theirs) => theirs.capability !== undefined && theirs.capability === ours.capability).map((theirs) => ({ ours, theirs })))
  const place = us.town && us.town === them.town ? ` in ${us.town}` : ''
  const both = shared.slice(0, 2).map(({ ours, theirs }): SaidReason => {
    const [mine, yours] = [daysNamed(wordsOfClaim(ours)), daysNamed(wordsOfClaim(theirs))]
    const days = mine && yours && mine !== yours ? `: you on ${mine}, they on ${yours}` : mine && mine === yours ? `, both on ${mine}` : ''
    return { is: 'shared-cause', ours: true, says: `You both do ${inSentence(theirs.title)}${place}${days}.`, behind: [...behindClaim('You', ours, told.behind), ...behindClaim(them.name, theirs, told.behind)] }
  })
  if (both.length > 0) return both
  const wrote = bothWrote(wordsOn(us, [1, 3, 4]), wordsOn(them, [1, 3, 4]), told.rarity)
  return wrote && wrote.shares.length >= 2 ? [{ is: 'shared-cause', ours: true, says: `You write: “${wrote.ours}” They write: “${wrote.theirs}”`, behind: [] }] : []
}

/** The same people, in both sides' own words. */
function sharedAudience(told: Told): SaidReason[] {
  const { us, them, lens } = told
  if (lens !== 'audience' || !us) return []
  const wrote = bothWrote([...wordsOn(us, [1, 2, 3, 4]), us.line ?? ''], [...wordsOn(them, [1, 2, 3, 4]), them.line ?? ''], told.rarity)
  return wrote && wrote.shares.length >= 2 ? [{ is: 'shared-audience', ours: true, says: `You write: “${wrote.ours}” They write: “${wrote.theirs}”`, behind: [] }] : []
}

/** Who could introduce us. */
function path({ path: found, them, fit }: Told): SaidReason[] {
  if (!found) return []
  const behind = found.steps.flatMap(({ words }) => words)
  const { introducer } = found
  if (!introducer) return fit.reasons.some(({ is }) => is === 'worked-together') ? [] : [{ is: 'friendly-path', says: `You and ${them.name} know each other already.`, behind }]
  const between = found.steps[1]?.to
  if (found.steps.length === 2) {
    const jobs = found.steps.every(({ words }) => words.some((one) => one.includes('together')))
    return [{ is: 'friendly-path', says: jobs ? `${introducer.name} has worked with both of you.` : `${introducer.name} knows both of you.`, behind }]
  }
  return [{ is: 'friendly-path', says: `${introducer.name}, whom you know, knows ${between?.name ?? 'someone'}, who knows them.`, behind }]
}

function together(told: Told): SaidReason[] {
  return reasonsOf(told, 'worked-together').flatMap((reason): SaidReason[] => {
    const jobs = reason.works.flatMap((work) => { const one = told.behind.get(jobOf(work)); return one?.is === 'job' ? [one.job] : [] })
    const [last] = jobs
    if (!last) return []
    const says = reason.times === 1 ? `You did “${shortened(last.what)}” together in ${last.finishedOn.slice(0, 4)}.` : `You have worked together ${reason.times === 2 ? 'twice' : `${reason.times} times`}, last on “${shortened(last.what)}” in ${last.finishedOn.slice(0, 4)}.`
    return [{ is: 'worked-together', says, behind: jobs.map((job) => jobInWords(job, told.them.id)) }]
  })
}

function similar(told: Told): SaidReason[] {
  return reasonsOf(told, 'similar-works').flatMap((reason): SaidReason[] => {
    const jobs = reason.works.flatMap((work) => { const one = told.behind.get(jobOf(work)); return one?.is === 'job' && !told.fit.reasons.some((each) => each.is === 'worked-together' && each.works.includes(work)) ? [one.job] : [] })
    const [first] = jobs
    if (!first) return []
    return [{ is: 'similar-works', says: told.lens === 'audience' || told.lens === 'cause' ? `Their work is like yours, such as “${shortened(first.what)}” in ${first.finishedOn.slice(0, 4)}.` : `They did a job like it in ${first.finishedOn.slice(0, 4)}: “${shortened(first.what)}”.`, behind: jobs.map((job) => jobInWords(job, told.them.id)) }]
  })
}

/** What they say of themselves that answers what is looked for. */
function says(told: Told): SaidReason[] {
  if (reasonsOf(told, 'says-so').length === 0 && !told.fit.reasons.some((reason) => reason.is === 'similar-works' && reason.works.some(isAnswer))) return []
  if (told.lens === 'audience' || told.lens === 'cause') return [] // the two are quoted side by side there
  const best = bestSentence([...wordsOn(told.them, [3, 4]), told.them.line ?? '', ...told.them.claims.map(({ says: words = '' }) => words)], told.topic, told.rarity)
  return best ? [{ is: 'says-so', says: `They say of themselves: “${best.says}”`, behind: [] }] : []
}

function company(told: Told): SaidReason[] {
  if (told.path || !told.fit.reasons.some(({ is }) => is === 'known-through-others' || is === 'keeps-good-company')) return []
  return [{ is: 'known-through-others', says: 'They have worked with people who did jobs like it.', behind: [] }]
}

function sameTrade({ fit, lens }: Told): SaidReason[] {
  if (!fit.cautions.some(({ is }) => is === 'rival') || lens !== 'cause') return []
  return [{ is: 'same-trade', says: 'You do much the same, so you could stand in for each other.', behind: [] }]
}

const MILES_IN_KM = 0.621371

function nearby(told: Told): SaidReason[] {
  return reasonsOf(told, 'nearby').map(({ km, town }): SaidReason => {
    const from = told.near ?? 'you'
    if (km === undefined) return { is: 'nearby', says: `They are in ${town ?? 'the same place'}, as you are.`, behind: [] }
    const miles = Math.round(km * MILES_IN_KM)
    const place = told.them.town ? ` in ${told.them.town},` : ''
    if (km === 0) return { is: 'nearby', says: told.them.town ? `They are in ${told.them.town}, ${told.near ? `in ${told.near} itself` : 'where you are'}.` : 'They are in the same district.', behind: [] }
    return { is: 'nearby', says: miles < 1 ? `They are${place} less than a mile from ${from}.` : `They are${place} about ${miles === 1 ? 'a mile' : `${miles} miles`} from ${from}.`, behind: [] }
  })
}

function newcomer({ fit }: Told): SaidReason[] {
  return fit.reasons.some(({ is }) => is === 'newcomer') && fit.cautions.some(({ is }) => is === 'no-past-work') ? [{ is: 'newcomer', says: 'They are new here. Every list keeps places for newcomers.', behind: [] }] : []
}

/** The one thing to ask about before saying yes: the most telling first. */
export function careOf(told: Told): string | undefined {
  const { fit, lens, them } = told
  const ending = [...told.behind.values()].find((one) => one.is === 'certificate' && !!one.expiresOn && one.expiresOn >= told.today && daysBetween(told.today, one.expiresOn) <= 92 && standsBehind(told, one))
  const has = (is: Caution['is']) => fit.cautions.find((caution) => caution.is === is)
  const uncovered = fit.cautions.flatMap((caution) => (caution.is === 'must-uncovered' ? [told.asks.get(caution.ask)] : [])).flatMap((ask) => (ask ? [told.titles.get(ask.capabilities[0] ?? '') ?? ask.text] : [])).filter(Boolean)
  if (ending?.is === 'certificate') return `Their “${ending.name}” runs out on ${dayInWords(ending.expiresOn ?? '')}. Ask if it will be renewed.`
  if (has('rival') && lens !== 'cover' && lens !== 'cause') return 'They are in your own trade nearby. Agree who does what before you start.'
  if (uncovered.length > 0) return `They do not say they do ${inSentence(uncovered[0] ?? '')}.`
  const claimed = fit.cautions.find((caution) => caution.is === 'only-claimed')
  if (claimed?.is === 'only-claimed') return `For ${inSentence(told.titles.get(claimed.capability) ?? 'this')} there is only their word so far. Ask for a job they can show you.`
  const old = fit.cautions.find((caution) => caution.is === 'old-proof')
  if (old?.is === 'old-proof') return `Their proof of ${inSentence(told.titles.get(old.capability) ?? 'it')} is more than three years old. Ask what they did lately.`
  if (them.unclaimed) return 'Somebody else listed them; their own people have not joined yet.'
  if (has('not-active-lately')) return 'Nothing they show is newer than three years. Ask what they did lately.'
  const far = fit.cautions.find((caution) => caution.is === 'far')
  if (far?.is === 'far') return `They are ${Math.round(far.km * MILES_IN_KM)} miles from ${told.near ?? 'you'}. Ask how far they travel.`
  if (has('capacity-unknown')) return 'They have not said when they have time. Ask.'
  if (has('no-past-work')) return 'They show no finished job yet. Ask for one.'
  return undefined
}

function standsBehind(told: Told, paper: BehindWords): boolean {
  const cited = new Set(reasonsOf(told, 'covers').map(({ claim }) => claim))
  return told.them.claims.some((claim) => cited.has(claim.id) && claim.proofs.some((proof) => told.behind.get(proof.behind.id) === paper))
}

const daysBetween = (from: string, until: string): number => Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000)
const wordsOn = (member: ShownMember, questions: readonly number[]): readonly string[] => questions.flatMap((question) => member.answers.get(question) ?? [])
const wordsOfClaim = ({ says: words = '', capacity }: Claim): string => `${words} ${capacity?.says ?? ''}`
/** The sentence that holds most of these words. */
function sentenceWith(text: string, words: readonly string[]): string {
  const count = (says: string) => wordsOf(says).filter((word) => words.includes(word)).length
  return (sentencesOf(text).toSorted((a, b) => count(b) - count(a))[0] ?? text)
}

/** A capability's name within a sentence: "Wedding cakes" becomes "wedding cakes", "CNC machining" stays. */
export function inSentence(name: string): string {
  const [first = '', second = ''] = name
  return second === second.toLowerCase() && second !== second.toUpperCase() ? first.toLowerCase() + name.slice(1) : name
}
