import { BASIS_WORDS } from '../../answers/index.ts'
import { inWords, readTerms } from '../../cover/index.ts'
import { STAGE_WORDS, type Stage } from '../../partnerships/index.ts'
import { dayInWords } from '../../ui/index.ts'
import type { Brought } from './read-export.ts'
import { rowsOf } from './shapes.ts'
import { idHere, type Part, type Step } from './step.ts'
import { readRows } from './store.ts'

/** A bond with others, as our own side knew it: it binds nobody here, and only we read it. */
export type Note = { readonly there: string; readonly kind: 'partnership' | 'recommendation' | 'referral' | 'bench' | 'cover' | 'outcome' | 'team'; readonly about: string; readonly says: string; readonly on: string | null; /** It was a note in the file already. */ readonly kept?: true }

export const NOTE_WORDS: Readonly<Record<Note['kind'], string>> = { partnership: 'Partnerships', recommendation: 'Recommendations', referral: 'Referrals', bench: 'The bench', cover: 'Cover', outcome: 'Outcomes', team: 'Teams' }

/** Partnerships, recommendations, referrals, the bench, covers, outcomes and teams, each in a few lines of our own. Nobody who was passed on and no client is named. */
export function notesIn(brought: Brought): readonly Note[] {
  const us = brought.of.id
  const called = new Map(rowsOf(brought, 'partnership_side').map((side) => [side.partner_id, side.called]))
  const name = (id: string | null | undefined) => (!id ? 'somebody' : id === us ? brought.of.name : called.get(id) ?? brought.names[id] ?? 'an organisation no longer shown to us')
  return [...partnerships(brought, us, name), ...recommendations(brought, us, name), ...referrals(brought, us, name), ...bench(brought, us, name), ...covers(brought), ...outcomes(brought), ...teams(brought), ...rowsOf(brought, 'kept_note').map((row): Note => ({ there: row.id, kind: row.kind, about: row.about, says: row.says, on: row.on_day, kept: true }))]
}

type Named = (id: string | null | undefined) => string
const day = (moment: Date | null | undefined) => (moment ? moment.toISOString().slice(0, 10) : null)
const on = (moment: Date | string | null | undefined) => (moment ? dayInWords(moment) : '')
const lines = (...said: readonly (string | false | null | undefined)[]) => said.filter(Boolean).join('\n').slice(0, 20_000)

function partnerships(brought: Brought, us: string, name: Named): readonly Note[] {
  const notes = Map.groupBy(rowsOf(brought, 'partnership_note'), (note) => note.partnership_id), sides = new Map(rowsOf(brought, 'partnership_side').map((side) => [side.partnership_id, side]))
  return rowsOf(brought, 'partnership').map((row): Note => {
    const other = row.one_id === us ? row.other_id : row.one_id, side = sides.get(row.id)
    return {
      there: row.id, kind: 'partnership', about: name(other), on: day(row.agreed_at ?? row.noted_at),
      says: lines(`${stage(side?.said_stage ?? row.stage)}.${row.agreed_at ? ` Both said yes on ${on(row.agreed_at)}.` : ' They had not said yes.'}`, row.met_what && `Met through ${row.met_what}${row.met_on ? `, ${on(row.met_on)}` : ''}.`, row.aim && `Aim: ${row.aim}`, row.next_says && `Next: ${row.next_says}`,
        row.ended_at && `Ended on ${on(row.ended_at)}.${side?.ended_because ? ` ${side.ended_because}` : ''}`, ...(notes.get(row.id) ?? []).map((note) => `${on(note.written_at)}: ${note.says}`)),
    }
  })
}

const stage = (word: string) => (Object.hasOwn(STAGE_WORDS, word) ? STAGE_WORDS[word as Stage] : 'Noted') // just asked

function recommendations(brought: Brought, us: string, name: Named): readonly Note[] {
  return rowsOf(brought, 'recommendation').map((row): Note => {
    const from = row.from_name ?? name(row.from_organisation)
    return { there: row.id, kind: 'recommendation', about: row.organisation_id === us ? `By ${from}` : `By us, of ${name(row.organisation_id)}`, on: row.said_on, says: lines(`“${row.words}”`, `${BASIS_WORDS[row.basis]}.${row.given_at && row.taken_at ? ' It stood there with a yes of both.' : row.declined_at ? ' They would not put it so.' : ' It waited for a yes.'}`) }
  })
}

function referrals(brought: Brought, us: string, name: Named): readonly Note[] {
  return rowsOf(brought, 'referral').filter((row) => !row.erased_at).map((row): Note => {
    const came = row.won_at ? `Won on ${on(row.won_at)}.` : row.lost_at ? `It came to nothing, ${on(row.lost_at)}.` : row.declined_at ? `Declined on ${on(row.declined_at)}.` : row.accepted_at ? `Accepted on ${on(row.accepted_at)}.` : 'Not answered.'
    return { there: row.id, kind: 'referral', about: row.given_by === us ? `To ${name(row.given_to)}` : `From ${name(row.given_by)}`, on: day(row.made_at), says: lines(`Passed on, ${on(row.made_at)}. ${came}${row.thanked_at ? ' Thanked.' : ''}`) }
  })
}

