import type { Problem } from '../../kit/refusal.ts'
import type { Values } from '../../kit/web/form.ts'
import type { Found } from '../tender/found.ts'

export const FRAME_FIELDS = ['title', 'says', 'forWhom', 'district', 'answerBy', 'startsOn', 'endsOn', 'value'] as const
export const PART_FIELDS = ['says', 'need', 'wants', 'size', 'startsOn', 'endsOn', 'district'] as const

export const partField = (at: number, name: string): string => `parts.${at}.${name}`

/** The form as it first stands: what was found, with a tick at each part we are sure of. */
export function startOf(found: Found): Values {
  const values: Record<string, string> = {}
  for (const name of FRAME_FIELDS) values[name] = found[name] ?? ''
  found.parts.forEach((part, at) => {
    for (const name of PART_FIELDS) values[partField(at, name)] = part[name] ?? ''
    if (part.ticked) values[partField(at, 'keep')] = 'yes'
  })
  return values
}

/** What its reader kept, and where each kept part stands on the form. As many parts as were found, whatever else is sent. */
export function briefFrom(values: Values, found: Found): { readonly input: Readonly<Record<string, unknown>>; readonly places: readonly number[] } {
  const places = found.parts.flatMap((_, at) => (values[partField(at, 'keep')] === 'yes' ? [at] : []))
  const frame = Object.fromEntries(FRAME_FIELDS.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])))
  const parts = places.map((at) => Object.fromEntries(PART_FIELDS.flatMap((name) => (values[partField(at, name)] === undefined ? [] : [[name, values[partField(at, name)]]]))))
  return { input: { ...frame, parts }, places }
}

/** The brief counts the parts that were kept, the form those that were found. */
export function fieldOnForm(field: string, sentence: string, places: readonly number[]): Problem {
  const [, at, name] = /^parts\.(\d+)\.(.+)$/.exec(field) ?? []
  const place = at === undefined ? undefined : places[Number(at)]
  return place === undefined || name === undefined ? { field, sentence } : { field: partField(place, name), sentence: `Part ${place + 1}: ${sentence}` }
}
