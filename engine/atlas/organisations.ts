import { Ints, Names } from './columns.ts'
import type { OrganisationRow } from './rows.ts'
import { GONE, levelOf, maySee, type Viewer } from './sight.ts'

/** The number of a country or town that was not said. */
export const NOWHERE = -1

/** Organisations by number. One that is only named by other rows has a number but is seen by nobody until its row comes. */
export class Organisations extends Names {
  readonly rows: (OrganisationRow | undefined)[] = []
  readonly level = new Ints()
  readonly country = new Ints()
  readonly town = new Ints()
  private readonly places = new Names()

  get size(): number {
    return this.texts.length
  }

  override numberOf(id: string): number {
    const number = super.numberOf(id)
    if (number === this.level.length) {
      this.level.push(GONE)
      this.country.push(NOWHERE)
      this.town.push(NOWHERE)
      this.rows.push(undefined)
    }
    return number
  }

  put(row: OrganisationRow): number {
    const number = this.numberOf(row.id)
    this.rows[number] = row
    this.level.data[number] = levelOf(row)
    this.country.data[number] = this.placeOf(row.place?.country)
    this.town.data[number] = this.placeOf(row.place?.town)
    return number
  }

  remove(number: number): void {
    this.rows[number] = undefined
    this.level.data[number] = GONE
  }

  private placeOf(name: string | undefined): number {
    return name === undefined ? NOWHERE : this.places.numberOf(name.trim().toLowerCase())
  }

  sees(viewer: Viewer, number: number): boolean {
    const level = this.level.data[number]!
    if (level <= viewer.reach) return level !== GONE
    const row = this.rows[number]!
    return maySee(viewer, level, row.owner ?? row.id, row.sharedWith)
  }
}
