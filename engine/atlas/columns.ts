/** Whole numbers in a typed array that grows as they are added. */
export class Ints {
  data: Int32Array
  length = 0

  constructor(room = 16) {
    this.data = new Int32Array(room)
  }

  push(value: number): void {
    if (this.length === this.data.length) this.data = grown(this.data)
    this.data[this.length++] = value
  }
}

/** One short list of whole numbers per row, laid end to end in the order the rows came. */
export class Runs {
  readonly starts = new Ints()
  readonly values = new Ints()

  constructor() {
    this.starts.push(0)
  }

  /** Adds the list of the next row. */
  add(values: readonly number[]): void {
    for (const value of values) this.values.push(value)
    this.starts.push(this.values.length)
  }

  from(row: number): number {
    return this.starts.data[row]!
  }

  to(row: number): number {
    return this.starts.data[row + 1]!
  }

  of(row: number): Int32Array {
    return this.values.data.subarray(this.from(row), this.to(row))
  }
}

/**
 * Lists of whole numbers by key, for looking up the other way round: which works hold this word. Filled in one pass,
 * settled once into compressed rows, then grown by small additions beside them.
 */
export class Lists {
  private keys: Ints | undefined = new Ints(1024)
  private values: Int32Array = new Int32Array(0)
  private offsets: Int32Array = new Int32Array(1)
  private readonly waiting = new Ints(1024)
  private readonly later = new Map<number, number[]>()

  add(key: number, value: number): void {
    if (this.keys) {
      this.keys.push(key)
      this.waiting.push(value)
      return
    }
    const list = this.later.get(key)
    if (list) list.push(value)
    else this.later.set(key, [value])
  }

  settle(size: number): void {
    if (!this.keys) return
    const { data: keys, length } = this.keys
    const offsets = new Int32Array(size + 1)
    for (let i = 0; i < length; i++) offsets[keys[i]! + 1]!++
    for (let key = 0; key < size; key++) offsets[key + 1]! += offsets[key]!
    const next = offsets.slice(0, size)
    const values = new Int32Array(length)
    for (let i = 0; i < length; i++) values[next[keys[i]!]!++] = this.waiting.data[i]!
    this.offsets = offsets
    this.values = values
    this.keys = undefined
    this.waiting.data = new Int32Array(0)
  }

  settled(key: number): Int32Array {
    return key + 1 < this.offsets.length ? this.values.subarray(this.offsets[key], this.offsets[key + 1]) : NONE
  }

  added(key: number): readonly number[] {
    return this.later.get(key) ?? NO_LATER
  }

  count(key: number): number {
    return this.settled(key).length + this.added(key).length
  }
}

const NONE = new Int32Array(0)
const NO_LATER: readonly number[] = []

/** Gives each text a small number, the same one every time. */
export class Names {
  readonly texts: string[] = []
  private readonly numbers = new Map<string, number>()

  numberOf(text: string): number {
    const known = this.numbers.get(text)
    if (known !== undefined) return known
    this.numbers.set(text, this.texts.length)
    return this.texts.push(text) - 1
  }

  find(text: string): number | undefined {
    return this.numbers.get(text)
  }
}

export function grown(data: Int32Array): Int32Array {
  const more = new Int32Array(Math.max(16, Math.ceil(data.length * 1.6)))
  more.set(data)
  return more
}
