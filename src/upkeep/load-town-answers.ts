import { town } from '../../town/index.ts'
import { moveTown } from '../../town/move-town.ts'
import type { Answers, Claim as TownClaim, Job as TownJob, Proof as TownProof, Recommendation as TownRecommendation, ValueBand as TownBand } from '../../town/index.ts'
import {
  putAnswer, saveCertificates, saveClaims, saveFigures, saveJobs, saveProofs, saveRecommendations, standingOf,
  type Behind, type NewClaim, type NewJob, type NewProof, type Question, type Standing, type Strength, type ValueBand,
} from '../answers/index.ts'
import type { Tx } from '../kit/ctx.ts'
import { newId, type Id } from '../kit/ids.ts'
import { listCapabilities, type Capability } from '../networks/index.ts'

export type KnownTown = {
  readonly people: ReadonlyMap<string, Id<'person'>>
  readonly organisations: ReadonlyMap<string, Id<'organisation'>>
  readonly networks: ReadonlyMap<string, { readonly id: Id<'network'>; readonly slug: string }>
}

export type TownWords = ReadonlyMap<string, { readonly network: Id<'network'>; readonly capability: Capability }>
type Town = typeof town

/** The town's answers, claims, jobs, recommendations and what stands behind what: a few statements for all of it, as the house. */
export async function loadTownAnswers(tx: Tx, known: KnownTown): Promise<void> {
  const today = moveTown(town, tx.now.toISOString().slice(0, 10))
  const words = await wordsByKey(tx, known)
  for (const { key, answers } of today.organisations) if (answers) await putAnswers(tx, need(known.organisations, key), answers)
  const claims = today.organisations.flatMap((one) => one.claims.map((claim) => ({ by: one.key, claim, id: newId<'claim'>() })))
  await saveClaims(tx, claims.map(({ by, claim, id }) => claimOf(need(known.organisations, by), claim, id, words)))
  const jobs = new Map(today.jobs.map((job) => [job.key, newId<'job'>()]))
  await saveJobs(tx, today.jobs.map((job) => jobOf(job, jobs, known, words)))
  const said = new Map(today.recommendations.map((one) => [one.key, newId<'recommendation'>()]))
  await saveRecommendations(tx, today.recommendations.map((one) => recommendationOf(one, said, known, words)))
  const proofs: NewProof[] = []
  for (const { by, claim, id } of claims) {
    const organisation = need(known.organisations, by)
    for (const proof of claim.proof) {
      const found = await behindOf(tx, today, organisation, by, claim, proof, { jobs, said })
      if (found) proofs.push({ organisation, claim: id, ...found })
    }
  }
  await saveProofs(tx, proofs)
}

async function putAnswers(tx: Tx, organisation: Id<'organisation'>, answers: Answers): Promise<void> {
  const four = [answers.whatNeedsDoing, answers.whatOthersCanDo, answers.whatWeDoBetter, answers.whatOnlyWeDo]
  for (const [at, { says, sight }] of four.entries()) await putAnswer(tx, organisation, { question: (at + 1) as Question, words: says, sight }) // four of them, in the order of the questions
}

/** The town's keys for words are found again by their codes. */
export async function wordsByKey(tx: Tx, known: KnownTown): Promise<TownWords> {
  const found = new Map<string, { network: Id<'network'>; capability: Capability }>()
  for (const network of town.networks) {
    const { id } = need(known.networks, network.key)
    const byCode = new Map((await listCapabilities(tx, id)).map((one) => [one.code, one]))
    const walk = (list: Town['vocabularies'][number]['words']): void => {
      for (const word of list) {
        const capability = byCode.get(word.code)
        if (capability) found.set(word.key, { network: id, capability })
        walk(word.narrower ?? [])
      }
    }
    walk(town.vocabularies.find((one) => one.key === network.vocabulary)?.words ?? [])
  }
  return found
}

const STRENGTH: Readonly<Record<TownClaim['strength'], Strength>> = { 'can-do': 'can_do', 'best-at': 'best_at', 'only-us': 'only_us' }

function claimOf(organisation: Id<'organisation'>, claim: TownClaim, id: Id<'claim'>, words: TownWords): NewClaim & { id: Id<'claim'> } {
  const { network, capability } = need(words, claim.capability)
  return { organisation, id, network, capability: capability.id, title: capability.title, strength: STRENGTH[claim.strength], says: claim.says, capacity: claim.capacity, sight: claim.sight, confirmedAt: at(claim.lastConfirmed) }
}

const BANDS: Readonly<Record<TownBand, ValueBand>> = { 'under-1k': 'under_1k', '1k-5k': '1k_5k', '5k-25k': '5k_25k', '25k-100k': '25k_100k', '100k-500k': '100k_500k', 'over-500k': 'over_500k' }

