import type { Found } from './brought.ts'
import type { Project, Register } from './read-register.ts'
import { nameInCase } from './in-case.ts'
import { isFinished, organisationsIn, placeOf } from './tables-of-register.ts'

const SHOWN = 5

/** The projects of a register that would come in: finished ones, the first of them where only some are asked for. */
export function projectsToBring({ projects }: Register, today: string, most: number | undefined): readonly Project[] {
  return projects.filter((project) => isFinished(project, today)).slice(0, most)
}

/** What is in a register and what would be left out, before anything is brought in. */
export function lookAt(register: Register, today: string, most: number | undefined): Found {
  const { projects, organisations, partsIn, fields } = register
  const bring = projectsToBring(register, today, most), finished = projects.filter((project) => isFinished(project, today)).length
  const members = organisationsIn(register, bring), known = new Set(organisations.map(({ id }) => id))
  const counts = new Map<string, number>()
  let participations = 0, unknownOrganisations = 0
  for (const { id } of bring) for (const { organisation } of partsIn.get(id) ?? []) {
    participations += 1
    if (!known.has(organisation)) unknownOrganisations += 1
    counts.set(organisation, (counts.get(organisation) ?? 0) + 1)
  }
  return {
    projects: projects.length, comeIn: bring.length, organisations: organisations.length, membersToBe: members.length, participations, fields: fields.length,
    leftOut: { unfinished: projects.length - finished, notAskedFor: finished - bring.length, withoutAnyone: bring.filter(({ id }) => (partsIn.get(id) ?? []).length === 0).length, organisationsInNone: organisations.length - members.length, unknownOrganisations },
    nameless: members.filter(({ name }) => name === '').length,
    firstProjects: bring.slice(0, SHOWN).map(({ id, title, topicTitle, endsOn }) => ({ id, title: (title || topicTitle).slice(0, 200), endsOn, tookPart: partsIn.get(id)?.length ?? 0 })),
    firstOrganisations: members.slice(0, SHOWN).map((one) => ({ id: one.id, name: nameInCase(one.name).slice(0, 120), place: placeOf(one), projects: counts.get(one.id) ?? 0 })),
  }
}
