import { openTestWeb, type TestWeb } from '../../../entry/testing.ts'
import type { Id } from '../../../kit/ids.ts'
import { countPartner, sayWhoSees } from '../../../networks/index.ts'
import { joins, openNetwork, someone, type Character } from '../../../networks/testing/cast.ts'
import { addIdentifier, SIGHT_WORDS, type Sight } from '../../../organisations/index.ts'
import { putAnswer, putSight } from '../../answer-store.ts'
import { saveClaims } from '../../claim-store.ts'
import { saveJobs } from '../../job-store.ts'
import { saveCertificates, saveFigures } from '../../paper-store.ts'
import { saveProofs } from '../../proof-store.ts'
import { saveRecommendations } from '../../recommendation-store.ts'

/** A word for one kind of thing shown to one circle: it stands nowhere else, so wherever it appears it was told. */
export const told = (thing: string, sight: Sight): string => `Told${thing}${sight.replace('_', '')}`
export const THINGS = ['Answer', 'Claim', 'Job', 'Certificate', 'Figure', 'Recommendation'] as const

export type PublicWorld = {
  readonly web: TestWeb
  readonly alder: Character
  readonly maple: Character
  readonly pine: Character
  readonly oak: Character
  readonly network: { readonly id: Id<'network'>; readonly slug: string }
  readonly slug: string
}

/** Alder says one thing of every kind to every circle. Maple shares a network with it, Pine is its partner, Oak is neither. */
export async function tellInAllWays(): Promise<PublicWorld> {
  const web = await openTestWeb()
  const { town } = web
  town.clock.forward(Date.now() - town.clock.now().getTime())
  const alder = await someone(town, 'Ann', 'Alder Joinery'), maple = await someone(town, 'Mel', 'Maple'), pine = await someone(town, 'Pat', 'Pine'), oak = await someone(town, 'Xena', 'Oak')
  const network = await openNetwork(alder)
  await joins(town, network.id, maple)
  await sayWhoSees(alder.ctx, alder.organisation, { page: 'anyone', contact: 'partners', place: 'network' })
  await sayWhoSees(pine.ctx, pine.organisation, { page: 'anyone', contact: 'only_us', place: 'only_us' })
  await countPartner(alder.ctx, alder.organisation, pine.organisation)
  await addIdentifier(alder.ctx, alder.organisation, { scheme: 'GB-COH', value: '09876541' })
  const id = alder.organisation
  await town.ctx({ by: 'house', person: alder.person }).transaction(async (tx) => {
    for (const [at, sight] of SIGHT_WORDS.entries()) {
      const question = ([1, 2, 3, 4] as const)[at] ?? 1
      await putAnswer(tx, id, { question, words: `We say ${told('Answer', sight)} here.`, sight })
      await putSight(tx, id, question, sight)
      const [claim] = await saveClaims(tx, [{ organisation: id, network: network.id, title: told('Claim', sight), strength: 'best_at', sight }])
      await saveJobs(tx, [{ by: id, what: told('Job', sight), finishedOn: '2026-10-01', parties: [{ organisation: id, sight, confirmedAt: tx.now }, { organisation: pine.organisation, sight, confirmedAt: tx.now }] }])
      const [paper] = await saveCertificates(tx, [{ organisation: id, name: told('Certificate', sight), issuedBy: 'The Board', sight }])
      await saveFigures(tx, [{ organisation: id, says: told('Figure', sight), source: 'Our books', on: '2026-12-31', sight }])
      if (claim && paper) await saveProofs(tx, [{ organisation: id, claim, behind: { is: 'certificate', id: paper }, standing: { sight, standsAt: tx.now, countsUntil: '2090-01-01' } }])
      const open = sight === 'anyone' ? { publicByGiverAt: tx.now, publicByTakerAt: tx.now } : {}
      await saveRecommendations(tx, [{ about: id, from: { organisation: pine.organisation }, basis: 'bought_from', words: told('Recommendation', sight), saidOn: '2026-11-01', givenAt: tx.now, takenAt: tx.now, sight, ...open }])
    }
  })
  await town.settle()
  return { web, alder, maple, pine, oak, network, slug: 'alder-joinery' }
}
