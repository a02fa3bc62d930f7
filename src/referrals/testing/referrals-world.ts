import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { imagine, type World } from '../../networks/testing/sight-world.ts'
import type { Facts } from '../sight.ts'

/** The small world of sight, in which six of the organisations pass people on in a round: each passes somebody to the next, once in every state; and some are passed further. */
export type PersonKept = { readonly id: string; readonly keptFor: string }
export type ReferralKept = Facts & { readonly id: string; readonly person?: string; readonly state: string; readonly passedFrom?: string }
export type ReferralsWorld = World & { readonly persons: readonly PersonKept[]; readonly referrals: readonly ReferralKept[] }

const IN_THE_ROUND = 6
const STATES = ['waiting', 'offered', 'declined', 'unanswered', 'taken back', 'accepted', 'won', 'stopped', 'stopped after acceptance', 'passed on', 'erased'] as const

export function imagineReferrals(): ReferralsWorld {
  const world = imagine()
  const all = [...new Set(world.viewers.flatMap(({ actor }) => actor.organisation ?? []))].slice(0, IN_THE_ROUND) // the others look on from outside
  const after = (at: number, steps: number) => all[(at + steps) % all.length] ?? ''
  const persons: PersonKept[] = []
  const referrals: ReferralKept[] = []
  for (const [at, giver] of all.entries()) {
    for (const state of STATES) {
      const person = { id: randomUUID() as string, keptFor: giver }
      if (state !== 'erased') persons.push(person)
      const one: ReferralKept = {
        id: randomUUID(), person: state === 'erased' ? undefined : person.id, state, givenBy: giver, givenTo: after(at, 1), begunBy: giver, offered: state !== 'waiting',
        accepted: ['accepted', 'won', 'stopped after acceptance', 'passed on', 'erased'].includes(state), closedToReceiver: ['declined', 'unanswered', 'taken back', 'stopped', 'stopped after acceptance'].includes(state), passedOn: state === 'passed on',
      }
      referrals.push(one)
      // Who was passed on is with a third now; and one who accepted has asked to pass them on, which the person has not answered.
      if (state === 'passed on') referrals.push({ ...one, id: randomUUID(), state: 'accepted', givenBy: after(at, 1), givenTo: after(at, 2), passedOn: false, passedFrom: one.id })
      if (state === 'accepted') referrals.push({ ...one, id: randomUUID(), state: 'waiting', givenBy: after(at, 1), givenTo: after(at, 2), offered: false, accepted: false, passedFrom: one.id })
    }
  }
  return { ...world, persons, referrals }
}

/** Writes it with the owner's hand, past every wall. */
export async function writeReferrals(world: ReferralsWorld, client: pg.Client): Promise<void> {
  const put = async (table: string, rows: readonly Record<string, unknown>[]) => {
    const columns = Object.keys(rows[0] ?? {}).join(', ')
    await client.query(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [JSON.stringify(rows)])
  }
  const then = new Date(Date.now() - 86_400_000).toISOString()
  const at = (is: boolean) => (is ? then : null)
  await put('one_time_link', world.persons.map((one) => ({ id: one.id, hash: '\\x00', act: 'referrals-person', subject: {}, made_at: then, ends_at: '2040-01-01' })))
  await put('referral_person', world.persons.map((one) => ({ id: one.id, organisation_id: one.keptFor, shown_as: 'Anna', needs: 'Flowers', link_id: one.id, kept_at: then })))
  await put('referral_reach', world.persons.map((one) => ({ person_id: one.id, name: 'Anna Bell', reach: '07700 900321' })))
  await put('referral', world.referrals.map((one) => ({
    id: one.id, person_id: one.person ?? null, given_by: one.givenBy, given_to: one.givenTo, begun_by: one.begunBy, passed_from: one.passedFrom ?? null, made_at: then, touched_at: then,
    yes_at: at(one.offered), yes_how: one.offered ? 'word' : null, offered_at: at(one.offered), accepted_at: at(one.accepted), declined_at: at(one.state === 'declined'), unanswered_at: at(one.state === 'unanswered'),
    taken_back_at: at(one.state === 'taken back'), stopped_by_person_at: at(one.state.startsWith('stopped')), passed_on_at: at(one.passedOn), won_at: at(one.state === 'won'), erased_at: at(one.state === 'erased'),
  })))
  const kept = world.referrals.filter((one) => one.person)
  await put('referral_words', kept.map((one) => ({ referral_id: one.id, person_id: one.person, says: 'Lovely' })))
  await put('referral_line', kept.map((one) => ({ referral_id: one.id, id: one.id, person_id: one.person, organisation_id: one.givenTo, words: 'Is it outdoors?', said_at: then })))
  await put('referral_value', world.referrals.map((one) => ({ referral_id: one.id, band: '1k_5k' })))
  await put('referral_keeping', world.organisations.map((one) => ({ organisation_id: one.id, months: 12, set_at: then })))
}
