import type { Project, Tables } from './read-tables.ts'
import { tagsOf, textOf } from './rows-from-tables.ts'

/** One question with its answer kept apart: rankers are given the question only. */
export type Query = {
  readonly id: string
  readonly topic: { readonly text: string; readonly tags: readonly string[] }
  readonly coordinator: string
  /** Read by the scoring alone. */
  readonly answer: readonly string[]
}

/** Projects from this day on, and the projects before it that may be learned from. */
export type Fold = { readonly history: readonly Project[]; readonly asked: readonly Project[]; readonly queries: readonly Query[] }

/**
 * The projects of one split, with every project of the earlier splits as history. Splits are put in order by the middle of
 * their starting days, so that one project with an odd day does not cost a year of history.
 */
export function foldOfSplit(tables: Tables, split: string): Fold {
  const bySplit = Map.groupBy(tables.projects, (project) => project.split)
  const middle = (name: string) => {
    const days = (bySplit.get(name) ?? []).map(({ startsOn }) => startsOn).filter((day) => day !== '').sort()
    return days[Math.floor(days.length / 2)] ?? ''
  }
  const earlier = new Set([...bySplit.keys()].filter((name) => middle(name) < middle(split)))
  const asked = bySplit.get(split) ?? []
  return { history: tables.projects.filter((project) => earlier.has(project.split)), asked, queries: queriesFrom(tables, asked) }
}

export function foldOfDays(tables: Tables, from: string, to: string): Fold {
  const asked = tables.projects.filter(({ startsOn }) => startsOn >= from && startsOn < to)
  return { history: tables.projects.filter(({ startsOn }) => startsOn < from), asked, queries: queriesFrom(tables, asked) }
}

/** A tenth of history, as if the network had just been launched. The draw depends on the seed and the project's id only. */
export const launchOf = (fold: Fold, seed = 1): Fold => ({ ...fold, history: fold.history.filter(({ id }) => drawn(`${seed}/${id}`) < 0.1) })

function queriesFrom(tables: Tables, projects: readonly Project[]): Query[] {
  return projects.flatMap((project) => {
    const members = tables.members.get(project.id) ?? []
    const coordinator = members.find(({ role }) => role === 'coordinator')?.organisation
    if (members.length < 3 || textOf(project) === '' || coordinator === undefined) return []
    return [{
      id: project.id, topic: { text: textOf(project), tags: tagsOf(project) }, coordinator,
      answer: [...new Set(members.map(({ organisation }) => organisation))].filter((id) => id !== coordinator),
    }]
  })
}

/** FNV-1a with a final mixing, as a share of 1. */
function drawn(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}
