import { town, type Bond } from '../../town/index.ts'
import { moveTown } from '../../town/move-town.ts'
import { listJobs, listRecommendations, type Job, type Recommendation } from '../answers/index.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { savePartnerships, type KnownMoment, type KnownPartnership } from '../partnerships/index.ts'
import type { KnownTown } from './load-town-answers.ts'

type Organisation = Id<'organisation'>
const STAGE = { noted: 'noted', met: 'met', trust: 'trust', 'work-together': 'work_together', agreement: 'agreement' } as const

/** Partnerships: who knows whom, how they met, how far it has grown, what they did together; a few statements for all of it. */
export async function loadTownBonds(tx: Tx, known: KnownTown): Promise<void> {
  const today = moveTown(town, tx.now.toISOString().slice(0, 10))
  const jobs = new Map<Organisation, readonly Job[]>(), said = new Map<Organisation, readonly Recommendation[]>()
  for (const id of known.organisations.values()) {
    jobs.set(id, await listJobs(tx, id))
    said.set(id, await listRecommendations(tx, id))
  }
  await savePartnerships(tx, today.bonds.map((bond) => {
    const between = whoNotedFirst(bond).map((key) => need(known, key)) as unknown as readonly [Organisation, Organisation] // two stay two
    return { ...partnershipOf(bond, between, known), moments: [...momentsOf(bond, between[0]), ...jobsOf(between, jobs.get(between[0]) ?? []), ...recommendationsOf(bond, between, said)] }
  }))
}

function partnershipOf(bond: Bond, between: readonly [Organisation, Organisation], known: KnownTown): Omit<KnownPartnership, 'moments'> {
  const restingBy = town.organisations.find((one) => bond.between.includes(one.key) && one.state === 'resting')?.key ?? bond.between[1]
  const stubs = new Set(town.organisations.filter((one) => one.state === 'stub').map((one) => one.key))
  return {
    between, stage: STAGE[bond.stage], at: noon(bond.since), aim: bond.aim, next: bond.next,
    met: { through: bond.met.through, what: bond.met.what, by: bond.met.introducedBy ? need(known, bond.met.introducedBy) : undefined, on: bond.since },
    agreed: !bond.between.some((key) => stubs.has(key)), // nobody of theirs is here to say yes
    hiddenBy: (bond.hiddenBy ?? []).map((key) => need(known, key)), notes: (bond.notes ?? []).map(({ by, says }) => ({ by: need(known, by), says })),
    resting: bond.resting && { since: noon(bond.resting.since), by: need(known, restingBy), because: bond.resting.because },
    ended: bond.ended && { at: noon(bond.ended.on), by: need(known, bond.ended.by), because: bond.ended.because },
  }
}

/** Nobody of a stub is here to note anything. */
function whoNotedFirst({ between: [one, other] }: Bond): readonly [string, string] {
  return town.organisations.find((each) => each.key === one)?.state === 'stub' ? [other, one] : [one, other]
}

/** What the town tells of how it went, as a line that both read. */
function momentsOf(bond: Bond, by: Organisation): readonly KnownMoment[] {
  return [
    { kind: 'note', says: bond.story, by, at: noon(bond.since) },
    ...(bond.resting ? [{ kind: 'rested', says: 'Let it rest for a while.', at: noon(bond.resting.since) } as const] : []),
    ...(bond.ended ? [{ kind: 'ended', says: 'Ended, with thanks.', at: noon(bond.ended.on) } as const] : []),
  ]
}

function jobsOf([one, other]: readonly [Organisation, Organisation], jobs: readonly Job[]): readonly KnownMoment[] {
  const there = (job: Job, who: Organisation) => job.parties.some((party) => party.organisation === who && party.confirmedAt)
  return jobs.filter((job) => there(job, one) && there(job, other)).map((job) => ({ kind: 'job', says: job.what, by: job.notedBy, about: job.id, at: noon(job.finishedOn), cameOfIt: true }))
}

function recommendationsOf(bond: Bond, [one, other]: readonly [Organisation, Organisation], said: ReadonlyMap<Organisation, readonly Recommendation[]>): readonly KnownMoment[] {
  const keys = whoNotedFirst(bond)
  const name = (key: string) => town.organisations.find((each) => each.key === key)?.name ?? key
  const given = (about: Organisation, from: Organisation, says: string) => (said.get(about) ?? []).filter((each) => each.from.organisation === from && each.givenAt && each.takenAt)
    .map((each): KnownMoment => ({ kind: 'recommendation', says, by: from, about: each.id, at: noon(each.saidOn), ties: true }))
  const [first, second] = [name(keys[0]), name(keys[1])]
  return [...given(one, other, `${second} recommends ${first}.`), ...given(other, one, `${first} recommends ${second}.`)]
}

function need(known: KnownTown, key: string): Organisation {
  const found = known.organisations.get(key)
  if (!found) throw new Error(`The town names "${key}", who is not in it.`)
  return found
}

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`)
