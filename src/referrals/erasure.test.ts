import pg from 'pg'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerByLink } from '../asks/index.ts'
import { tendAsks } from '../asks/jobs.ts'
import { openTestWeb, type TestWeb } from '../entry/testing.ts'
import { checkChain } from '../kit/audit.ts'
import type { Id } from '../kit/ids.ts'
import type { Character } from '../networks/testing/cast.ts'
import { readNotices } from '../notices/index.ts'
import { acceptReferral, declineReferral, getReferral, passFurther, sayOutcome, thankGiver } from './index.ts'
import { writeLine } from './ask-giver.ts'
import { fingerprintOf } from './erase-person.ts'
import { eraseKeptLongEnough, keepFor } from './keeping.ts'
import { sendPrivacyNote } from './privacy-note.ts'
import { passAnna, SAID_YES, theirLink, weddingTrades, type Trades } from './testing/cast.ts'

const DAY = 86_400_000
let web: TestWeb
let trades: Trades
let owner: pg.Client
beforeAll(async () => {
  web = await openTestWeb()
  trades = await weddingTrades(web.town)
  owner = new pg.Client(web.town.owner)
  await owner.connect()
})
afterAll(async () => {
  await owner?.end()
  await web?.close()
})

const now = (one: Character) => web.town.ctx(one.ctx.actor)
const marked = (mark: string) => ({ who: `${mark}first ${mark}last`, needs: `${mark}needs`, reach: `${mark.toLowerCase()}@${mark.toLowerCase()}.example.org or ${mark}reach`, says: `${mark}says`, yesSays: `${mark}yes` })

/** Everything in every table of every schema, pg-boss's too, as text; binary both as it is printed and as letters. And every file of the house. */
async function traces(mark: string): Promise<readonly string[]> {
  const found: string[] = []
  const { rows: tables } = await owner.query<{ schema: string; name: string }>(`select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%'`)
  for (const { schema, name } of tables) {
    const { rows } = await owner.query<{ text: string }>(`select to_jsonb(t)::text as text from "${schema}"."${name}" t`)
    for (const { text } of rows) {
      const letters = [...text.matchAll(/\\\\x([0-9a-f]{2,})/g)].map(([, hex = '']) => Buffer.from(hex, 'hex')).map((bytes) => `${bytes.toString('latin1')} ${bytes.toString('utf16le')}`).join(' ')
      if (`${text} ${letters}`.toLowerCase().includes(mark.toLowerCase())) found.push(`${schema}.${name}: ${text.slice(0, 200)}`)
    }
  }
  for (const path of filesIn(web.town.house.settings.DATA_DIR)) if (readFileSync(path).toString('latin1').toLowerCase().includes(mark.toLowerCase())) found.push(path)
  return found
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => (statSync(join(folder, name)).isDirectory() ? filesIn(join(folder, name)) : [join(folder, name)]))
}

/** As much as can be said and done about one person: through forms and programs with keys that are kept, in letters, notes and threads. */
async function longStory(mark: string): Promise<Id<'referral'>> {
  const { tom, priya, asha } = trades
  web.town.clock.forward(60_000) // one story comes after another, also by the clock
  const sent = await web.post('/referrals/new', { ...marked(mark), how: 'ask', to: priya.organisation, agreed: '', yesSays: '', yesOn: '' }, { as: tom.person, key: `key-of-${crypto.randomUUID()}` })
  const id = sent.location?.split('/').at(-1) as Id<'referral'>
  const letter = (await web.town.mails()).findLast((mail) => mail.to_address.startsWith(mark.toLowerCase()))
  await answerByLink(web.town.ctx({ by: 'nobody' }), letter?.main_link?.split('/').at(-1) ?? '', 'yes', `${mark}note`)
  await writeLine(now(priya), id, { words: `${mark}question` })
  await web.post(`/referrals/${id}/questions`, { words: `${mark}answer` }, { as: tom.person, key: `key-of-${crypto.randomUUID()}` })
  await acceptReferral(now(priya), id)
  await sendPrivacyNote(now(priya), id)
  await passFurther(now(priya), id, { to: asha.organisation, ...SAID_YES, yesSays: `${mark}saidyes`, says: `${mark}further` })
  await declineReferral(now(asha), (await latestFor(asha)), { note: `${mark}decline` })
  await web.get(`/referrals?view=passed&person=${mark}`, { as: tom.person })
  await web.get(`/referrals/list.csv?view=passed`, { as: tom.person })
  await web.town.settle()
  return id
}

async function latestFor(one: Character): Promise<Id<'referral'>> {
  const row = await web.town.ctx().read((tx) => tx.db.selectFrom('referral').select('id').where('given_to', '=', one.organisation).orderBy('made_at', 'desc').orderBy('touched_at', 'desc').limit(1).executeTakeFirstOrThrow())
  return row.id as Id<'referral'> // a column of referral ids
}

