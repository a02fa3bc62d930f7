import { isId, type Id } from '../kit/ids.ts'

/** What the map is asked: one filter for all three views. Everything of it stands in the address, so that any view can be kept and sent. */
export type MapQuestion = {
  readonly focus?: Id<'organisation'>
  readonly capability?: Id<'capability'>
  readonly steps: 1 | 2 | 3
  /** Where there are too many to draw: the family that was opened. */
  readonly group?: string
  readonly district?: string
}

export const MAP_VIEWS = ['links', 'places', 'list'] as const
export type MapView = (typeof MAP_VIEWS)[number]
export type Meeting = { readonly from?: Id<'organisation'>; readonly to?: Id<'organisation'> }

/** Anything odd in an address is nothing. */
export function readQuestion(query: (name: string) => string | undefined): MapQuestion {
  const steps = Number(query('steps')), group = query('group'), district = query('district')
  return {
    focus: idOr<'organisation'>(query('focus')), capability: idOr<'capability'>(query('capability')), steps: steps === 1 || steps === 3 ? steps : 2,
    group: isId(group) || group === 'other' ? group : undefined, district: district && /^[A-Z0-9]{2,4}$/i.test(district) ? district.toUpperCase() : undefined,
  }
}

export const readView = (word: string | undefined): MapView => MAP_VIEWS.find((one) => one === word) ?? 'links'
export const readMeeting = (query: (name: string) => string | undefined): Meeting => ({ from: idOr(query('from')), to: idOr(query('to')) })

/** The same question as the end of an address, with what is changed. */
export function queryOf(question: Partial<MapQuestion>, more: Readonly<Record<string, string | undefined>> = {}): string {
  const { focus, capability, steps, group, district } = question
  const all = { focus, capability, steps: steps === undefined || steps === 2 ? undefined : String(steps), group, district, ...more }
  const text = new URLSearchParams(Object.entries(all).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString()
  return text && `?${text}`
}

function idOr<Of extends string>(text: string | undefined): Id<Of> | undefined {
  return isId<Of>(text) ? text : undefined
}
