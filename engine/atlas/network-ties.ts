import { stepsFor, STRENGTH_STEP, TIE_CAP, tiesFromMembers } from './build-ties.ts'
import { Ints } from './columns.ts'
import type { TieRow } from './rows.ts'
import { GONE, levelOf, type Reach } from './sight.ts'
import type { Shelf } from './shelf.ts'
import type { Ties } from './ties.ts'
import { organisationOf, type Works } from './works.ts'

/** What ties are made of: works, tie rows, and which organisations everybody of a reach sees. */
export type TieSource = {
  readonly works: Works
  readonly tieRows: Shelf<TieRow>
  readonly organisations: { readonly find: (id: string) => number | undefined; readonly size: number; readonly level: Ints }
}

/** Past this share of organisations touched, starting afresh is quicker than mending. */
const MEND_UP_TO = 0.05

/** Ties everybody of one reach sees, kept up to date: made when first asked for, then mended where something changed. */
export class NetworkTies {
  private ties: Ties | undefined
  private readonly touched = new Set<number>()
  private readonly source: TieSource
  private readonly reach: Reach

  constructor(source: TieSource, reach: Reach) {
    this.source = source
    this.reach = reach
  }

  touch(organisation: number): void {
    if (this.ties) this.touched.add(organisation)
  }

  forget(): void {
    this.ties = undefined
    this.touched.clear()
  }

  current(): Ties {
    const { size } = this.source.organisations
    if (!this.ties || this.touched.size > 16 + size * MEND_UP_TO) this.ties = this.afresh()
    else if (this.touched.size > 0 || this.ties.size !== size) this.ties = mended(this.ties, size, new Map([...this.touched].map((one) => [one, this.row(one)])))
    this.touched.clear()
    return this.ties
  }

  private sees(organisation: number): boolean {
    const level = this.source.organisations.level.data[organisation]!
    return level !== GONE && level <= this.reach
  }

  private counts(work: number): boolean {
    const level = this.source.works.level.data[work]!
    return level !== GONE && level <= this.reach && this.source.works.profile.data[work] === 0
  }

  private membersOf(work: number): number[] {
    return Array.from(this.source.works.members.of(work), organisationOf).filter((organisation) => this.sees(organisation))
  }

  private ends(row: TieRow): [number, number] | undefined {
    if (levelOf(row) > this.reach) return undefined
    const [a, b] = row.between.map((id) => this.source.organisations.find(id))
    return a !== undefined && b !== undefined && this.sees(a) && this.sees(b) ? [a, b] : undefined
  }

  private afresh(): Ties {
    const { works, tieRows, organisations } = this.source
    const starts = new Ints(works.size + 1)
    const members = new Ints(works.members.values.length + 1)
    const weights: number[] = []
    const end = (weight: number) => {
      starts.push(members.length)
      weights.push(weight)
    }
    starts.push(0)
    for (let work = 0; work < works.size; work++) {
      if (!this.counts(work)) continue
      for (let m = works.members.from(work); m < works.members.to(work); m++) {
        const organisation = organisationOf(works.members.values.data[m]!)
        if (this.sees(organisation)) members.push(organisation)
      }
      end(1)
    }
    for (const row of tieRows.all()) {
      const ends = this.ends(row)
      if (!ends) continue
      members.push(ends[0])
      members.push(ends[1])
      end(row.weight ?? 1)
    }
    return tiesFromMembers(organisations.size, { starts: starts.data.subarray(0, starts.length), members: members.data, weights })
  }

  /** One organisation's ties, by the same sums as afresh. */
  private row(me: number): [number, number][] {
    const met = new Map<number, number>()
    const add = (other: number, steps: number) => met.set(other, (met.get(other) ?? 0) + steps)
    if (!this.sees(me)) return []
    const { works, tieRows } = this.source
    for (const work of [...works.byMember.settled(me), ...works.byMember.added(me)]) {
      if (!this.counts(work)) continue
      const members = this.membersOf(work)
      for (const other of members) if (other !== me) add(other, stepsFor(1, members.length))
    }
    for (const row of tieRows.naming(works.organisationId(me))) {
      const ends = this.ends(row)
      if (ends) add(ends[0] === me ? ends[1] : ends[0], stepsFor(row.weight ?? 1, 2))
    }
    const most = Math.floor(TIE_CAP / STRENGTH_STEP)
    return [...met].map(([other, steps]): [number, number] => [other, Math.min(steps, most) * STRENGTH_STEP]).sort(([a], [b]) => a - b)
  }
}

function mended(ties: Ties, size: number, rows: ReadonlyMap<number, readonly (readonly [number, number])[]>): Ties {
  const offsets = new Int32Array(size + 1)
  for (let i = 0; i < size; i++) {
    const width = rows.get(i)?.length ?? (i < ties.size ? ties.offsets[i + 1]! - ties.offsets[i]! : 0)
    offsets[i + 1] = offsets[i]! + width
  }
  const targets = new Int32Array(offsets[size]!)
  const strengths = new Float32Array(offsets[size]!)
  const copy = (from: number, to: number) => {
    const end = Math.min(to, ties.size)
    if (from >= end) return
    targets.set(ties.targets.subarray(ties.offsets[from], ties.offsets[end]), offsets[from])
    strengths.set(ties.strengths.subarray(ties.offsets[from], ties.offsets[end]), offsets[from])
  }
  let from = 0
  for (const changed of [...rows.keys()].sort((a, b) => a - b)) {
    copy(from, changed)
    rows.get(changed)!.forEach(([other, strength], i) => {
      targets[offsets[changed]! + i] = other
      strengths[offsets[changed]! + i] = strength
    })
    from = changed + 1
  }
  copy(from, size)
  return { size, offsets, targets, strengths }
}