describe('erasing somebody', () => {
  test('leaves no trace in any table, file, letter, outbox, job or kept answer; only that it was done', async () => {
    const id = await longStory('Zyxmarker')
    expect((await traces('Zyxmarker')).length).toBeGreaterThan(5) // the search finds what is there
    const link = `/my-details/${await theirLink(web.town.ctx(), id)}`

    await web.post(`${link}/correction`, { name: 'Zyxmarker Corrected', needs: 'Zyxmarkerneeds', reach: 'Zyxmarkerreach' }, { key: `key-of-${crypto.randomUUID()}` })
    await web.post(`${link}/erasure`, {}, { key: `key-of-${crypto.randomUUID()}` })
    await web.town.settle()

    expect(await traces('Zyxmarker')).toEqual([])
    const gone = await web.get(link)
    expect(gone.text).toMatch(/R-[A-Z2-9]{4}-[A-Z2-9]{4}/)
    for (const one of [trades.tom, trades.priya]) {
      const told = await readNotices(now(one), { limit: 50 })
      expect(told.some((notice) => notice.says === 'Somebody who was passed on has had their details erased here.')).toBe(true)
      expect(JSON.stringify(told)).not.toContain('Zyxmarker')
    }
    expect(await web.town.ctx().read((tx) => checkChain(tx, 'referrals erased'))).toMatchObject({ sound: true, entries: 1 })
    for (const view of ['mine', 'passed', 'finished']) for (const one of [trades.tom, trades.priya, trades.asha]) {
      expect((await web.get(`/referrals/list.csv?view=${view}`, { as: one.person })).text).not.toContain('Zyxmarker')
    }
  })

  test('control: what is not erased is found again', async () => {
    await longStory('Qwxmarker')

    expect((await traces('Qwxmarker')).length).toBeGreaterThan(5)
  })

  test('the fingerprint proves, to whoever has the details in hand, that it was these; nothing else does', async () => {
    const { tom, priya } = trades
    const { id } = await passAnna({ ...tom, ctx: now(tom) }, priya)
    const { person, reach } = await now(tom).read((tx) => getReferral(tx, id))
    await web.post(`/referrals/${id}/erasure`, {}, { as: tom.person })

    const row = await web.town.ctx().read((tx) => tx.db.selectFrom('referral_erasure').select(['fingerprint', 'because']).where('person_id', '=', person ?? '').executeTakeFirstOrThrow())
    const of = (name: string, key = web.town.house.keys.links) => fingerprintOf(key, { id: person ?? ('' as never), name, reach: reach?.reach ?? '' })
    expect([row.fingerprint.equals(of('Anna Bellweather')), row.fingerprint.equals(of('Anna Bell')), row.fingerprint.equals(of('Anna Bellweather', Buffer.alloc(32))), row.because]).toEqual([true, false, false, 'told-us'])
  })

  test('whoever never held the details cannot erase them, and after it nothing more can be done', async () => {
    const { tom, priya } = trades
    const { id } = await passAnna({ ...tom, ctx: now(tom) }, priya)
    expect((await web.post(`/referrals/${id}/erasure`, {}, { as: priya.person })).status).toBe(403)
    await web.post(`/referrals/${id}/erasure`, {}, { as: tom.person })

    expect((await web.post(`/referrals/${id}/erasure`, {}, { as: tom.person })).status).toBe(410)
    await expect(acceptReferral(now(priya), id)).rejects.toThrow('already been answered')
    expect(await now(priya).read((tx) => getReferral(tx, id))).toMatchObject({ shownAs: undefined, state: { is: 'stopped' } })
  })
})

describe('keeping', () => {
  test('two years after the end it happens by itself; sooner where one side says so; after a month where nothing was sent', async () => {
    const { tom, priya, asha } = trades
    const kept = async (id: Id<'referral'>) => (await now(tom).read((tx) => getReferral(tx, id))).reach !== undefined
    const end = async (to: Character) => {
      const { id } = await passAnna({ ...tom, ctx: now(tom) }, to)
      await acceptReferral(now(to), id)
      await sayOutcome(now(to), id, { word: 'won' })
      await thankGiver(now(to), id, { phrase: 'our-kind' })
      return id
    }
    const [long, short] = [await end(priya), await end(asha)]
    const { id: unsent } = await passAnna({ ...tom, ctx: now(tom) }, priya, { how: 'ask' })
    await expect(keepFor(now(asha), { months: 2 })).rejects.toThrow('another look')
    await expect(keepFor(now(asha), { months: 73 })).rejects.toThrow('another look')
    await keepFor(now(asha), { months: 6 })

    web.town.clock.forward(16 * DAY)
    await tendAsks(web.town.ctx())
    web.town.clock.forward(31 * DAY)
    await eraseKeptLongEnough(web.town.ctx())
    expect([await kept(long), await kept(short), await kept(unsent)]).toEqual([true, true, false])
    web.town.clock.forward(140 * DAY)
    await eraseKeptLongEnough(web.town.ctx())
    expect([await kept(long), await kept(short)]).toEqual([true, false])
    web.town.clock.forward(570 * DAY)
    await eraseKeptLongEnough(web.town.ctx())

    expect([await kept(long), await kept(short)]).toEqual([false, false])
    expect((await now(tom).read((tx) => getReferral(tx, long))).state).toMatchObject({ is: 'won', thanks: { phrase: 'our-kind' } }) // what came of it is kept
  })
})
