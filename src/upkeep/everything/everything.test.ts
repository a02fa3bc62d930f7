import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addClaim, noteJob, saveAnswer } from '../../answers/index.ts'
import type { Id } from '../../kit/ids.ts'
import { unpackZip } from '../../kit/tables/unpack-zip.ts'
import { becomeMember, startNetwork } from '../../networks/index.ts'
import { listOrganisation } from '../../organisations/index.ts'
import { recordTogether } from '../../partnerships/index.ts'
import { routes } from '../../routes.ts'
import { importAtTerminal } from '../moving/index.ts'
import { openGuild, type Guild } from '../moving/testing/guild.ts'
import { STAYS, TAKEN } from './tables.ts'
import { endExports } from './take-everything.ts'

let guild: Guild
let rose: Id<'organisation'>, thorn: Id<'organisation'>
beforeAll(async () => {
  guild = await openGuild()
  const { web: { town } } = guild
  rose = await listOrganisation(guild.ctx('una'), { name: 'Rose & Co', kind: 'company', line: '=2+2', town: 'Wilton', email: 'hello@rose.example', phone: '01722 123456' })
  thorn = await listOrganisation(guild.ctx('osman'), { name: 'Thorn Ltd', kind: 'company' })
  for (const id of [rose, thorn]) await town.ctx().transaction((tx) => becomeMember(tx, { network: guild.id, organisation: id }))
  for (const [name, id, word] of [['una', rose, 'CANARY-ROSE'], ['osman', thorn, 'CANARY-THORN']] as const) {
    await saveAnswer(guild.ctx(name, id), id, 4, { words: `Only we ${word} <b>grow</b>`, sight: 'only_us' })
    await addClaim(guild.ctx(name, id), id, { network: guild.id, words: `Work of ${word}`, strength: 'can_do', sight: 'only_us' })
  }
  await noteJob(guild.ctx('una', rose), rose, { what: 'A wedding in a barn', finishedOn: '2027-01-02', partners: [thorn] })
  await town.ctx().transaction((tx) => recordTogether(tx, { between: [rose, thorn], moment: { kind: 'met', says: 'At the fair', at: tx.now } }))
})
afterAll(() => guild.close())

/** Asks on the page, waits for the work, and fetches what its link leads to. */
async function takeOut(as: Id<'person'>, page: string): Promise<{ files: ReadonlyMap<string, Buffer>; link: string }> {
  const { web } = guild
  web.town.clock.forward(60_000)
  await web.post(page, {}, { as })
  await guild.work()
  const [made] = await web.town.ctx().read((tx) => tx.db.selectFrom('work').select(['link', 'said']).where('kind', '=', 'upkeep.take-everything').orderBy('asked_at', 'desc').limit(1).execute())
  const link = made?.link ?? ''
  const answer = await web.app.request(`${link}/file`, { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin', Cookie: await web.cookie(as) } })
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'application/zip'])
  return { link, files: await unpackZip(Buffer.from(await answer.arrayBuffer()), () => true) }
}

test('an organisation takes all of its own with it, readable by a double click, and nothing another keeps to itself', async () => {
  const { files } = await takeOut(guild.people.una, routes.everything)

  const text = (name: string) => files.get(name)?.toString('utf8') ?? ''
  expect([...files.keys()]).toEqual(expect.arrayContaining(['index.html', 'everything.json', 'for-another-network/members.csv', 'for-another-network/claims.csv', 'for-another-network/jobs.csv', 'tables/answer.csv', 'tables/partnership.csv']))
  expect(text('index.html')).toContain('Only we CANARY-ROSE &lt;b&gt;grow&lt;/b&gt;')
  expect(text('index.html')).not.toMatch(/<script|<link|src=|https?:\/\/(?!rose)/)
  expect(text('tables/organisation.csv')).toContain("'=2+2")
  const all = [...files.values()].map((bytes) => bytes.toString('utf8')).join('\n')
  expect(all).toContain('CANARY-ROSE')
  expect(all).not.toContain('CANARY-THORN')
  const data = JSON.parse(text('everything.json')) as { tables: Record<string, unknown[]> }
  expect(Object.keys(data.tables)).toEqual(TAKEN.map(({ table }) => table))
  expect(data.tables['answer']).toMatchObject([{ question: 4, sight: 'only_us' }])
  if (files.has('statement.pdf')) expect(text('statement.pdf').slice(0, 5)).toBe('%PDF-')
})

