import type { Atlas } from '../atlas/atlas.ts'

/** Room for one question at a time: dense columns that are wiped only where they were written. */
export class Desk {
  private readonly spare = new Map<number, Column[]>()
  private readonly used: Column[] = []

  column(size: number): Column {
    const column = this.spare.get(size)?.pop() ?? new Column(new Float64Array(size))
    this.used.push(column)
    return column
  }

  /** Wipes and keeps every column lent since the last time. Nothing of one question is left for the next. */
  clear(): void {
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

  constructor(values: Float64Array) {
    this.values = values
  }

  /** Adds a number above 0; anything else is passed over. */
  add(at: number, value: number): void {
    if (!(value > 0)) return
    if (this.values[at] === 0) this.note(at)
    this.values[at]! += value
  }

  /** Sets a number of any sign. A position set back to 0 is noted again when it is next used, which does no harm. */
  put(at: number, value: number): void {
    if (this.values[at] === 0) this.note(at)
    this.values[at] = value
  }

  private note(at: number): void {
    if (this.count === this.touched.length) {
      const more = new Int32Array(this.count * 4)
      more.set(this.touched)
      this.touched = more
    }
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

  wipe(): void {
    this.known = -1
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

/** Runs one question at the atlas's desk and leaves the desk clean, whatever happens. */
export function atDesk<T>(atlas: Atlas, question: (desk: Desk) => T): T {
  const desk = desks.get(atlas) ?? new Desk()
  desks.set(atlas, desk)
  try {
    return question(desk)
  } finally {
    desk.clear()
  }
}
