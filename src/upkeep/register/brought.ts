import type { Id } from '../../kit/ids.ts'
import type { BroughtIn } from './bring-in-register.ts'

/** A register that the host had looked at: what is in it, where it goes, and which steps of it are in. */
export type Brought = {
  readonly id: Id<'register'>
  readonly person: Id<'person'>
  /** Its folder's name below REGISTERS_DIR; absent where the files were handed in. */
  readonly folder?: string
  readonly title: string
  readonly mostProjects?: number
  readonly madeAt: Date
  readonly lookWork?: Id<'work'>
  readonly found?: Found
  /** Why it cannot be read, as a sentence. */
  readonly refused?: string
  readonly network?: Id<'network'>
  readonly work?: Id<'work'>
  readonly steps: BroughtIn
  readonly doneAt?: Date
}

/** What a dry look finds. Nobody outside has seen any of it yet. */
export type Found = {
  readonly projects: number
  /** Finished, and among those asked for: what would come in. */
  readonly comeIn: number
  readonly organisations: number
  readonly membersToBe: number
  readonly participations: number
  readonly fields: number
  readonly leftOut: { readonly unfinished: number; readonly notAskedFor: number; readonly withoutAnyone: number; readonly organisationsInNone: number; readonly unknownOrganisations: number }
  /** Known by their number, since they have no name. */
  readonly nameless: number
  readonly firstProjects: readonly { readonly id: string; readonly title: string; readonly endsOn: string; readonly tookPart: number }[]
  readonly firstOrganisations: readonly { readonly id: string; readonly name: string; readonly place: string; readonly projects: number }[]
}

export type Standing = 'looking' | 'refused' | 'looked' | 'coming-in' | 'broken-off' | 'in'

/** How it stands, given whether its work is still under way. */
export function standingOf({ refused, found, doneAt, work }: Brought, atWork: boolean): Standing {
  if (doneAt) return 'in'
  if (work) return atWork ? 'coming-in' : 'broken-off'
  if (refused !== undefined) return 'refused'
  return found ? 'looked' : atWork ? 'looking' : 'refused'
}

const WORDS = { vocabulary: 'the vocabulary', members: 'the members', claims: 'what they can do', jobs: 'the finished jobs' } as const

/** Which steps are in, as one sentence: what is said when the work ends half-way. */
export function saysWhatIsIn(steps: BroughtIn): string {
  const said = steps.map(({ step }) => WORDS[step])
  if (said.length === 0) return 'Nothing of it has come in.'
  return `In so far: ${said.join(', ')}. Each is whole; the rest has not begun to show. Going on brings only the rest.`
}