test('what was taken out is taken in by another network as it is, and taken out of there the same', async () => {
  const { files } = await takeOut(guild.people.una, routes.everything)
  const { web: { town } } = guild
  const olga = guild.ctx('olga')
  const { slug } = await startNetwork(olga, { name: 'Another Guild', purpose: 'To begin again', kind: 'Association', listed: 'anyone' })
  const bring = (kind: 'members' | 'claims' | 'jobs', table: string) => importAtTerminal(town.ctx(), { kind, slug, name: `${kind}.csv`, bytes: Buffer.from(table) }, () => undefined)
  const table = (kind: string) => files.get(`for-another-network/${kind}.csv`)?.toString('utf8') ?? ''

  const members = await bring('members', `${table('members')}\r\n,Thorn Ltd`)
  const claims = await bring('claims', table('claims'))
  const jobs = await bring('jobs', table('jobs'))

  expect([members.counts.new, claims.counts.new, jobs.counts.new]).toEqual([2, 1, 1])
  const again = await takeOut(guild.people.olga, routes.networkEverything(slug))
  const withoutIds = (csv: string) => csv.split('\r\n').map((line) => line.split(',').slice(1).join(','))
  for (const kind of ['claims', 'jobs']) expect(withoutIds(again.files.get(`for-another-network/${kind}.csv`)?.toString('utf8') ?? '')).toEqual(withoutIds(table(kind)))
  expect(withoutIds(again.files.get('for-another-network/members.csv')?.toString('utf8') ?? '')).toEqual(expect.arrayContaining(withoutIds(table('members')).filter((line) => line.startsWith('Rose'))))
})

test('the file is for whoever asked, for two days, and each fetching is in the log', async () => {
  const { web, people } = guild
  const { link } = await takeOut(people.una, routes.everything)
  const id = link.split('/').at(-1) ?? ''

  expect((await web.get(link, { as: people.olga })).status).toBe(404)
  expect((await web.post(`${link}/file`, {}, { as: people.osman })).status).toBe(404)
  expect((await web.post(routes.networkEverything(guild.slug), {}, { as: people.una })).status).toBe(403)
  const logged = await web.town.ctx().read((tx) => tx.db.selectFrom('audit').select('act').where('subject', '=', id).orderBy('number').execute())
  expect(logged.map(({ act }) => act)).toEqual(['everything.exported', 'everything.fetched'])
  const path = join(web.town.house.settings.DATA_DIR, 'exports', `${id}.zip`)
  expect(readFileSync(path).length).toBeGreaterThan(1_000)
  web.town.clock.forward(49 * 3_600_000)
  await endExports(web.town.ctx())
  expect(() => readFileSync(path)).toThrow()
})

test('every table that holds something of an organisation is taken or is said to stay, and every column that is named is there', async () => {
  const client = new pg.Client(guild.web.town.owner)
  await client.connect()
  const { rows } = await client.query<{ table: string; column: string; of: string[] }>(`
    select c.table_name as table, c.column_name as column, array(
      select k.confrelid::regclass::text from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
      where k.contype = 'f' and k.conrelid = format('public.%I', c.table_name)::regclass and a.attname = c.column_name) as of
    from information_schema.columns c where c.table_schema = 'public'`)
  await client.end()
  const forgotten = (said: ReadonlySet<string>) => [...tablesOfAnOrganisation(rows)].filter((table) => !said.has(table)).sort()
  const said = new Set([...TAKEN.map(({ table }) => table), ...Object.keys(STAYS)])

  expect(forgotten(said)).toEqual([])
  for (const table of ['brief_part', 'answer', 'referral_words']) expect(forgotten(new Set([...said].filter((one) => one !== table)))).toEqual([table]) // control: one that nobody decided about is named
  const there = new Set(rows.map(({ table, column }) => `${table}.${column}`))
  expect(TAKEN.flatMap(({ table, columns, owner, through }) => [...columns.split(' '), ...(through ? [through.by] : owner)].map((column) => `${table}.${column}`)).filter((one) => !there.has(one))).toEqual([])
  expect(Object.keys(STAYS).filter((table) => !rows.some((row) => row.table === table))).toEqual([])
})

/** Those with an organisation in them, and all that hang on one of those, however far. */
function tablesOfAnOrganisation(columns: readonly { table: string; column: string; of: readonly string[] }[]): ReadonlySet<string> {
  const found = new Set(['organisation', ...columns.filter(({ column }) => column === 'organisation_id').map(({ table }) => table)])
  for (let before = 0; before < found.size;) {
    before = found.size
    for (const { table, of } of columns) if (of.some((one) => found.has(one))) found.add(table)
  }
  return found
}
