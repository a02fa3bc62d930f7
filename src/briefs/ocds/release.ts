import { Invalid } from '../../kit/refusal.ts'
import { listIn, objectIn, wordsIn, type Json } from './read-json.ts'

/** More releases than this are no package for one brief. */
const MOST_RELEASES = 5000

/** All that ask for offers, the latest first, for somebody to choose from. */
export function releasesIn(sent: unknown, most: number): readonly Json[] {
  return askingForOffers(releasesOf(sent, 0).slice(0, MOST_RELEASES)).toSorted((one, other) => dateOf(other) - dateOf(one)).slice(0, most)
}

/**
 * Finds the release to read in whatever was sent: a release, a package of releases, a record or a package of records (Open Contracting
 * 1.1). Of several the latest that speaks of a tender, or the one whose id or ocid is named.
 */
export function releaseIn(sent: unknown, field: string, named?: string): Json {
  const all = releasesOf(sent, 0).slice(0, MOST_RELEASES)
  if (all.length === 0) throw refused(field, 'This is not a tender in the Open Contracting format: it holds no release. Try the “OCDS” or “JSON” link beside the notice, or paste the words.')
  if (named) {
    const meant = all.filter((one) => one['id'] === named || one['ocid'] === named)
    if (meant.length === 0) throw refused('release', `There is no release “${named.slice(0, 80)}” in it. ${idsOf(all.filter((one) => objectIn(one['tender'])))}`)
    return latest(meant.filter((one) => objectIn(one['tender'])), field)
  }
  return latest(askingForOffers(all), field)
}

function askingForOffers(all: readonly Json[]): readonly Json[] {
  const withTender = all.filter((one) => objectIn(one['tender']))
  const tagged = withTender.filter((one) => [one['tag']].flat().some((tag) => typeof tag === 'string' && /^(?:tender|compiled)/.test(tag)))
  return tagged.length > 0 ? tagged : withTender
}

const dateOf = (one: Json): number => (typeof one['date'] === 'string' ? Date.parse(one['date']) || 0 : 0)

function releasesOf(sent: unknown, depth: number): readonly Json[] {
  if (depth > 3) return []
  if (Array.isArray(sent)) return listIn(sent.slice(0, MOST_RELEASES)).flatMap((one) => releasesOf(one, depth + 1))
  const one = objectIn(sent)
  if (!one) return []
  const records = listIn(one['records'])
  if (records.length > 0) return records.slice(0, MOST_RELEASES).flatMap((record) => releasesOf(record, depth + 1))
  const inside = [...listIn([one['compiledRelease']]), ...listIn(one['releases']).slice(0, MOST_RELEASES)]
  if (inside.length > 0) return inside.filter(isRelease).map((release) => ({ ocid: one['ocid'], ...release }))
  return isRelease(one) ? [one] : []
}

const isRelease = (one: Json): boolean => !!objectIn(one['tender']) || (one['tag'] !== undefined && (typeof one['ocid'] === 'string' || typeof one['id'] === 'string'))

function latest(releases: readonly Json[], field: string): Json {
  const [first, ...rest] = releases
  if (!first) throw refused(field, 'There is no tender in it: only awards or contracts. Fetch the notice that asks for offers.')
  return rest.reduce((best, one) => (dateOf(one) >= dateOf(best) ? one : best), first) // of two at the same moment the later in the file
}

function idsOf(releases: readonly Json[]): string {
  const ids = releases.slice(0, 5).flatMap((one) => wordsIn(one['id'], 80) ?? [])
  return ids.length === 0 ? 'It names none.' : `It holds ${ids.join(', ')}${releases.length > ids.length ? ' and more' : ''}.`
}

const refused = (field: string, sentence: string): Invalid => new Invalid([{ field, sentence }])