function bench(brought: Brought, us: string, name: Named): readonly Note[] {
  const terms = Map.groupBy(rowsOf(brought, 'bench_terms').filter((row) => row.agreed_at), (row) => row.place_id)
  return rowsOf(brought, 'bench_place').map((row): Note => {
    const agreed = terms.get(row.id)?.toSorted((a, b) => b.version - a.version)[0]
    return { there: row.id, kind: 'bench', about: row.organisation_id === us ? `${name(row.associate_id)}, on our bench` : `We, on the bench of ${name(row.organisation_id)}`, on: day(row.made_at), says: lines(row.ended_at ? `Ended on ${on(row.ended_at)}.` : agreed ? `Terms both agreed on, ${on(agreed.agreed_at)}:` : 'No terms were agreed.', ...(agreed && !row.ended_at ? clauses(agreed.terms, name(row.organisation_id), name(row.associate_id)) : [])) }
  })
}

function clauses(terms: unknown, owner: string, associate: string): readonly string[] {
  try {
    return inWords(readTerms(terms), { owner, associate }).map(({ title, short }) => `${title}: ${short}`)
  } catch {
    return [] // terms of a form we do not know say nothing here
  }
}

function covers(brought: Brought): readonly Note[] {
  return rowsOf(brought, 'cover').map((row): Note => ({ there: row.id, kind: 'cover', about: `For ${on(row.starts_on)}`, on: row.starts_on, says: lines(row.says, `${Math.round(Number(row.minutes) / 6) / 10} hours. ${row.finished_at ? `Done, and back on ${on(row.finished_at)}.` : row.withdrawn_at ? 'Withdrawn.' : row.taken_at ? 'Somebody took it.' : 'Nobody had taken it.'}`) }))
}

function outcomes(brought: Brought): readonly Note[] {
  const jobs = new Map(rowsOf(brought, 'job').map((job) => [job.id, job.what])), parts = Map.groupBy(rowsOf(brought, 'outcome_part'), (row) => row.outcome_id), sides = new Map(rowsOf(brought, 'outcome_side').map((row) => [row.outcome_id, row.times_bigger]))
  const endings = { done: 'Done.', done_late: 'Done, and late.', stopped_early: 'Stopped early.' } as const
  return rowsOf(brought, 'outcome').map((row): Note => ({ there: row.id, kind: 'outcome', about: jobs.get(row.job_id) ?? 'A job', on: day(row.noted_at), says: lines(endings[row.ending], ...(parts.get(row.id) ?? []).map((part) => part.says && `Our part: ${part.says}`), sides.get(row.id) ? `${sides.get(row.id)} times our usual job.` : undefined) }))
}

function teams(brought: Brought): readonly Note[] {
  return rowsOf(brought, 'team').map((row): Note => ({ there: row.id, kind: 'team', about: row.title, on: day(row.made_at), says: lines(row.says, row.finished_at ? `Finished on ${on(row.finished_at)}.` : row.ended_at ? `Ended on ${on(row.ended_at)}.` : 'Under way when this was taken out.') }))
}

const BECAUSE: Readonly<Record<Note['kind'], string>> = {
  partnership: 'As a note that only you read. Ask them again: nobody here is made to have agreed.', recommendation: 'As a note that only you read. It stands on a page once its giver gives it here.', referral: 'As a note, without the person who was passed on.',
  bench: 'As a note. Agree terms here before you ask for cover.', cover: 'As a note, without the client.', outcome: 'As a note. The job itself comes in with your own word.', team: 'As a note. Others take their seats anew.',
}

export const notes: Part = {
  name: 'notes', title: 'Bonds with others, as notes of your own', reads: ['partnership', 'partnership_side', 'partnership_note', 'recommendation', 'referral', 'bench_place', 'bench_terms', 'cover', 'outcome', 'outcome_part', 'outcome_side', 'team', 'kept_note'],
  plan: async (tx, brought, into) => {
    const here = new Map((await readRows(tx, 'kept_note', into.organisation)).map((row) => [String(row['id']), row]))
    const own = into.organisation === brought.of.id
    return notesIn(brought).map((note): Step => {
      const about = `${NOTE_WORDS[note.kind]}: ${note.about}`
      if (own && !note.kept) return { about, does: 'same', because: 'It lives here.' }
      const id = into.organisation && (here.has(note.there) ? note.there : idHere(into.organisation, note.there))
      const before = id ? here.get(id) : undefined
      if (before) return { about, does: 'same' }
      return {
        about, does: 'new', because: BECAUSE[note.kind],
        write: async (tx) => void (await tx.db.insertInto('kept_note').values({ organisation_id: into.writeTo(), id: idHere(into.writeTo(), note.there), kind: note.kind, about: note.about.slice(0, 300), says: note.says || note.about, on_day: note.on, brought_at: tx.now }).onConflict((at) => at.doNothing()).execute()),
      }
    })
  },
}
