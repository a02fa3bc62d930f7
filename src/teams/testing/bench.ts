import { saveBriefs } from '../../briefs/index.ts'
import { saveClaims, saveJobs, saveProofs, standingOf } from '../../answers/index.ts'
import { asHouse } from '../../kit/ctx.ts'
import { newId, type Id } from '../../kit/ids.ts'
import type { TestHouse } from '../../kit/testing/house.ts'
import { addCapability } from '../../networks/index.ts'
import { joins, openNetwork, someone, type Character } from '../../networks/testing/cast.ts'
import { sayWhoSees } from '../../networks/index.ts'
import { startTeam } from '../start-team.ts'
import { listParts } from '../team-store.ts'
import { listLineUps } from '../line-up-store.ts'
import type { Part } from '../team.ts'

/** Kestrel of the park and those around it: what each can do, and how well it is proven. */
export type Bench = {
  readonly network: { readonly id: Id<'network'>; readonly slug: string }
  readonly kestrel: Character
  readonly moorside: Character
  readonly donside: Character
  readonly ravensgill: Character
  readonly brief: Id<'brief'>
  readonly capabilities: Readonly<Record<string, Id<'capability'>>>
  /** A claim of a capability by one of them, with a finished job behind it where it is proven. */
  claims(who: Character, capability: string, finishedOn?: string): Promise<Id<'claim'>>
}

export const WANTED = ['Design of the bench', 'Titanium machining', 'Controls software', 'Certification'] as const

export async function openBench(town: TestHouse): Promise<Bench> {
  const kestrel = await someone(town, 'Ellen', 'Kestrel Engineering')
  const network = await openNetwork(kestrel, 'Don Side Park')
  const [moorside, donside, ravensgill] = await Promise.all([someone(town, 'Mo', 'Moorside Precision'), someone(town, 'Ruth', 'Don Side Controls'), someone(town, 'Callum', 'Ravensgill Test Systems')])
  for (const one of [moorside, donside, ravensgill]) await joins(town, network.id, one)
  for (const one of [kestrel, moorside, donside, ravensgill]) await sayWhoSees(one.ctx, one.organisation, { page: 'network', contact: 'network', place: 'network' })
  const capabilities: Record<string, Id<'capability'>> = {}
  for (const title of WANTED) capabilities[title] = await addCapability(kestrel.ctx, network.slug, { title })
  const claims = (who: Character, capability: string, finishedOn?: string) => asHouse(town.ctx()).transaction(async (tx) => {
    const [claim] = await saveClaims(tx, [{ organisation: who.organisation, network: network.id, capability: capabilities[capability], title: capability, strength: 'can_do', sight: 'network' }])
    if (!claim) throw new Error('No claim was made.')
    if (finishedOn) {
      const [job] = await saveJobs(tx, [{ by: who.organisation, what: `${capability} for a mill`, finishedOn, parties: [{ organisation: who.organisation, network: network.id, capability: capabilities[capability], sight: 'network', confirmedAt: tx.now }] }])
      if (!job) throw new Error('No job was made.')
      await saveProofs(tx, [{ organisation: who.organisation, claim, behind: { is: 'job', id: job }, standing: standingOf({ is: 'job', finishedOn, ownWordAt: tx.now, othersWordAt: tx.now, sight: 'network' }) }])
    }
    return claim
  })
  const [brief] = await asHouse(town.ctx()).transaction((tx) => saveBriefs(tx, [{
    network: network.id, organisation: kestrel.organisation, title: 'Hydrogen test bench', says: 'A bench for valves at 700 bar.', openToRivals: true, sight: 'network', publishedAt: tx.now, answerBy: '2027-05-14', startsOn: '2027-06-07',
    parts: WANTED.map((says) => ({ id: newId<'part'>(), says, capability: capabilities[says], need: 'must' as const, size: 'One lot' })),
  }]))
  if (!brief) throw new Error('No brief was made.')
  return { network, kestrel, moorside, donside, ravensgill, brief, capabilities, claims }
}

export async function teamOf(bench: Bench): Promise<{ team: Id<'team'>; parts: readonly Part[]; line: Id<'line-up'> }> {
  const team = await startTeam(bench.kestrel.ctx, { network: bench.network.id, brief: bench.brief })
  return bench.kestrel.ctx.read(async (tx) => {
    const key = { network: bench.network.id, id: team }
    const [line] = await listLineUps(tx, key)
    return { team, parts: await listParts(tx, key), line: line?.id ?? ('' as Id<'line-up'>) } // every team has one
  })
}
