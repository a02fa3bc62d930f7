import { addCertificate, addClaim, addFigure, askRecommendation, getClaim, noteJob, removeClaim, saveAnswer } from '../../answers/index.ts'
import { keepVersion, listSuggestions, listVersions, putSuggestion } from '../../answers/answer-store.ts'
import { askSecondLook } from '../../answers/second-look.ts'
import type { Ctx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'

/** What Alder answers, claims and can prove: ids that stand in addresses, and the secret ends of links. A canary in each private field. */
export type AlderAnswers = Readonly<Record<'claim' | 'removedClaim' | 'proof' | 'certificate' | 'version' | 'suggestion' | 'look' | 'jobLink' | 'quoteLink', string>>

export async function answerForAlder(ann: Ctx, alder: Id<'organisation'>, network: Id<'network'>): Promise<AlderAnswers> {
  const end = (link: string | undefined) => link?.split('/').at(-1) ?? ''
  await saveAnswer(ann, alder, 1, { words: 'Canaryanswershown', sight: 'network' })
  await saveAnswer(ann, alder, 4, { words: 'Canaryanswerhidden', sight: 'only_us' })
  const claim = await addClaim(ann, alder, { network, words: 'Canaryclaimshown', strength: 'best_at', says: 'Canarysaysshown', sight: 'network' })
  await addClaim(ann, alder, { network, words: 'Canaryclaimhidden', strength: 'only_us', says: 'Canarysayshidden', capacitySays: 'Canarycapacityhidden', sight: 'only_us' })
  const removedClaim = await addClaim(ann, alder, { network, words: 'Canaryclaimremoved', strength: 'can_do', sight: 'anyone' })
  await removeClaim(ann, alder, removedClaim)
  await addFigure(ann, alder, { says: 'Canaryfigurehidden', source: 'Canarysourcehidden', on: '2027-01-01', sight: 'only_us', claim })
  await addCertificate(ann, alder, { name: 'Canarypapershown', number: 'Canarynumbershown', issuedBy: 'Somebody', sight: 'network', claim })
  const { links } = await noteJob(ann, alder, { what: 'Canaryjobhidden', finishedOn: '2026-07-18', value: '1k_5k', witnessName: 'Canarywitness', sight: 'only_us', claim })
  const { link } = await askRecommendation(ann, alder, { fromName: 'Canarygiver', basis: 'referred', words: 'Canaryquotewaiting', saidOn: '2027-01-01', claim })
  const look = await askSecondLook(ann, alder, 1, { name: 'Canarylooker', note: 'Canarylooknote' })
  return ann.transaction(async (tx) => {
    await keepVersion(tx, alder, 4, { words: 'Canaryversion', saved_at: tx.now, saved_by: null })
    await putSuggestion(tx, alder, { question: 4, from: 'Canarysuggester', words: 'Canarysuggestion' })
    const { proofs } = await getClaim(tx, alder, claim)
    const find = (is: string) => proofs.find((proof) => proof.behind.is === is)
    return {
      claim, removedClaim, proof: find('figure')?.id ?? '', certificate: find('certificate')?.behind.id ?? '', version: (await listVersions(tx, alder, 4))[0]?.id ?? '',
      suggestion: (await listSuggestions(tx, alder))[0]?.id ?? '', look: end(look.link), jobLink: end(links[0]?.link), quoteLink: end(link?.link),
    }
  })
}
