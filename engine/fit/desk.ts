import type { Atlas } from '../atlas/atlas.ts'

/** Room for one question at a time: dense columns that are wiped only where they were written. */
export class Desk {
  private readonly spare = new Map<number, Column[]>()
  private readonly used: Column[] = []
  private readonly found = new Map<string, unknown>()
  sitting = 0

  column(size: number): Column {
    const column = this.spare.get(size)?.pop() ?? new Column(new Float64Array(size))
    this.used.push(column)
    return column
  }

  /** Work that several questions at one sitting share: done for the first that asks under this name, and forgotten at the end. */
  once<T>(name: string, work: () => T): T {
    if (!this.found.has(name)) this.found.set(name, work())
    return this.found.get(name) as T // only `work` of the same name puts it there
  }

  /** Wipes and keeps every column lent since the last time. Nothing of one question is left for the next. */
  clear(): void {
    this.found.clear()
    const sizes = new Set(this.used.map(({ values }) => values.length))
    for (const size of this.spare.keys()) if (!sizes.has(size)) this.spare.delete(size) // the network has grown since
    for (const column of this.used.splice(0)) {
      column.wipe()
      const list = this.spare.get(column.values.length)
      if (list) list.push(column)
      else this.spare.set(column.values.length, [column])
    }
  }
}

/** Numbers by position, 0 where nothing was said, and the list of positions where something was. */
export class Column {
  readonly values: Float64Array
  touched: Int32Array = new Int32Array(64)
  count = 0
  private known = -1
  private logs: Float64Array = new Float64Array(0)
  private logged = false

  constructor(values: Float64Array) {
    this.values = values
  }

  /** Adds a number above 0; anything else is passed over. */
  add(at: number, value: number): void {
    if (!(value > 0)) return
    const before = this.values[at]!
    if (before === 0) this.note(at)
    this.values[at] = before + value
  }

  /** Keeps the larger of what stands there and a number above 0. */
  raise(at: number, value: number): void {
    if (!(value > this.values[at]!)) return
    if (this.values[at] === 0) this.note(at)
    this.values[at] = value
  }

  /** Adds to many positions at once. */
  addAll(positions: Int32Array, numbers: Float64Array): void {
    const { values } = this
    if (this.touched.length < this.count + positions.length) this.widen(this.count + positions.length)
    const { touched } = this
    let { count } = this
    for (let i = 0; i < positions.length; i++) {
      const number = numbers[i]!
      if (!(number > 0)) continue
      const at = positions[i]!
      const before = values[at]!
      if (before === 0) touched[count++] = at
      values[at] = before + number
    }
    this.count = count
  }

  private widen(room: number): void {
    const more = new Int32Array(room)
    more.set(this.touched)
    this.touched = more
  }

  private note(at: number): void {
    if (this.count === this.touched.length) this.widen(this.count * 4)
    this.touched[this.count++] = at
  }

  positions(): Int32Array {
    return this.touched.subarray(0, this.count)
  }

  /** The largest, remembered: only for columns nothing more is written to. */
  most(except: number): number {
    if (this.known < 0) this.known = this.largest(except)
    return this.known
  }

  /**
   * log(1 + 100 * value / largest) of each touched position, in the order they were touched, remembered: several sums share
   * them. Only for columns nothing more is written to.
   */
  scaled(except: number): Float64Array {
    if (this.logged) return this.logs
    if (this.logs.length < this.count) this.logs = new Float64Array(this.touched.length)
    const most = this.most(except)
    const scale = most > 0 ? 100 / most : 0
    for (let i = 0; i < this.count; i++) {
      const value = this.values[this.touched[i]!]!
      // Many parts are whole counts, and equals often follow each other.
      this.logs[i] = i > 0 && value === this.values[this.touched[i - 1]!] ? this.logs[i - 1]! : Math.log(1 + value * scale)
    }
    this.logged = true
    return this.logs
  }

  /** Notes positions that will be written to from outside, each of them once. */
  take(positions: Int32Array): void {
    if (this.touched.length < positions.length) this.touched = new Int32Array(positions.length)
    this.touched.set(positions)
    this.count = positions.length
  }

  wipe(): void {
    this.known = -1
    this.logged = false
    for (let i = 0; i < this.count; i++) this.values[this.touched[i]!] = 0
    this.count = 0
  }

  largest(except = -1): number {
    let most = 0
    for (let i = 0; i < this.count; i++) {
      const at = this.touched[i]!
      if (at !== except && this.values[at]! > most) most = this.values[at]!
    }
    return most
  }
}

const desks = new WeakMap<Atlas, Desk>()

/**
 * Runs one question at the atlas's desk and leaves the desk clean, whatever happens. Questions asked inside another share
 * what has been found out so far, so the network must not change in between.
 */
export function atDesk<T>(atlas: Atlas, question: (desk: Desk) => T): T {
  const desk = desks.get(atlas) ?? new Desk()
  desks.set(atlas, desk)
  desk.sitting++
  try {
    return question(desk)
  } finally {
    if (--desk.sitting === 0) desk.clear()
  }
}
