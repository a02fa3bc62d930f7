/** Rows of one kind by their id, and by the names they point at. Holds the few-per-organisation rows: claims, wants, briefs. */
export class Shelf<R extends { readonly id: string }> {
  private readonly rows = new Map<string, R>()
  private readonly byName = new Map<string, Set<string>>()
  private readonly namesIn: (row: R) => readonly string[]

  constructor(namesIn: (row: R) => readonly string[]) {
    this.namesIn = namesIn
  }

  get size(): number {
    return this.rows.size
  }

  get(id: string): R | undefined {
    return this.rows.get(id)
  }

  put(row: R): void {
    this.remove(row.id)
    this.rows.set(row.id, row)
    for (const name of this.namesIn(row)) {
      const ids = this.byName.get(name)
      if (ids) ids.add(row.id)
      else this.byName.set(name, new Set([row.id]))
    }
  }

  remove(id: string): R | undefined {
    const row = this.rows.get(id)
    if (!row) return undefined
    this.rows.delete(id)
    for (const name of this.namesIn(row)) {
      const ids = this.byName.get(name)
      ids?.delete(id)
      if (ids?.size === 0) this.byName.delete(name)
    }
    return row
  }

  /** Rows that point at this name, by id, so that the order they came in never shows. */
  naming(name: string): readonly R[] {
    const ids = this.byName.get(name)
    if (!ids) return NOTHING
    return (ids.size === 1 ? [...ids] : [...ids].sort()).map((id) => this.rows.get(id)!)
  }

  has(name: string): boolean {
    return this.byName.has(name)
  }

  all(): IterableIterator<R> {
    return this.rows.values()
  }
}

const NOTHING: readonly never[] = []
