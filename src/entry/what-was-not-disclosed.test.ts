import { briefsSecrets } from './testing/briefs-of-alder.ts'
import { partnershipsSecrets } from './testing/partnerships-of-alder.ts'
import { matchesSecrets } from './testing/matches-of-alder.ts'
import { introductionsSecrets } from './testing/introductions-of-alder.ts'
import { referralsSecrets } from './testing/referrals-of-alder.ts'
import { coverSecrets } from './testing/cover-of-alder.ts'
import { teamsSecrets } from './testing/teams-of-alder.ts'
import { outcomesSecrets } from './testing/outcomes-of-alder.ts'
import { organisingSecrets } from './testing/organising-of-alder.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import pg from 'pg'
import { crawl } from './testing/crawl.ts'
import { dice } from './testing/hostile.ts'
import { makeWorld, type Name, type World } from './testing/world.ts'
import { openTestWeb, type TestWeb } from './testing.ts'
import { addressOf } from './who-may-go-where/row.ts'
import { ROWS } from './who-may-go-where/rows.ts'
import { isSafe } from './who-may-go-where/run.ts'

const PAIRS = process.env.NIGHT ? 500 : 0
const READERS = ['nobody', 'una', 'xena'] as const
let web: TestWeb
let world: World
let owner: pg.Client

beforeAll(async () => {
  web = await openTestWeb()
  world = await makeWorld(web.town)
  owner = new pg.Client(web.town.owner)
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await web.close()
})

/** What Alder and Holly may change without telling Xena, Una or nobody, who see nothing of either; each leaves another world behind. */
const SECRETS: readonly ((word: string) => readonly [string, readonly unknown[]])[] = [
  (word) => ['update organisation set line = $2, story = $2, name = $2 where id = $1', [world.organisations.holly, word]],
  (word) => ['update membership set listed_as = $2, listed_words = $2 where organisation_id = $1', [world.organisations.holly, word]],
  (word) => ['update organisation_contact set phone = $2, email = $2 where organisation_id = $1', [world.organisations.alder, word]],
  (word) => ['update organisation_place set town = $2 where organisation_id = $1', [world.organisations.alder, word]],
  (word) => ['insert into identifier (organisation_id, scheme, value, added_at) values ($1, $2, $3, now())', [world.organisations.alder, 'GB-VAT', word]],
  () => [`insert into staff (organisation_id, person_id, role, since) values ($1, $2, 'editor', now()) on conflict do nothing`, [world.organisations.alder, world.people.quin]],
  () => ['insert into sight_partner (organisation_id, partner_id, counted_at) values ($1, $2, now()) on conflict do nothing', [world.organisations.alder, world.organisations.maple]],
  (word) => ['update network set house_rules = $2, purpose = $2 where id = $1', [world.guild.id, word]],
  (word) => ['update capability set title = $2 where id = $1', [world.ids.narrower, word]],
  () => ['update organisation set rests_since = now() where id = $1', [world.organisations.alder]],
  () => ['update membership set left_at = now() where organisation_id = $1 and network_id = $2', [world.organisations.holly, world.guild.id]],
  (word) => ['update join_link set says = $2 where id = $1', [world.ids.joinLink, word]],
]

const addresses = () => ['/search?q=alder', '/search.json?q=canary', '/names.json?q=canary', `/networks/${world.wide.slug}/members`, ...Object.entries(ROWS).filter(([route, row]) => isSafe(route) && !row.holdsLink && / \/(api\/v1\/)?(organisations|networks|o\/|briefs|partnerships|find|introductions|referrals|cover|teams|outcomes|together|$)/.test(route)).map(([route, row]) => addressOf(route, row, world))]

/** All that comes to someone’s eyes, less what is new in every answer. */
async function allAnswers(name: Name | 'nobody'): Promise<string> {
  const pages = await crawl(web, name === 'nobody' ? undefined : world.people[name], addresses(), { most: addresses().length })
  return [...pages].map(([path, text]) => `${path}\n${text.replaceAll(/nonce="[^"]*"/g, 'nonce').replaceAll(/name="_key" value="[^"]*"/g, 'key').replaceAll(/"[\w-]*" name="_key"/g, 'key').replaceAll(/\(D:\d{14}Z\)|\/ID \[[^\]]*\]/g, 'when this PDF was made')}`).join('\n\n')
}

type Secret = (typeof SECRETS)[number]
const secretsOfAll = (): readonly Secret[] => [...SECRETS, ...briefsSecrets(world), ...partnershipsSecrets(world), ...matchesSecrets(world), ...introductionsSecrets(world), ...referralsSecrets(world), ...coverSecrets(world), ...teamsSecrets(world), ...outcomesSecrets(world), ...organisingSecrets(world)]

async function keep(secret: Secret, word: string): Promise<string> {
  const [statement, values] = secret(word)
  await owner.query(statement, [...values])
  return statement
}

const seenByAll = async () => Promise.all(READERS.map(allAnswers))

test('a world that differs in all that was not disclosed at once looks the same to each to whom it was not disclosed', async () => {
  const before = await seenByAll()
  const words = secretsOfAll().filter((secret) => secret.length > 0)
  const states = secretsOfAll().filter((secret) => secret.length === 0) // these hide things, so they come once the words have been looked for

  expect([words.length > 20, states.length > 5]).toEqual([true, true])
  for (const [secrets, what] of [[words, 'other words'], [states, 'other states']] as const) {
    for (const [turn, secret] of secrets.entries()) await keep(secret, `Another ${dice(turn).next()}`)
    const after = await seenByAll()

    expect(READERS.filter((_, place) => after[place] !== before[place]).map((reader) => `${reader} noticed ${what}`)).toEqual([])
  }
})

test.runIf(PAIRS > 0)(`${PAIRS} pairs of worlds that differ in one thing that was not disclosed look the same to whom it was not disclosed`, { timeout: PAIRS * 60_000 }, async () => {
  const before = new Map<string, string>()
  for (const reader of READERS) before.set(reader, await allAnswers(reader))

  const secrets = secretsOfAll()
  const different: string[] = []
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const secret = secrets[pair % secrets.length]
    const statement = secret ? await keep(secret, `Another ${dice(pair).next()}`) : ''
    const reader = READERS[pair % READERS.length] ?? 'nobody'
    if ((await allAnswers(reader)) !== before.get(reader)) different.push(`${reader} noticed: ${statement}`)
  }

  expect(different).toEqual([])
})

test('control: Ann, to whom it is disclosed, does see another world', async () => {
  const before = await allAnswers('ann')
  await owner.query('update organisation_place set town = $2 where organisation_id = $1', [world.organisations.alder, 'Elsewhere'])

  expect(await allAnswers('ann')).not.toBe(before)
})
