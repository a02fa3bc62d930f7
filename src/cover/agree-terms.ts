import { defineAskKind, type Ask } from '../asks/index.ts'
import type { Id } from '../kit/ids.ts'
import { tell } from '../notices/index.ts'
import { routes } from '../routes.ts'
import { otherSide, termsInForce } from './bench.ts'
import { findPlace, holdPlace, markPlaceEnded, markTerms } from './bench-store.ts'
import { NoLongerLookedFor } from './errors.ts'
import { namesOf } from './names.ts'
import { BENCH } from './propose-terms.ts'
import { inWords, whatChanged } from './terms.ts'
import { mustSpeakFor } from './who-may.ts'

/** One tap from the other side makes terms agreed. A no keeps whatever was agreed before. */
defineAskKind({
  name: BENCH,
  words: { yes: 'Yes, agreed', no: 'Not on these terms, thank you' },
  describe: async (tx, asked) => {
    const { place: id, version } = subjectOf(asked)
    const place = await findPlace(tx, id)
    const proposed = place?.versions.find((one) => one.version === version)
    if (!place || !proposed) return { title: 'A place on a bench that was taken away', lines: [], seenBy: 'Nobody any more' }
    const name = await namesOf(tx, [place.organisation, place.associate])
    const [owner, associate] = [name(place.organisation), name(place.associate)]
    const byOwner = proposed.proposedBy === place.organisation
    const clauses = inWords(proposed.terms, { owner, associate })
    const agreed = termsInForce(place)
    const changed = agreed && whatChanged(agreed.terms, proposed.terms)
    const intro = agreed ? `${byOwner ? owner : associate} would like to change what you agreed on. Until you say yes, the terms of before go on.` : `${owner} would like you on their bench: prepared to take work off them when both of you can. Being asked is never a promise.`
    return {
      title: agreed ? `${byOwner ? owner : associate} suggests changed terms for cover` : `${owner} invites you to their bench`,
      lines: [intro, ...clauses.map((clause) => `${clause.title}${changed?.includes(clause.key) ? ' (changed)' : ''}: ${clause.short}`), ...(proposed.says ? [`They write: “${proposed.says}”`] : [])],
      seenBy: `Only the people of ${owner} and ${associate}`,
    }
  },
  answered: async (tx, asked, answer) => {
    const { place: id, version } = subjectOf(asked)
    const place = await holdPlace(tx, id)
    const proposed = place.versions.find((one) => one.version === version)
    if (place.ended || proposed?.state.is !== 'waiting') throw new NoLongerLookedFor()
    const answering = otherSide(place, proposed.proposedBy)
    await mustSpeakFor(tx, answering, answer)
    if (answer.word === 'yes') {
      await markTerms(tx, id, version, { agreed_at: tx.now, agreed_by: answer.by.person })
      await tell(tx, { kind: 'cover.bench-agreed', to: proposed.proposedBy, subject: { place: id, by: answering } })
      await tx.emit('bench.agreed', { place: id, organisation: place.organisation, associate: place.associate })
      return answer.by.person ? { goTo: routes.benchPlace(id) } : undefined
    }
    await markTerms(tx, id, version, { declined_at: tx.now, declined_note: answer.note })
    await tell(tx, { kind: 'cover.bench-declined', to: proposed.proposedBy, subject: { place: id, by: answering } })
    if (!termsInForce(place)) await markPlaceEnded(tx, id, answering)
  },
  ended: async (tx, asked) => {
    const { place: id, version } = subjectOf(asked)
    const place = await findPlace(tx, id)
    const proposed = place?.versions.find((one) => one.version === version)
    if (!place || proposed?.state.is !== 'waiting') return
    await markTerms(tx, id, version, { lapsed_at: tx.now })
    if (!termsInForce(place)) await markPlaceEnded(tx, id, otherSide(place, proposed.proposedBy))
  },
})

function subjectOf(asked: Ask): { place: Id<'bench place'>; version: number } {
  return { place: asked.subject.place as Id<'bench place'>, version: Number(asked.subject.version) } // written by propose for this kind
}
