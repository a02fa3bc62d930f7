import { checkRow, type RowRefusal } from './check-row.ts'
import { Organisations } from './organisations.ts'
import { NetworkTies } from './network-ties.ts'
import type { BriefRow, Change, ClaimRow, Kind, OrganisationRow, PartnershipRow, PreferenceRow, ProofRow, Row, TieRow, WantRow } from './rows.ts'
import { Shelf } from './shelf.ts'
import { MEMBER, VISITOR, type Reach, type Viewer } from './sight.ts'
import type { Ties } from './ties.ts'
import { Vocabulary } from './vocabulary.ts'
import { organisationOf, Works } from './works.ts'

/** No more refusals than this are kept; the rest are counted. */
const REFUSALS_KEPT = 1_000

/** A whole network as arrays, with who may see what. Made by `buildAtlas`; every question takes a viewer. */
export class Atlas {
  readonly refused: RowRefusal[] = []
  refusedInAll = 0
  readonly organisations = new Organisations()
  readonly works = new Works(this.organisations)
  readonly vocabulary = new Vocabulary()
  readonly claims = new Shelf<ClaimRow>((row) => [row.organisation, `for ${row.capability}`])
  readonly proofs = new Shelf<ProofRow>((row) => [row.claim])
  readonly briefs = new Shelf<BriefRow>((row) => [row.organisation])
  readonly wants = new Shelf<WantRow>((row) => [row.organisation])
  readonly tieRows = new Shelf<TieRow>((row) => row.between)
  readonly partnerships = new Shelf<PartnershipRow>((row) => row.between)
  readonly preferences = new Shelf<PreferenceRow>((row) => [row.organisation])
  /** Goes up by one with every change that was taken in; two answers from the same version are about the same network. */
  version = 0
  private readonly tiesSeenBy: Readonly<Record<Reach, NetworkTies>> = {
    [VISITOR]: new NetworkTies(this, VISITOR),
    [MEMBER]: new NetworkTies(this, MEMBER),
  }

  /**
   * Takes in one change: a row put (new, or in place of the one with its id) or removed. Done when it returns, so a question
   * sees the network before or after, never between. Answers with the refusal when the row cannot be read.
   */
  apply(change: Change): RowRefusal | undefined {
    const refusal = 'put' in change ? this.put(change.put) : this.remove(change.remove.is, change.remove.id)
    if (refusal) return refusal
    this.version++
    return undefined
  }

  /** Who is asking. An id without a row in this network, and no id at all, sees what a visitor sees. */
  viewer(id?: string): Viewer {
    const number = id === undefined ? undefined : this.organisations.find(id)
    if (id === undefined || number === undefined || !this.organisations.rows[number]) return { id: undefined, number: -1, reach: VISITOR, partners: new Set() }
    return { id, number, reach: MEMBER, partners: new Set(this.partnerships.naming(id).flatMap(({ between }) => between)) }
  }

  /** Somebody of the network who is no member in particular, such as its organiser: sees what all members see. */
  anyMember(): Viewer {
    return { id: undefined, number: -1, reach: MEMBER, partners: new Set() }
  }

  /** The ties everybody of that reach sees, by organisation number. Holds until the next change. */
  ties(reach: Reach): Ties {
    return this.tiesSeenBy[reach].current()
  }

  private put(raw: unknown): RowRefusal | undefined {
    const row = checkRow(raw)
    if ('refused' in row) return row
    this.shelve(row)
    return undefined
  }

  /** Fills an empty atlas; the last of several rows with one id stands, and the earlier ones are named among the refused. */
  fill(rows: Iterable<unknown>): void {
    this.take(rows)
    this.settle()
  }

  /** The same in portions, for whoever has other things to do in between: `take` as often as there are rows, then `settle` once. */
  take(rows: Iterable<unknown>): void {
    for (const raw of rows) {
      const row = checkRow(raw)
      if ('refused' in row) this.refuse(row)
      else {
        if (this.holds(row.is, row.id)) this.refuse({ refused: 'duplicate', is: row.is, id: row.id })
        this.shelve(row)
      }
    }
  }

  /** Ends the filling. Until then nothing may be asked. */
  settle(): void {
    this.works.settle()
  }

