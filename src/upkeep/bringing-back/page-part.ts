import { writeAnswer, QUESTION_WORDS } from '../../answers/index.ts'
import type { Tx } from '../../kit/ctx.ts'
import { identifierInput, organisationInput, schemeOf, type OrganisationInput } from '../../organisations/index.ts'
import { NotAsWritten } from './errors.ts'
import type { Brought } from './read-export.ts'
import { rowsOf } from './shapes.ts'
import { changesOf, type Part, type Step } from './step.ts'
import { readPage, readRows, writePage } from './store.ts'

const PAGE = { name: 'Name', kind: 'Kind', line: 'In one line', story: 'Story', website: 'Website', people_count: 'How many people', sight: 'Who sees the page', phone: 'Phone', email: 'E-mail', contact_sight: 'Who sees how to reach us', district: 'Postcode district', town: 'Town', place_sight: 'Who sees where we are' }

/** The page, the contact and the place, in the words in which a form would say them. */
export function pageIn(brought: Brought): OrganisationInput & { readonly sights: { readonly page: string; readonly contact: string; readonly place: string } } {
  const [own] = rowsOf(brought, 'organisation'), [contact] = rowsOf(brought, 'organisation_contact'), [place] = rowsOf(brought, 'organisation_place')
  if (!own) throw new NotAsWritten(['There is no organisation in it.'])
  const { data, error } = organisationInput.safeParse({ name: own.name, kind: own.kind, line: own.line ?? '', story: own.story ?? '', website: own.website ?? '', peopleCount: own.people_count ?? '', phone: contact?.phone ?? '', email: contact?.email ?? '', district: place?.district ?? '', town: place?.town ?? '' })
  if (error) throw new NotAsWritten(error.issues.map((issue) => issue.message))
  return { ...data, sights: { page: own.sight, contact: contact?.sight ?? 'partners', place: place?.sight ?? 'network' } }
}

/** The organisation itself. A closed one shows nothing of who saw it before, so it begins with its network. */
export const page: Part = {
  name: 'page', title: 'The page', reads: ['organisation', 'organisation_contact', 'organisation_place'],
  plan: async (tx, brought, into) => {
    const said = pageIn(brought)
    const there = { name: said.name, kind: said.kind, line: said.line, story: said.story, website: said.website, people_count: said.peopleCount, sight: said.sights.page, phone: said.phone, email: said.email, contact_sight: said.sights.contact, district: said.district, town: said.town, place_sight: said.sights.place }
    const write = (tx: Tx) => writePage(tx, into.writeTo(), there)
    if (!into.organisation) return [{ about: said.name, does: 'new', because: 'You become its first owner. Its address here is given anew.', write }]
    const changes = changesOf(PAGE, await readPage(tx, into.organisation), there)
    return [{ about: said.name, does: changes.length > 0 ? 'changed' : 'same', changes, write }]
  },
}

export const numbers: Part = {
  name: 'numbers', title: 'Numbers in registers', reads: ['identifier'],
  plan: async (tx, brought, into) => {
    const here = new Set((await readRows(tx, 'identifier', into.organisation)).map((row) => `${String(row['scheme'])} ${String(row['value'])}`))
    return rowsOf(brought, 'identifier').map((row): Step => {
      const { data } = identifierInput.safeParse(row)
      if (!data) return { about: `${row.scheme} ${row.value}`, does: 'left', because: 'It has not the shape of a number in that register.' }
      const about = `${schemeOf(data.scheme)?.name ?? data.scheme}: ${data.value}`
      if (here.has(`${data.scheme} ${data.value}`)) return { about, does: 'same' }
      return { about, does: 'new', write: async (tx) => void (await tx.db.insertInto('identifier').values({ organisation_id: into.writeTo(), ...data, added_at: tx.now, added_by: tx.actor.person ?? null }).onConflict((at) => at.doNothing()).execute()) }
    })
  },
}

/** What the answers said before this file stays among their earlier versions. */
export const answers: Part = {
  name: 'answers', title: 'The four answers', reads: ['answer'],
  plan: async (tx, brought, into) => {
    const here = new Map((await readRows(tx, 'answer', into.organisation)).map((row) => [Number(row['question']), row]))
    return [...new Map(rowsOf(brought, 'answer').map((row) => [row.question, row])).values()].map((row): Step => {
      const { question } = row
      const before = here.get(question)
      const changes = before ? changesOf({ words: 'Answer', sight: 'Who sees it' }, before, row) : []
      return { about: QUESTION_WORDS[question].short, does: !before ? 'new' : changes.length > 0 ? 'changed' : 'same', changes, write: (tx) => writeAnswer(tx, into.writeTo(), { question, words: row.words, sight: row.sight }, 'a new sitting') }
    })
  },
}
