import { afterAll, beforeAll, expect, test } from 'vitest'
import { asHouse } from '../kit/ctx.ts'
import { canariesOf, strays, type Canary } from './testing/canaries.ts'
import { crawl } from './testing/crawl.ts'
import { OUTCOME_IN_LETTERS } from './testing/outcomes-of-alder.ts'
import { IN_LETTERS } from './testing/referrals-of-alder.ts'
import { makeWorld, NAMES, type Name, type World } from './testing/world.ts'
import { openTestWeb, type TestWeb } from './testing.ts'
import { addressOf } from './who-may-go-where/row.ts'
import { ROWS } from './who-may-go-where/rows.ts'
import { isSafe } from './who-may-go-where/run.ts'

let web: TestWeb
let world: World
let canaries: readonly Canary[]

beforeAll(async () => {
  web = await openTestWeb()
  world = await makeWorld(web.town)
  canaries = canariesOf(world)
})
afterAll(() => web.close())

/** Every address there is, filled with the ids of what is private, and every way of looking for a word. Links are for whoever holds them. */
function everywhere(): readonly string[] {
  const addresses = Object.entries(ROWS).filter(([route, row]) => isSafe(route) && !row.holdsLink).map(([route, row]) => addressOf(route, row, world))
  const others = Object.values(world.organisations).flatMap((id) => ['', '/edit', '/staff', '/who-sees'].map((end) => `/organisations/${id}${end}`))
  const words = ['canary', 'Canaryorgholly', 'Canarylineholly', 'Canarystoryalder', 'Canarytownalder', 'canarydeskalder', 'Canaryguild', 'Canaryskill', 'Canaryname', 'canarymail', '01632']
  const lists = ['/search?q=', '/search.json?q=', '/names.json?q=', `/networks/${world.guild.slug}/members?words=`, `/networks/${world.wide.slug}/members?words=`, `/networks/${world.guild.slug}/organisers?words=`, `/api/v1/networks/${world.guild.slug}/members?words=`]
  return [...addresses, ...others, ...others.filter((one) => !/(edit|who-sees)$/.test(one)).map((one) => `/api/v1${one}`), ...lists.flatMap((list) => words.map((word) => list + word))]
}

/** What came to someone's eyes that should not have, apart from the very words they asked for. */
async function leaksTo(name: Name | 'nobody', token?: string, begin = everywhere()): Promise<readonly string[]> {
  const pages = await crawl(web, name === 'nobody' || token ? undefined : world.people[name], begin, { token, most: begin.length + 10 })
  return [...pages].flatMap(([path, text]) => strays(text, name, canaries).filter((word) => !decodeURIComponent(path).includes(word)).map((word) => `${path} tells ${name} ${word}`))
}

test.each(['nobody', ...NAMES] as const)('%s, looking everywhere there is, meets no word that was not meant for them', async (name) => {
  expect(await leaksTo(name)).toEqual([])
})

test('a program with Ann’s token meets no more than Ann', async () => {
  expect(await leaksTo('ann', world.tokens.write.text)).toEqual([])
})

test('letters hold nothing but what whoever invited chose to say', async () => {
  const offered = ['Canaryguild', 'Canarypurpose', 'Canarynote', 'Canaryinvitee', 'Canarynameolga', 'Canaryorgalder', world.links.invitation, world.links.staff, 'canaryinvited', 'canaryasked', ...IN_LETTERS, ...OUTCOME_IN_LETTERS, world.outcomes.word]
  const mails = await web.town.mails()

  expect(mails.length).toBeGreaterThan(1)
  for (const mail of mails) {
    const reader = NAMES.find((name) => mail.to_address.includes(`canarymail${name}`)) ?? 'nobody'
    expect(strays(JSON.stringify({ ...mail, to_address: '' }), reader, canaries).filter((word) => !offered.includes(word))).toEqual([])
  }
})

test('what waits to be told, and what is kept for repeats, holds no secret', async () => {
  const { links, tokens } = world
  const secrets = [...Object.values(links), tokens.read.text, tokens.write.text]
  const kept = await asHouse(world.ctx('hugh')).read(async ({ db }) => JSON.stringify([await db.selectFrom('outbox').selectAll().execute(), await db.selectFrom('audit').selectAll().execute(), await db.selectFrom('one_time_link').selectAll().execute(), await db.selectFrom('join_link').selectAll().execute(), await db.selectFrom('api_token').selectAll().execute(), await db.selectFrom('session').selectAll().execute()]))

  expect(secrets.filter((secret) => kept.includes(secret) || kept.includes(secret.split('_').at(-1)?.slice(0, 43) ?? ''))).toEqual([])
})

test('the record keeps nobody’s name, address or words, so that forgetting someone leaves it whole', async () => {
  const audit = await asHouse(world.ctx('hugh')).read(async ({ db }) => JSON.stringify(await db.selectFrom('audit').selectAll().execute()))

  expect(canaries.filter(({ word }) => audit.includes(word)).map(({ word }) => word)).toEqual([])
})

test('control: one word more in a place that others see is found', async () => {
  await asHouse(world.ctx('hugh')).transaction((tx) => tx.db.updateTable('organisation').set({ line: 'Canarystoryholly, said by mistake' }).where('id', '=', world.organisations.maple).execute())

  const about = everywhere().filter((path) => path.includes(world.organisations.maple) || path.includes('members?words='))

  expect(await leaksTo('ann', undefined, about)).toContain(`/organisations/${world.organisations.maple} tells ann Canarystoryholly`)
  expect((await leaksTo('nobody', undefined, [`/organisations/${world.organisations.maple}`])).length).toBeGreaterThan(0)
})