  private refuse(refusal: RowRefusal): void {
    this.refusedInAll++
    if (this.refused.length < REFUSALS_KEPT) this.refused.push(refusal)
  }

  private holds(is: Kind, id: string): boolean {
    if (is === 'work') return this.works.find(id) !== undefined
    if (is === 'organisation') return this.organisations.rows[this.organisations.find(id) ?? -1] !== undefined
    return this.shelfOf(is).get(id) !== undefined
  }

  private shelve(row: Row): void {
    if (row.is === 'organisation') return this.putOrganisation(row)
    if (row.is === 'work') {
      this.touchMembers(this.works.remove(row.id))
      return this.touchMembers(this.works.add(row))
    }
    if (row.is === 'tie') this.touchEnds(this.tieRows.get(row.id))
    const shelf: Shelf<never> = this.shelfOf(row.is)
    shelf.put(row as never)
    if (row.is === 'tie') this.touchEnds(row)
  }

  private remove(is: Kind, id: string): RowRefusal | undefined {
    if (is === 'work') this.touchMembers(this.works.remove(id))
    else if (is === 'organisation') this.removeOrganisation(id)
    else if (Object.hasOwn(this.shelves, String(is))) {
      const gone = this.shelfOf(is).remove(id)
      if (is === 'tie') this.touchEnds(gone)
    } else return { refused: 'unknown-kind', id: String(id) }
    return undefined
  }

  private putOrganisation(row: OrganisationRow): void {
    const before = this.organisations.level.data[this.organisations.find(row.id) ?? -1]
    const number = this.organisations.put(row)
    this.works.remove(row.id, true)
    if (row.text) this.works.add({ is: 'work', id: row.id, text: row.text, ...seenOf(row), members: [{ organisation: row.id }] }, true)
    if (before !== this.organisations.level.data[number]) this.touchNeighbours(number)
  }

  private removeOrganisation(id: string): void {
    const number = this.organisations.find(id)
    if (number === undefined) return
    this.organisations.remove(number)
    this.works.remove(id, true)
    this.touchNeighbours(number)
  }

  private touchMembers(work: number | undefined): void {
    if (work === undefined) return
    for (const member of this.works.members.of(work)) this.touch(organisationOf(member))
  }

  private touchEnds(row: TieRow | undefined): void {
    for (const id of row?.between ?? []) this.touch(this.organisations.numberOf(id))
  }

  private touch(organisation: number): void {
    this.tiesSeenBy[VISITOR].touch(organisation)
    this.tiesSeenBy[MEMBER].touch(organisation)
  }

  /** Someone came into sight or left it: everyone who worked with them shares the credit among more or fewer. */
  private touchNeighbours(organisation: number): void {
    this.touch(organisation)
    const { byMember } = this.works
    for (const work of [...byMember.settled(organisation), ...byMember.added(organisation)]) this.touchMembers(work)
    for (const row of this.tieRows.naming(this.organisations.texts[organisation]!)) this.touchEnds(row)
  }

  private readonly shelves = {
    capability: this.vocabulary.rows, claim: this.claims, proof: this.proofs, brief: this.briefs, want: this.wants,
    tie: this.tieRows, partnership: this.partnerships, preference: this.preferences,
  }

  private shelfOf(is: Exclude<Kind, 'work' | 'organisation'>): Shelf<never> {
    return this.shelves[is] as unknown as Shelf<never>
  }
}

/**
 * Builds an atlas from plain rows in any order. Rows that cannot be read are left out and listed in `atlas.refused`;
 * nothing is thrown. Takes time in proportion to the rows.
 * @example buildAtlas([{ is: 'organisation', id: 'fern' }, { is: 'mistake' }]).refused.length // 1
 * @example buildAtlas([]).organisations.size // 0
 */
export function buildAtlas(rows: Iterable<Row | unknown>): Atlas {
  const atlas = new Atlas()
  atlas.fill(rows)
  return atlas
}

const seenOf = ({ id, sight, owner, sharedWith }: OrganisationRow) => ({ ...(sight ? { sight } : {}), owner: owner ?? id, ...(sharedWith ? { sharedWith } : {}) })
