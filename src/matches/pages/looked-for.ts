import { districtOf } from '../../organisations/index.ts'
import type { Lens } from '../../../engine/index.ts'
import type { FitQuestion } from '../fits/fit-question.ts'
import { LENSES } from '../want.ts'

/** What somebody looks for, as the address says it: every view has an address, every filter can be taken away. */
export type LookedFor = {
  readonly network: string
  readonly lens: Lens
  /** In words. */
  readonly want: string
  /** `brief:…` or `need:…`; otherwise our own question 2 and needs. */
  readonly from: string
  readonly within?: number
  /** A postcode district to measure from, where it is not our own. */
  readonly near: string
  readonly proven: boolean
  /** A month, `2027-06`. */
  readonly free: string
  readonly size: 'all' | 'small' | 'new'
}

export const MILES = [5, 10, 30, 60] as const

/** Reads what an address asks for. What cannot be read is passed over: a link with a slip in it still finds. */
export function readLookedFor(query: (name: string) => string | undefined): LookedFor {
  const text = (name: string, most: number) => [...(query(name) ?? '').toWellFormed().replaceAll('\u0000', ' ').trim()].slice(0, most).join('')
  const size = query('size')
  return {
    network: text('network', 80), lens: LENSES.find((one) => one === query('lens')) ?? 'gap', want: text('want', 500), from: /^(brief|need):[0-9a-f-]{36}$/.test(query('from') ?? '') ? (query('from') ?? '') : '',
    within: MILES.find((one) => String(one) === query('within')), near: districtOf(text('near', 12)) ?? '', proven: query('proven') === 'yes', free: /^\d{4}-(0[1-9]|1[0-2])$/.test(query('free') ?? '') ? (query('free') ?? '') : '',
    size: size === 'small' || size === 'new' ? size : 'all',
  }
}

/** The address of a search, with some of it changed. `undefined` takes a part away. */
export function queryOf(looked: LookedFor, more: Readonly<Record<string, string | undefined>> = {}): string {
  const all: Readonly<Record<string, string | undefined>> = {
    network: looked.network, lens: looked.lens === 'gap' ? undefined : looked.lens, want: looked.want, from: looked.from, within: looked.within === undefined ? undefined : String(looked.within), near: looked.near,
    proven: looked.proven ? 'yes' : undefined, free: looked.free, size: looked.size === 'all' ? undefined : looked.size, ...more,
  }
  const query = new URLSearchParams(Object.entries(all).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []))).toString()
  return query && `?${query}`
}

export function questionOf(looked: LookedFor): FitQuestion {
  const [kind, id] = looked.from.split(':')
  return {
    lens: looked.lens, ...(looked.want ? { want: looked.want } : {}), ...(kind === 'brief' && id ? { brief: id } : {}), ...(kind === 'need' && id ? { need: id } : {}),
    ...(looked.within ? { withinMiles: looked.within } : {}), ...(looked.near ? { near: looked.near } : {}), ...(looked.proven ? { proven: true } : {}), ...(looked.free ? { free: monthOf(looked.free) } : {}),
    ...(looked.size === 'all' ? {} : { list: looked.size }),
  }
}

/** The first and the last day of a month. */
export function monthOf(month: string): { readonly from: string; readonly until: string } {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return { from: `${month}-01`, until: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) }
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** "June", and the year where it is another one. */
export function monthInWords(month: string, now: Date): string {
  const [year, number] = month.split('-')
  const name = MONTHS[Number(number) - 1] ?? month
  return Number(year) === now.getUTCFullYear() ? name : `${name} ${year}`
}

/** This month and the next five, to choose among. */
export function monthsFrom(now: Date): readonly string[] {
  return Array.from({ length: 6 }, (_, ahead) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1)).toISOString().slice(0, 7))
}
