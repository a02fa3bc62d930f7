import { spawn } from 'node:child_process'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openTestCluster } from '../postgres/testing.ts'
import { migrate, readMigrations } from './migrate.ts'

const KILLS = process.env.NIGHT ? 10 : 3
const cluster = openTestCluster(inject('cluster'))
const real = readMigrations('db/migrations')
let superuser: pg.Client

beforeAll(async () => {
  superuser = new pg.Client(cluster.connection('superuser', 'postgres'))
  await superuser.connect()
})
afterAll(() => superuser.end())

async function anew(name: string): Promise<pg.ClientConfig> {
  await superuser.query(`create database ${name} owner guildhall_owner`)
  return cluster.connection('owner', name)
}

async function ask<Row extends object>(owner: pg.ClientConfig, sql: string): Promise<readonly Row[]> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

/** People who lived here before: whatever came later has to take them along. */
const LIVED_IN = `
  insert into person (id, name, joined_at) select gen_random_uuid(), 'Person ' || n, now() from generate_series(1, 300) n;
  insert into organisation (id, name, kind, sight, listed_at, claimed_at) select gen_random_uuid(), 'Firm ' || n, 'company', (array['only_us','partners','network','anyone'])[1 + n % 4], now(), now() from generate_series(1, 300) n;
  insert into network (id, slug, name, purpose, kind, opened_at) select gen_random_uuid(), 'circle-' || n, 'Circle ' || n, 'To meet', 'Trades', now() from generate_series(1, 3) n;
  insert into staff (organisation_id, person_id, role, since) select o.id, p.id, 'owner', now() from organisation o join person p on substr(o.name, 6) = substr(p.name, 8);
  insert into membership (network_id, organisation_id, joined_at, listed_as, listed_words, sight) select n.id, o.id, now(), o.name, 'words', o.sight from network n, organisation o;`

const counted = (owner: pg.ClientConfig) => ask(owner, `select (select count(*) from person) as people, (select count(*) from organisation) as organisations, (select count(*) from staff) as staff, (select count(*) from membership) as members, (select md5(string_agg(id || name || sight, '' order by id)) from organisation) as words`)

/** All that makes up a schema, as words that can be compared. */
const schemaOf = (owner: pg.ClientConfig) => ask(owner, `
  select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || coalesce(column_default, '') as line from information_schema.columns where table_schema = 'public'
  union all select indexdef from pg_indexes where schemaname = 'public' union all select tablename || policyname || cmd || coalesce(qual, '') || coalesce(with_check, '') from pg_policies where schemaname = 'public'
  union all select proname || md5(prosrc) from pg_proc where pronamespace = 'public'::regnamespace union all select conrelid::regclass || conname || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace order by 1`)

/** Makes the changes in a process of its own and kills it after so many milliseconds; whether it had finished. */
function killedAfter(milliseconds: number, owner: pg.ClientConfig): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'testing/migrate-alone.ts')], { env: { ...process.env, OWNER: JSON.stringify(owner) }, stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', (piece: Buffer) => {
      said += piece.toString()
      if (said === 'begun\n') setTimeout(() => child.kill('SIGKILL'), milliseconds)
    })
    child.once('exit', () => done(said.includes('done')))
  })
}

/** An early house, one half-way, and the last but one. */
const EARLIER = [...new Set(['0045', '0058'].map((number) => real.find(({ name }) => name.startsWith(number))?.name).concat(real.at(-2)?.name))].filter((one) => one !== undefined)

test.each(EARLIER)('a house as old as %s, killed again and again inside its changes, is in the end as whole as a new one', { timeout: 300_000 }, async (from) => {
  const owner = await anew(`upgrade_${from.slice(0, 4)}`)
  const fresh = await anew(`fresh_for_${from.slice(0, 4)}`)
  await migrate(owner, real, { upTo: from })
  await ask(owner, LIVED_IN)
  const before = await counted(owner)

  let inside = 0
  for (let kill = 0; kill < KILLS; kill += 1) if (!(await killedAfter(3 + kill * 12, owner))) inside += 1
  await migrate(owner, real)
  await migrate(fresh, real)

  console.log(`from ${from}: killed ${KILLS} times, ${inside} before all was done`)
  expect(await counted(owner)).toEqual(before)
  expect(await schemaOf(owner)).toEqual(await schemaOf(fresh))
})

test('words that members were found by before accents stopped to count are found without them after', async () => {
  const owner = await anew('upgrade_accents')
  await migrate(owner, real, { upTo: '0149-what-happened-lately' })
  await ask(owner, LIVED_IN.replaceAll("'words'", "'zoë’s şekerli café'"))

  await migrate(owner, real, { upTo: '0150-plain-letters' })

  expect(await ask(owner, 'select distinct listed_words as words from membership')).toEqual([{ words: 'zoe’s sekerli cafe' }])
})

test('control: a change left half made is noticed', async () => {
  const owner = await anew('upgrade_half')
  const fresh = await anew('fresh_for_half')
  await migrate(owner, real)
  await migrate(fresh, real)
  await ask(owner, 'drop index membership_list')

  expect(await schemaOf(owner)).not.toEqual(await schemaOf(fresh))
})
