import type { Caution, Reason } from '../../engine/index.ts'
import type { Claim, Strength } from '../answers/index.ts'

/** What the engine found, as sentences about somebody who could take a person on. What says nothing to that end is left out. */
export function reasonInWords(reason: Reason, claims: readonly Claim[], strengths: Readonly<Record<Strength, string>>): string | undefined {
  switch (reason.is) {
    case 'covers': {
      const claim = claims.find((one) => one.id === reason.claim || one.capability === reason.capability)
      if (!claim) return undefined
      const says = `${claim.title}: ${strengths[claim.strength].toLowerCase()}`
      return reason.level === 'proven' ? `${says}, with proof behind it.` : reason.level === 'old proof' ? `${says}, with proof from some years ago.` : `${says}, in their own words.`
    }
    case 'similar-works': return 'They have done jobs like this.'
    case 'worked-together': return reason.times === 1 ? 'You have worked together once.' : `You have worked together ${reason.times} times.`
    case 'known-through-others': return 'People you work with know them.'
    case 'keeps-good-company': return 'They work with others who are well spoken of.'
    case 'says-so': return 'Their own words speak of it.'
    case 'nearby': return reason.town ? `They are near you, in ${reason.town}.` : 'They are near you.'
    case 'newcomer': return 'They are new here, and worth a first try.'
    case 'wants-what-you-bring': return undefined
  }
}

export function cautionInWords(caution: Caution): string | undefined {
  switch (caution.is) {
    case 'only-claimed': return 'Nothing stands behind it yet but their word.'
    case 'old-proof': return 'The proof is some years old.'
    case 'far': return `They are about ${Math.round(caution.km / 1.609)} miles away.`
    case 'not-active-lately': return 'They have not been active lately.'
    default: return undefined
  }
}
