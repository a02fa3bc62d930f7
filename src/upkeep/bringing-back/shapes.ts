import { z } from 'zod'
import { BASES, STRENGTHS } from '../../answers/index.ts'
import { isId } from '../../kit/ids.ts'
import { KINDS, SIGHT_WORDS } from '../../organisations/index.ts'
import { NotAsWritten } from './errors.ts'
import type { Brought } from './read-export.ts'

/** What a row of each table may hold, checked before any of it is believed. Columns that are not here are not read. */
const plain = (value: string) => !value.includes('\u0000') && value.isWellFormed()
const need = (most: number) => z.string().min(1).max(most).refine(plain)
const words = (most: number) => z.string().max(most).refine(plain).nullish().transform((value) => value || null)
const id = z.custom<string>((value) => isId(value), 'is no id')
const maybe = id.nullish().transform((value) => value ?? null)
const day = z.iso.date()
const someDay = day.nullish().transform((value) => value ?? null)
const moment = z.iso.datetime().transform((value) => new Date(value))
const once = moment.nullish().transform((value) => value ?? null)
const sight = z.enum(SIGHT_WORDS)
const number = (least: number, most: number) => z.coerce.number().min(least).max(most)

export const SHAPES = {
  organisation: z.object({ id, name: need(120), kind: z.enum(KINDS), line: words(160), story: words(4_000), website: words(500), people_count: z.int().nullish(), sight }),
  organisation_contact: z.object({ phone: words(40), email: words(254), sight }),
  organisation_place: z.object({ district: words(10), town: words(80), sight }),
  identifier: z.object({ scheme: need(20), value: need(40) }),
  answer: z.object({ question: z.literal([1, 2, 3, 4]), words: z.string().max(5_000).refine(plain), sight }),
  claim: z.object({ id, title: need(200), strength: z.enum(STRENGTHS), says: words(2_000), capacity_says: words(300), capacity_from: someDay, capacity_until: someDay, sight, confirmed_at: moment, removed_at: once }),
  proof: z.object({ id, claim_id: id, job_id: maybe, recommendation_id: maybe, certificate_id: maybe, figure_id: maybe, added_at: moment }),
  certificate: z.object({ id, name: need(200), number: words(100), issued_by: need(200), issued_on: someDay, expires_on: someDay, file_id: maybe, file_shown_at: once, sight, added_at: moment }),
  figure: z.object({ id, says: need(500), source: need(300), on_day: day, sight }),
  job: z.object({ id, what: need(400), for_whom: words(300), finished_on: day, started_on: someDay, reference: words(200), about: words(6_000), keywords: z.array(need(100)).max(100).default([]), customer_says: words(2_000), customer_name: words(200) }),
  job_party: z.object({ job_id: id, did: words(2_000), role: z.enum(['lead', 'member']).nullish(), sight }),
  job_value: z.object({ job_id: id, band: z.enum(['under_1k', '1k_5k', '5k_25k', '25k_100k', '100k_500k', 'over_500k']) }),
  recommendation: z.object({ id, organisation_id: id, from_organisation: maybe, from_name: words(200), basis: z.enum(BASES), words: need(2_000), said_on: day, given_at: once, taken_at: once, declined_at: once }),
  statement_use: z.object({ name: need(100), parts: z.array(need(40)).max(50) }),
  trade_preference: z.object({ meets: z.enum(['never', 'cover', 'always']) }),
  partnership_habit: z.object({ shows: sight, quiet_months: z.int().min(0).max(24) }),
  referral_keeping: z.object({ months: z.int().min(3).max(72) }),
  brief: z.object({ id, network_id: id, title: need(300), says: words(8_000), for_whom: words(300), district: words(10), starts_on: someDay, ends_on: someDay, answer_by: someDay, open_to_rivals: z.boolean(), sight }),
  brief_part: z.object({ brief_id: id, id, position: z.int().min(0).max(10_000), says: need(2_000), wants: words(2_000), need: z.enum(['must', 'should']), size: words(300), starts_on: someDay, ends_on: someDay, district: words(10), removed_at: once }),
  partnership: z.object({ id, one_id: id, other_id: id, noted_at: moment, agreed_at: once, stage: need(40), met_what: words(500), met_on: someDay, aim: words(2_000), next_says: words(1_000), next_on: someDay, ended_at: once }),
  partnership_side: z.object({ partnership_id: id, partner_id: id, called: need(200), said_stage: need(40), resting_because: words(2_000), ended_because: words(2_000) }),
  partnership_note: z.object({ partnership_id: id, says: need(10_000), written_at: moment }),
  referral: z.object({ id, given_by: id, given_to: id, made_at: moment, accepted_at: once, declined_at: once, won_at: once, lost_at: once, thanked_at: once, ended_at: once, erased_at: once }),
  bench_place: z.object({ id, organisation_id: id, associate_id: id, made_at: moment, ended_at: once }),
  bench_terms: z.object({ place_id: id, version: z.int(), terms: z.unknown(), says: words(2_000), agreed_at: once }),
  cover: z.object({ id, says: need(2_000), starts_on: day, ends_on: day, minutes: number(1, 1e7), taken_at: once, finished_at: once, withdrawn_at: once }),
  cover_asked: z.object({ cover_id: id, organisation_id: id.nullish(), worked_minutes: number(0, 1e7).nullish(), answered_at: once, answer: words(10), done: words(2_000) }),
  outcome: z.object({ id, job_id: id, ending: z.enum(['done', 'done_late', 'stopped_early']), noted_at: moment }),
  outcome_part: z.object({ outcome_id: id, says: words(2_000) }),
  outcome_side: z.object({ outcome_id: id, times_bigger: number(0.1, 10_000).nullish() }),
  team: z.object({ id, title: need(300), says: words(8_000), made_at: moment, finished_at: once, ended_at: once }),
  kept_note: z.object({ id, kind: z.enum(['partnership', 'recommendation', 'referral', 'bench', 'cover', 'outcome', 'team']), about: need(300), says: need(20_000), on_day: someDay }),
} as const
/** More than any organisation has of one thing that comes back. */
const MOST = 20_000

export type Shaped = { readonly [Table in keyof typeof SHAPES]: readonly z.output<(typeof SHAPES)[Table]>[] }

/** The rows of some tables, every one as it should be. One that is not refuses the file: half of it would be no file of ours. */
export function rowsOf<Table extends keyof typeof SHAPES>({ tables }: Brought, table: Table): Shaped[Table] {
  const rows = tables[table] ?? []
  if (rows.length > MOST) throw new NotAsWritten([`“${table}” has more than ${MOST.toLocaleString('en-GB')} rows.`])
  const ids = rows.flatMap((row) => ('id' in SHAPES[table].shape && typeof row['id'] === 'string' ? [row['id']] : []))
  if (new Set(ids).size < ids.length) throw new NotAsWritten([`“${table}” has the same id twice.`])
  const read = rows.map((row) => SHAPES[table].safeParse(row))
  const problems = read.flatMap(({ error }, at) => (error ? error.issues.slice(0, 2).map((issue) => `Row ${at + 1} of “${table}”, ${issue.path.join('.') || 'as a whole'}: ${issue.message}`) : []))
  if (problems.length > 0) throw new NotAsWritten(problems)
  return read.map(({ data }) => data) as unknown as Shaped[Table] // each was read by the shape of that table
}
