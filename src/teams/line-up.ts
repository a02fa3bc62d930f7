import type { Id } from '../kit/ids.ts'

/** One possible team, with everything chosen for it. Each step is kept; going back is one more step. */
export type LineUp = { readonly id: Id<'line-up'>; readonly name: string; readonly number: number; readonly choices: Choices; readonly steps: readonly Step[] }
export type Step = { readonly number: number; readonly did: Did; readonly at: Date; readonly choices: Choices }

export type Choices = {
  /** The lead first. */
  readonly members: readonly string[]
  readonly pinned: readonly string[]
  readonly banned: readonly string[]
  /** How a part counts in this line-up, where it is otherwise than the team says. */
  readonly parts: Readonly<Record<string, 'must' | 'should' | 'out'>>
}

export const CHANGES = ['add', 'drop', 'pin', 'unpin', 'ban', 'unban', 'must', 'should', 'out', 'in', 'take'] as const
export type ChangeWord = (typeof CHANGES)[number]
export type Did = { readonly do: ChangeWord | 'start' | 'back' | 'copy'; readonly organisation?: string; readonly part?: string; readonly number?: number; readonly from?: string }
export type Change =
  | { readonly do: 'add' | 'drop' | 'pin' | 'unpin' | 'ban' | 'unban'; readonly organisation: string }
  | { readonly do: 'must' | 'should' | 'out' | 'in'; readonly part: string }
  | { readonly do: 'take'; readonly members: readonly string[] }

export const MOST_MEMBERS = 24
export const MOST_LINE_UPS = 6

export const startWith = (lead: string): Choices => ({ members: [lead], pinned: [], banned: [], parts: {} })

/** The choices after one click. Nobody is wanted and unwanted at once, and the lead stays. */
export function changed(choices: Choices, change: Change, lead: string): Choices {
  const without = (list: readonly string[], one: string) => list.filter((each) => each !== one)
  const withOne = (list: readonly string[], one: string) => (list.includes(one) ? list : [...list, one])
  const { members, pinned, banned, parts } = choices
  if (change.do === 'take') {
    const wanted = [lead, ...change.members.filter((one) => one !== lead)]
    return { ...choices, members: [...new Set(wanted)].slice(0, MOST_MEMBERS), banned: banned.filter((one) => !wanted.includes(one)), pinned: pinned.filter((one) => wanted.includes(one)) }
  }
  if ('part' in change) {
    const rest = Object.fromEntries(Object.entries(parts).filter(([part]) => part !== change.part))
    return { ...choices, parts: change.do === 'in' ? rest : { ...rest, [change.part]: change.do } }
  }
  const one = change.organisation
  if (one === lead && change.do !== 'unpin' && change.do !== 'unban') return choices
  switch (change.do) {
    case 'add': return { ...choices, members: withOne(members, one).slice(0, MOST_MEMBERS), banned: without(banned, one) }
    case 'drop': return { ...choices, members: without(members, one), pinned: without(pinned, one) }
    case 'pin': return { ...choices, members: withOne(members, one).slice(0, MOST_MEMBERS), pinned: withOne(pinned, one), banned: without(banned, one) }
    case 'unpin': return { ...choices, pinned: without(pinned, one) }
    case 'ban': return { ...choices, members: without(members, one), pinned: without(pinned, one), banned: withOne(banned, one) }
    case 'unban': return { ...choices, banned: without(banned, one) }
  }
}

export const sameChoices = (one: Choices, other: Choices): boolean => keyOf(one) === keyOf(other)

export function keyOf({ members, pinned, banned, parts }: Choices): string {
  return JSON.stringify([members, [...pinned].sort(), [...banned].sort(), Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1))])
}

/** The name of the next line-up: A, B, C, and on. */
export function nextName(names: readonly string[]): string {
  for (let at = 0; ; at += 1) {
    const name = String.fromCharCode(65 + (at % 26)) + (at >= 26 ? String(Math.floor(at / 26) + 1) : '')
    if (!names.includes(name)) return name
  }
}

/** What a step did, as a sentence. Names come from whoever may see them. */
export function stepInWords(did: Did, name: (organisation: string) => string, part: (id: string) => string): string {
  const who = did.organisation ? name(did.organisation) : 'Somebody', what = did.part ? part(did.part) : 'A part'
  switch (did.do) {
    case 'start': return 'Started with the lead alone'
    case 'copy': return did.from ? `Copied from line-up ${did.from}` : 'Copied'
    case 'back': return `Went back to step ${did.number ?? 1}`
    case 'add': return `${who} added`
    case 'drop': return `${who} removed`
    case 'pin': return `${who} must be in`
    case 'unpin': return `${who} may be in`
    case 'ban': return `${who} is not to be in`
    case 'unban': return `${who} may be in again`
    case 'must': return `${what} is a must here`
    case 'should': return `${what} would be good to have here`
    case 'out': return `${what} left out here`
    case 'in': return `${what} counts as the team says`
    case 'take': return 'A proposal taken'
  }
}