/** The first party noted it. One party may have done two things; they are told as one part. */
function jobOf(job: TownJob, ids: ReadonlyMap<string, Id<'job'>>, known: KnownTown, words: TownWords): NewJob {
  const parties = [...Map.groupBy(job.parts, (part) => part.by)].map(([by, parts]) => {
    const word = words.get(parts[0]?.capability ?? '')
    return {
      organisation: need(known.organisations, by), did: parts.map((part) => part.did).join('; '), network: word?.network, capability: word?.capability.id,
      sight: job.sight, confirmedAt: job.unconfirmedBy?.includes(by) ? undefined : at(job.finishedOn),
    }
  })
  return {
    id: need(ids, job.key), by: need(known.organisations, job.parts[0]?.by), what: job.what, forWhom: job.forWhom, finishedOn: job.finishedOn, value: BANDS[job.value], parties,
    customer: job.customerSays && { says: job.customerSays.says, name: job.customerSays.by },
    heard: job.customerSays ? [{ name: job.customerSays.by, role: 'customer', at: at(job.finishedOn) }] : [],
  }
}

function recommendationOf(one: TownRecommendation, ids: ReadonlyMap<string, Id<'recommendation'>>, known: KnownTown, words: TownWords) {
  const word = words.get(one.capability)
  const both = one.state === 'public'
  const basis = ({ 'bought-from': 'bought_from', referred: 'referred', 'delivered-together': 'delivered_together' } as const)[one.basis]
  return {
    id: need(ids, one.key), about: need(known.organisations, one.about), from: { organisation: need(known.organisations, one.from) }, network: word?.network, capability: word?.capability.id, basis,
    words: one.says, saidOn: one.on, givenAt: at(one.on), takenAt: one.state === 'waiting' ? undefined : at(one.on),
    publicByGiverAt: both ? at(one.on) : undefined, publicByTakerAt: both ? at(one.on) : undefined, sight: both ? 'anyone' as const : 'network' as const,
  }
}

type Ids = { readonly jobs: ReadonlyMap<string, Id<'job'>>; readonly said: ReadonlyMap<string, Id<'recommendation'>> }

/** What a proof of the town points at, and how it stands by the same rule as everybody's. */
async function behindOf(tx: Tx, today: Town, organisation: Id<'organisation'>, by: string, { sight }: TownClaim, proof: TownProof, ids: Ids): Promise<{ behind: Behind; standing: Standing } | undefined> {
  switch (proof.is) {
    case 'job': {
      const job = today.jobs.find((one) => one.key === proof.job)
      if (!job?.parts.some((part) => part.by === by)) return undefined
      const yes = (others: boolean) => job.parts.some((part) => (part.by !== by) === others && !job.unconfirmedBy?.includes(part.by))
      const day = at(job.finishedOn)
      const heard = yes(true) || !!job.customerSays
      return { behind: { is: 'job', id: need(ids.jobs, proof.job) }, standing: standingOf({ is: 'job', finishedOn: job.finishedOn, ownWordAt: yes(false) ? day : undefined, othersWordAt: heard ? day : undefined, sight: job.sight ?? 'network' }) }
    }
    case 'recommendation': {
      const one = today.recommendations.find((each) => each.key === proof.recommendation)
      if (!one) return undefined
      const standing = standingOf({ is: 'recommendation', saidOn: one.on, givenAt: at(one.on), takenAt: one.state === 'waiting' ? undefined : at(one.on), sight: one.state === 'public' ? 'anyone' : 'network' })
      return { behind: { is: 'recommendation', id: need(ids.said, one.key) }, standing }
    }
    case 'certificate': {
      const [id] = await saveCertificates(tx, [{ organisation, name: proof.name, number: proof.number, issuedBy: proof.issuedBy, expiresOn: proof.expiresOn, sight }])
      return id && { behind: { is: 'certificate', id }, standing: standingOf({ is: 'certificate', addedAt: tx.now, expiresOn: proof.expiresOn, sight }) }
    }
    case 'figure': {
      const [id] = await saveFigures(tx, [{ organisation, says: proof.says, source: proof.source, on: proof.on, sight }])
      return id && { behind: { is: 'figure', id }, standing: standingOf({ is: 'figure', addedAt: tx.now, sight }) }
    }
  }
}

const at = (day: string): Date => new Date(`${day}T12:00:00Z`)

function need<T>(known: ReadonlyMap<string, T>, key: string | undefined): T {
  const found = key === undefined ? undefined : known.get(key)
  if (found === undefined) throw new Error(`The town names "${key}", which is not in it.`)
  return found
}
