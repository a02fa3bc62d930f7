import { listRecommendations, type Recommendation } from '../answers/index.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { findOrganisation, findRole, namesOfOrganisations, type Organisation } from '../organisations/index.ts'
import { countsAsPartner } from '../networks/index.ts'
import { anniversaryOf } from './anniversary.ts'
import { getPartnership, hasAgreed } from './change-ours.ts'
import { giveAndTakeOf, type GiveAndTake } from './give-and-take.ts'
import type { Moment, View } from './moment.ts'
import { listDeeds, listMoments, listNotes, type PrivateNote } from './moment-store.ts'
import type { Partnership } from './partnership.ts'

/** A line of the timeline: what both share, or what only we wrote down. */
export type Line = { readonly at: Date; readonly id: string } & ({ readonly is: 'moment'; readonly moment: Moment } | { readonly is: 'note'; readonly note: PrivateNote })
export type With = 'all' | 'both' | 'us'
export type Wanted = { readonly view?: View; readonly with?: With; readonly before?: { readonly at: Date; readonly id: string } }

export type PartnershipRead = {
  readonly ours: Partnership
  /** Their page, where we may see it today. */
  readonly partner?: Organisation
  readonly introducer?: string
  readonly lines: readonly Line[]
  readonly more: boolean
  readonly giveAndTake: GiveAndTake
  readonly anniversary?: string
  /** What each recommends of the other, or waits to. */
  readonly recommendations: readonly Recommendation[]
  /** We count them as partner for sight. */
  readonly counts: boolean
  /** This person speaks for us; colleagues who read see everything and change nothing. */
  readonly speaks: boolean
}

const SIZE = 50

/** A partnership as one of the two sees it. */
export async function readPartnership(tx: Tx, id: Id<'partnership'>, wanted: Wanted = {}): Promise<PartnershipRead> {
  const ours = await getPartnership(tx, id)
  const { us, met } = ours
  const partner = await findOrganisation(tx, ours.partner.id)
  const introducer = met.by && (await namesOfOrganisations(tx, [met.by])).get(met.by)
  const deeds = await listDeeds(tx, id)
  const lines = await readLines(tx, ours, wanted)
  const role = tx.actor.person && await findRole(tx, us, tx.actor.person)
  return {
    ours, partner, introducer, lines: lines.slice(0, SIZE), more: lines.length > SIZE, giveAndTake: giveAndTakeOf(us, deeds),
    anniversary: hasAgreed(ours) && ours.standing.is === 'agreed' ? anniversaryOf(ours, deeds, tx.now.toISOString().slice(0, 10), introducer) : undefined,
    recommendations: await between(tx, ours), counts: await countsAsPartner(tx, us, ours.partner.id), speaks: role === 'owner' || role === 'editor',
  }
}

/** Both kinds of line in one order; each is asked for one page and the later half kept. */
async function readLines(tx: Tx, { id, us }: Partnership, { view = 'all', with: whom = 'all', before }: Wanted): Promise<readonly Line[]> {
  const moments = whom === 'us' ? [] : await listMoments(tx, id, { view, before, limit: SIZE + 1 })
  const notes = whom === 'both' || (view !== 'all' && view !== 'notes') ? [] : await listNotes(tx, us, id, { before, limit: SIZE + 1 })
  const lines: readonly Line[] = [...moments.map((moment): Line => ({ is: 'moment', at: moment.at, id: moment.id, moment })), ...notes.map((note): Line => ({ is: 'note', at: note.writtenAt, id: note.id, note }))]
  return lines.toSorted((one, other) => other.at.getTime() - one.at.getTime() || (other.id < one.id ? -1 : 1)).slice(0, SIZE + 1)
}

/** Of the two about each other: ours to see from the first draft. */
async function between(tx: Tx, { us, partner }: Partnership): Promise<readonly Recommendation[]> {
  const [aboutThem, aboutUs] = [await listRecommendations(tx, partner.id), await listRecommendations(tx, us)]
  return [...aboutThem.filter((one) => one.from.organisation === us), ...aboutUs.filter((one) => one.from.organisation === partner.id)]
}

