import { randomUUID } from 'node:crypto'
import type pg from 'pg'

/** A throw of dice from a seed, so that a pair that differs can be looked at again. */
export function diceFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const WORDS = ['wedding', 'titanium', 'flowers', 'bookkeeping', 'families', 'rigs', 'harbour', 'tents', 'letters', 'cakes', 'benches', 'evenings', 'gardens', 'engines', 'maps', 'debts']

export type Cast = {
  readonly network: string
  /** Who looks. */
  readonly us: string
  /** Members whose page we see. */
  readonly open: readonly string[]
  /** Of these, those that count us as partner. */
  readonly partners: readonly string[]
  /** Members whose page we do not see. */
  readonly hidden: readonly string[]
  readonly capabilities: readonly string[]
}

/**
 * One change at random to something that was not disclosed to us: rows for its owner alone or for partners that we are not, and anything
 * at all of those whose page we do not see. It goes straight into the tables, as an import would write it.
 */
export async function changeWhatIsHidden(client: pg.Client, cast: Cast, throwDice: () => number): Promise<string> {
  const one = <T>(list: readonly T[]): T => {
    const found = list[Math.floor(throwDice() * list.length)]
    if (found === undefined) throw new Error('Nothing to choose from.')
    return found
  }
  const words = () => Array.from({ length: 3 + Math.floor(throwDice() * 6) }, () => one(WORDS)).join(' ')
  const secretOwner = one([...cast.open, ...cast.hidden])
  const wholly = cast.hidden.includes(secretOwner)
  const word = wholly ? one(['only_us', 'partners', 'network', 'anyone']) : cast.partners.includes(secretOwner) ? 'only_us' : one(['only_us', 'partners'])
  const run = async (statement: string, ...values: readonly unknown[]) => void await client.query(statement, [...values])
  const changes: readonly (readonly [string, () => Promise<void>])[] = [
    ['an answer', () => run(`insert into answer (organisation_id, question, words, sight, saved_at) values ($1, $2, $3, $4, now()) on conflict (organisation_id, question) do update set words = excluded.words where answer.sight = excluded.sight`, secretOwner, wholly ? 1 + Math.floor(throwDice() * 4) : one([1, 2]), words(), word)],
    ['a claim and its proof', async () => {
      const [claim, paper] = [randomUUID(), randomUUID()]
      await run(`insert into claim (organisation_id, id, network_id, capability_id, title, strength, says, sight, added_at, confirmed_at) values ($1, $2, $3, $4, 'Hidden', 'only_us', $5, $6, now(), now()) on conflict do nothing`, secretOwner, claim, cast.network, one(cast.capabilities), words(), word)
      await run(`insert into certificate (organisation_id, id, name, issued_by, sight, added_at) values ($1, $2, 'Paper', 'Somebody', $3, now())`, secretOwner, paper, word)
      await run(`insert into proof (organisation_id, claim_id, id, certificate_id, sight, stands_at, counts_until, added_at) select $1, id, gen_random_uuid(), $3, sight, now(), '2030-01-01', now() from claim where organisation_id = $1 and id = $2`, secretOwner, claim, paper)
    }],
    ['a proof of a claim that is shown', () => run(`with paper as (insert into certificate (organisation_id, id, name, issued_by, sight, added_at) values ($1, gen_random_uuid(), 'Paper', 'Somebody', $2, now()) returning id)
      insert into proof (organisation_id, claim_id, id, certificate_id, sight, stands_at, counts_until, added_at) select $1, c.id, gen_random_uuid(), paper.id, $2, now(), '2030-01-01', now() from claim c, paper where c.organisation_id = $1 limit 1`, secretOwner, word)],
    ['a claim taken off', () => run(`update claim set removed_at = now() where organisation_id = $1 and sight = $2`, secretOwner, wholly ? word : 'only_us')],
    ['a need', () => run(`insert into want (network_id, id, organisation_id, lens, says, capability_id, sight, posted_at, ends_on) values ($1, gen_random_uuid(), $2, $3, $4, $5, $6, now(), '2030-01-01')`, cast.network, secretOwner, one(['gap', 'audience', 'cover', 'cause']), words(), one(cast.capabilities), word)],
    ['a job done alone', async () => {
      const job = randomUUID()
      await run(`insert into job (id, noted_by_organisation, noted_at, what, finished_on) values ($1, $2, now(), $3, '2026-05-01')`, job, secretOwner, words())
      await run(`insert into job_party (organisation_id, job_id, did, network_id, capability_id, sight, confirmed_at) values ($1, $2, $3, $4, $5, $6, now())`, secretOwner, job, words(), cast.network, one(cast.capabilities), word)
      await run(`insert into job_witness (organisation_id, job_id, id, name, role, asked_at, confirmed_at) values ($1, $2, gen_random_uuid(), 'A customer', 'customer', now(), now())`, secretOwner, job)
    }],
    ['a job of two who both hide it', async () => {
      const job = randomUUID(), other = one([...cast.open, ...cast.hidden].filter((each) => each !== secretOwner))
      await run(`insert into job (id, noted_by_organisation, noted_at, what, finished_on) values ($1, $2, now(), $3, '2026-05-01')`, job, secretOwner, words())
      await run(`insert into job_party (organisation_id, job_id, did, sight, confirmed_at) values ($1, $3, $4, 'only_us', now()), ($2, $3, $4, 'only_us', now())`, secretOwner, other, job, words())
    }],
    ['a tie that one of two keeps to itself', async () => {
      const [a = '', b = ''] = [secretOwner, one([...cast.open, ...cast.hidden].filter((each) => each !== secretOwner))].sort()
      const id = randomUUID()
      const made = await client.query(`insert into partnership (id, one_id, other_id, noted_by_organisation, noted_at, agreed_at, stage, last_moment_at) values ($1, $2, $3, $2, now(), now(), 'agreement', now()) on conflict do nothing`, [id, a, b])
      if (made.rowCount) await run(`insert into partnership_side (organisation_id, partnership_id, partner_id, called, said_stage, shows) values ($1, $3, $2, 'Them', 'agreement', 'anyone'), ($2, $3, $1, 'Them', 'agreement', 'only_us')`, a, b, id)
    }],
    ['who is counted as partner by another', () => run(`insert into sight_partner (organisation_id, partner_id, counted_at) values ($1, $2, now()) on conflict do nothing`, secretOwner, one([...cast.open, ...cast.hidden].filter((each) => each !== secretOwner)))],
    ['a page shown to another by a grant', () => run(`insert into sight_grant (organisation_id, id, subject_kind, subject_id, to_organisation_id, reason, from_at, until_at) values ($1, gen_random_uuid(), 'page', $1, $2, 'A bid', '2020-01-01', '2035-01-01')`, secretOwner, one([...cast.open, ...cast.hidden].filter((each) => each !== secretOwner)))],
    ['who is not for them', () => run(`insert into not_for_us (network_id, organisation_id, other_id, reason, said_at) values ($1, $2, $3, 'other', now()) on conflict do nothing`, cast.network, secretOwner, cast.us)],
    ['whom they saved', () => run(`insert into match_saved (network_id, organisation_id, other_id, saved_at) values ($1, $2, $3, now()) on conflict do nothing`, cast.network, secretOwner, cast.us)],
    ['the whole page of one that is hidden', () => run(`update organisation set name = $2, line = $2, story = $2, people_count = 7 where id = $1`, one(cast.hidden), words())],
    ['the place of one that is hidden', () => run(`update organisation_place set district = $2, town = $3, sight = 'anyone' where organisation_id = $1`, one(cast.hidden), one(['SP1', 'SP2', 'BA1']), one(['Salisbury', 'Bath']))],
    ['when one that is hidden meets its own trade', () => run(`insert into trade_preference (organisation_id, meets, said_at) values ($1, $2, now()) on conflict (organisation_id) do update set meets = excluded.meets`, one(cast.hidden), one(['never', 'cover', 'always']))],
    ['a brief that is a draft', () => run(`insert into brief (network_id, id, organisation_id, title, says, written_at, changed_at) values ($1, gen_random_uuid(), $2, $3, $3, now(), now())`, cast.network, secretOwner, words())],
  ]
  const [name, change] = one(changes)
  await change()
  return name
}

/** The same kind of change to something that was disclosed to us: a control, which must be seen. */
export async function changeWhatIsShown(client: pg.Client, cast: Cast, throwDice: () => number): Promise<void> {
  const capability = cast.capabilities[2] ?? ''
  await client.query(`insert into claim (organisation_id, id, network_id, capability_id, title, strength, says, sight, added_at, confirmed_at) values ($1, gen_random_uuid(), $2, $3, 'Shown', 'best_at', $4, 'network', now(), now())`,
    [cast.open[0], cast.network, capability, WORDS[Math.floor(throwDice() * WORDS.length)]])
}
