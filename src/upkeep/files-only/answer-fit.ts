import { fit, type Caution, type Fit, type Lens, type Reason } from '../../../engine/index.ts'
import { inColumns, memberMeant, nameOf, type Answer } from './answer.ts'
import { AskedWrongly } from './errors.ts'
import type { NetworkInFiles } from './network-in-files.ts'

export const LENSES = ['gap', 'audience', 'cover', 'cause'] as const
export const LISTS = ['all', 'new', 'small'] as const
export type FitAsked = { readonly as?: string; readonly want?: string; readonly lens: Lens; readonly list: (typeof LISTS)[number]; readonly most: number; readonly on: string }

/** Who completes us: the members that fit, best first, with the reasons. */
export function answerFit(network: NetworkInFiles, { as, want, lens, list, most, on }: FitAsked): Answer {
  const viewer = as === undefined ? undefined : memberMeant(network, as)
  const { fits, refused } = fit(network.atlas, { ...(viewer === undefined ? {} : { viewer }), ...(want === undefined ? {} : { want }), lens, list, limit: most, on })
  if (refused) throw new AskedWrongly('There is nothing to look for.', 'Say what is wanted: --want "a wedding cake for 80".')
  const told = fits.map((one) => ({
    organisation: { id: one.organisation, name: nameOf(network, one.organisation), ...townOf(network, one.organisation) }, fit: one.word,
    because: one.reasons.map((reason) => reasonInWords(network, reason)), ask: cautionsInWords(network, one), reasons: one.reasons, cautions: one.cautions,
  }))
  const rows = told.map(({ organisation, fit, because, ask }) => [organisation.name, fit, organisation.town ?? '', [...because, ...ask].join(' ')])
  return { found: told.length > 0, json: { as: viewer ?? null, want: want ?? null, lens, list, on, fits: told }, lines: told.length === 0 ? ['Nobody in these files fits.'] : inColumns([['Who', 'Fit', 'Where', 'Why'], ...rows]) }
}

const townOf = ({ members }: NetworkInFiles, id: string) => { const town = members.get(id)?.cells['town']; return town ? { town } : {} }

const LEVELS = { proven: 'proven', 'old proof': 'old proof', claimed: 'claimed' } as const

function reasonInWords(network: NetworkInFiles, reason: Reason): string {
  switch (reason.is) {
    case 'covers': return `Can do ${network.words.nameOf(reason.capability)} (${LEVELS[reason.level]}).`
    case 'similar-works': return `Has done work like this: ${jobsInWords(network, reason.works)}.`
    case 'worked-together': return reason.times === 1 ? `You did one job together: ${jobsInWords(network, reason.works)}.` : `You did ${reason.times} jobs together, such as ${jobsInWords(network, reason.works)}.`
    case 'known-through-others': return 'Those you worked with know them.'
    case 'keeps-good-company': return 'Works with those who do such work.'
    case 'says-so': return 'Says so of itself.'
    case 'nearby': return reason.town ? `Is in ${reason.town} too.` : `Is ${reason.km ?? 0} km away.`
    case 'wants-what-you-bring': return 'Wants what you bring.'
    case 'newcomer': return 'Is new here.'
  }
}

function cautionsInWords(network: NetworkInFiles, { cautions }: Fit): readonly string[] {
  return cautions.flatMap((caution: Caution) => {
    switch (caution.is) {
      case 'only-claimed': return [`Ask for proof of ${network.words.nameOf(caution.capability)}.`]
      case 'not-active-lately': return ['No job of the last three years.']
      default: return []
    }
  })
}

export function jobsInWords({ jobs }: NetworkInFiles, ids: readonly string[]): string {
  return ids.map((id) => { const job = jobs.get(id); return job ? `“${job.what}”${job.finishedOn ? ` (${job.finishedOn.slice(0, 4)})` : ''}` : id }).join(', ')
}
