import type { OrganisationRow, Row, WorkRow } from '../atlas/rows.ts'
import type { Organisation, Participant, Project, Tables } from './read-tables.ts'

/** A topic code says where a call belongs, broader to narrower: `LC-SC3-RES-1-2019` becomes LC, LC-SC3, LC-SC3-RES, and each word. */
export function tagsOf(project: Project): string[] {
  const pieces = project.topicCode.toUpperCase().split(/[-_ ]+/).filter((piece) => piece !== '' && !/^\d{4}$/.test(piece))
  const prefixes = pieces.map((_, i) => `code ${pieces.slice(0, i + 1).join('.')}`)
  const words = pieces.filter((piece) => !/^\d+$/.test(piece)).map((piece) => `topic ${piece}`)
  return [...new Set([
    ...prefixes, ...words, ...(project.theme ? [`theme ${project.theme}`] : []), ...(project.action ? [`action ${project.action}`] : []),
    ...project.programme.split(';').filter(Boolean).map((part) => `programme ${part}`), ...project.tags.map((tag) => `field ${tag}`),
  ])]
}

export const textOf = (project: Project): string => `${project.title} ${project.topicTitle}`.trim()

export const workFrom = (project: Project, members: readonly Participant[]): WorkRow => ({
  is: 'work', id: project.id, text: textOf(project), tags: tagsOf(project), on: project.startsOn,
  members: members.map(({ organisation, role }) => (role === 'coordinator' ? { organisation, role: 'lead' } : { organisation })),
})

export const organisationRowFrom = (organisation: Organisation): OrganisationRow => ({
  is: 'organisation', id: organisation.id, ...(organisation.name ? { name: organisation.name } : {}), kind: organisation.type,
  place: { country: organisation.country, ...(organisation.city ? { town: organisation.city.toLowerCase() } : {}) },
})

/** The network as it stood: these projects as past works, and the organisations that took part in any of them. */
export function rowsFrom(tables: Tables, history: readonly Project[]): Row[] {
  const works = history.map((project) => workFrom(project, tables.members.get(project.id) ?? []))
  const seen = new Set(works.flatMap(({ members }) => members.map(({ organisation }) => organisation)))
  return [...tables.organisations.filter(({ id }) => seen.has(id)).map(organisationRowFrom), ...works]
}
