import { afterAll, beforeAll, expect, test } from 'vitest'
import { listMembers } from '../../networks/index.ts'
import { getOrganisation, giveClaimLink, joinStaff, staffLink } from '../../organisations/index.ts'
import type { Id } from '../../kit/ids.ts'
import { routes } from '../../routes.ts'
import { fieldsIn, openGuild, tableIn, type Guild } from './testing/guild.ts'

let guild: Guild
beforeAll(async () => { guild = await openGuild() })
afterAll(() => guild.close())

/** Five hundred members, twelve of whom somebody mistyped. */
function fiveHundred(): string {
  const rows = Array.from({ length: 500 }, (_, at) => [`Maker ${at}`, `maker${at}@example.org`, 'Company', `SP${(at % 9) + 1} 7AA`, String((at % 20) + 1)])
  const wrong: readonly (readonly [number, number, string])[] = [[3, 0, ''], [40, 1, 'no address'], [41, 1, 'two@@example.org'], [77, 2, 'Guild of old'], [120, 3, 'Salisbury'], [121, 3, 'SP'], [200, 4, 'many'], [201, 4, '-3'], [300, 1, 'x'.repeat(300)], [400, 0, 'Maker 4'], [401, 4, '2.5'], [499, 2, '???']]
  for (const [row, column, says] of wrong) { const cells = rows[row]; if (cells) cells[column] = says }
  return ['Organisation;Contact e-mail;Type;Postcode;Employees', ...rows.map((cells) => cells.join(';'))].join('\r\n')
}

const count = (as = guild.people.olga) => guild.web.town.ctx({ by: 'session', person: as }).read((tx) => tx.db.selectFrom('membership').select((at) => at.fn.countAll<number>().as('count')).where('network_id', '=', guild.id).where('left_at', 'is', null).executeTakeFirstOrThrow())

test('an organiser brings 500 members, mends 12 mistakes in place, takes them in and takes all of them back, without script', async () => {
  const { web, slug, people: { olga: as } } = guild

  const id = tableIn(await guild.upload(fiveHundred()))
  const columns = await web.get(routes.importColumns(slug, id), { as })
  expect(fieldsIn(columns.text)).toMatchObject({ c0: 'name', c1: 'email', c2: 'kind', c3: 'district', c4: 'peopleCount' })
  const looked = await web.post(routes.importColumns(slug, id), fieldsIn(columns.text), { as })
  expect(looked.location).toBe(routes.importMending(slug, id))

  const mending = await web.get(routes.importMending(slug, id), { as })
  expect(mending.text).toContain('12 need you')
  expect(mending.text).toContain('We do not know “Guild of old”. Write one of: Sole trader')
  expect(mending.text).toContain('Row 6 is about the same one.')
  const mended = { ...fieldsIn(mending.text), 'r5.name': 'Maker 3', 'r42.email': 'forty@example.org', 'r43.email': '', 'r79.kind': 'CIC', 'r122.district': 'SP2', 'r123.district': 'sp2 7aa', 'r202.peopleCount': '3', 'r203.peopleCount': '3', 'r302.email': 'three@example.org', 'r402.name': 'Maker 400', 'r403.peopleCount': '' }
  const again = await web.post(routes.importMending(slug, id), mended, { as })
  expect(again.location).toBe(routes.importMending(slug, id))
  const last = await web.get(routes.importMending(slug, id), { as })
  expect(last.text).toContain('One needs you')
  const all = await web.post(routes.importMending(slug, id), { ...fieldsIn(last.text), 'r501.kind': 'Charity' }, { as })
  expect(all.location).toBe(routes.importPreview(slug, id))

  const preview = await web.get(routes.importPreview(slug, id), { as })
  expect(preview.text).toContain('500 new, 0 changed, 0 the same.')
  expect((await count()).count).toBe(0)
  await web.post(routes.importPreview(slug, id), {}, { as })
  await guild.work()
  const done = await web.get(routes.importDone(slug, id), { as })
  expect(done.text).toContain('500 new, 0 changed, 0 the same')
  expect((await count()).count).toBe(500)

  await web.post(routes.importUndo(slug, id), {}, { as })
  await guild.work()
  expect((await web.get(routes.importDone(slug, id), { as })).text).toContain('All of it was taken back.')
  expect((await count()).count).toBe(0)
  const left = await guild.web.town.ctx().read((tx) => tx.db.selectFrom('organisation').select('id').execute())
  expect(left).toEqual([])
})

test('the columns are remembered, and the same file brings nothing new the second time', async () => {
  const { web, slug, people: { olga: as } } = guild
  const file = 'Who;Reach;Odd\r\nAlder;alder@example.org;1\r\nOak;oak@example.org;2'

  const first = tableIn(await guild.upload(file))
  await web.post(routes.importColumns(slug, first), { c0: 'name', c1: 'email', c2: '' }, { as })
  await web.post(routes.importPreview(slug, first), {}, { as })
  await guild.work()
  const second = tableIn(await guild.upload(file))
  const columns = await web.get(routes.importColumns(slug, second), { as })

  expect(fieldsIn(columns.text)).toMatchObject({ c0: 'name', c1: 'email', c2: '' })
  await web.post(routes.importColumns(slug, second), fieldsIn(columns.text), { as })
  expect((await web.get(routes.importPreview(slug, second), { as })).text).toContain('0 new, 0 changed, 2 the same.')
  const nothing = await web.post(routes.importPreview(slug, second), {}, { as })
  expect(nothing.status).toBe(409)
})

test('what one can reach them by stays with the organiser who brought it', async () => {
  const { web: { town }, ctx } = guild
  const { members } = await ctx('olga').read((tx) => listMembers(tx, guild.id, { words: 'alder' }))
  const alder = members[0]?.organisation ?? ('' as Id<'organisation'>)

  const mine = await ctx('olga').read((tx) => getOrganisation(tx, alder))
  const theirs = await ctx('osman').read((tx) => getOrganisation(tx, alder))

  expect(mine.contact?.email).toBe('alder@example.org')
  expect(theirs.contact).toBeUndefined()
  expect(theirs.standing.is).toBe('listed')
  expect(await town.mails()).toEqual([])
})

test('a member who claimed its page is not overwritten, and the organiser is told', async () => {
  const { web, slug, people, ctx } = guild
  const { members } = await ctx('olga').read((tx) => listMembers(tx, guild.id, { words: 'oak' }))
  const oak = members[0]?.organisation ?? ('' as Id<'organisation'>)
  const link = await giveClaimLink(ctx('olga'), oak, { forWhom: 'Una' })
  const token = (await ctx('olga').read(async (tx) => staffLink(tx, link.linkId))).split('/').at(-1) ?? ''
  await joinStaff(ctx('una'), token)

  const id = tableIn(await guild.upload('Name,Line\r\nOak,Taken over\r\nAlder,Turns alder'))
  await web.post(routes.importColumns(slug, id), { c0: 'name', c1: 'line' }, { as: people.olga })
  const preview = await web.get(routes.importPreview(slug, id), { as: people.olga })
  await web.post(routes.importPreview(slug, id), {}, { as: people.olga })
  await guild.work()

  expect(preview.text).toContain('0 new, 1 changed, 0 the same.')
  expect(preview.text).toContain('Its own people look after this page.')
  expect((await ctx('olga').read((tx) => getOrganisation(tx, oak))).line).toBeUndefined()
  expect((await web.get(routes.importDone(slug, id), { as: people.olga })).text).toContain('1 left as they are')
})

test('taking back leaves what was changed since, and says so', async () => {
  const { web, slug, people: { olga: as } } = guild
  const id = tableIn(await guild.upload('Name,Line,Town\r\nAsh,Baskets,Wilton\r\nBirch,Brooms,Wilton\r\nAlder,Turns bowls,Wilton'))
  await web.post(routes.importColumns(slug, id), { c0: 'name', c1: 'line', c2: 'town' }, { as })
  await web.post(routes.importPreview(slug, id), {}, { as })
  await guild.work()
  const town = guild.web.town.ctx()
  await town.transaction((tx) => tx.db.updateTable('organisation').set({ line: 'Ash baskets' }).where('name', '=', 'Ash').execute())
  await town.transaction((tx) => tx.db.updateTable('organisation').set({ line: 'By hand' }).where('name', '=', 'Alder').execute())

  await web.post(routes.importUndo(slug, id), {}, { as })
  await guild.work()

  const said = (await web.get(routes.importDone(slug, id), { as })).text
  expect(said).toContain('Ash: It was changed by hand since.')
  expect(said).toContain('Alder: Changed by hand since: what they do, in one line.')
  const rows = await town.read((tx) => tx.db.selectFrom('organisation as o').innerJoin('organisation_place as p', 'p.organisation_id', 'o.id').select(['o.name', 'o.line', 'p.town']).where('o.name', 'in', ['Ash', 'Birch', 'Alder']).orderBy('o.name').execute())
  expect(rows).toEqual([{ name: 'Alder', line: 'By hand', town: null }, { name: 'Ash', line: 'Ash baskets', town: 'Wilton' }])
})

test('two organisers who bring the same file at once bring each member once', async () => {
  const { web, slug, people: { olga, osman } } = guild
  const file = ['Name,E-mail,Town', ...Array.from({ length: 300 }, (_, at) => `Twin ${at},twin${at}@example.org,Wilton`)].join('\n')
  const tables = await Promise.all([olga, osman].map(async (as) => {
    const id = tableIn(await guild.upload(file, { as }))
    await web.post(routes.importColumns(slug, id), { c0: 'name', c1: 'email', c2: 'town' }, { as })
    return { as, id }
  }))

  await Promise.all(tables.map(({ as, id }) => web.post(routes.importPreview(slug, id), {}, { as })))
  await guild.work()

  const said = await Promise.all(tables.map(async ({ as, id }) => (await web.get(routes.importDone(slug, id), { as })).text))
  expect(said.filter((text) => text.includes('300 new, 0 changed, 0 the same'))).toHaveLength(1)
  expect(said.filter((text) => text.includes('0 new, 0 changed, 300 the same'))).toHaveLength(1)
  const twins = await guild.web.town.ctx().read((tx) => tx.db.selectFrom('organisation').select('name').where('name', 'like', 'Twin %').execute())
  expect(twins).toHaveLength(300)
})

test('Cancel in the middle leaves nothing behind', async () => {
  const { web, slug, people: { olga: as } } = guild
  const file = ['Name', ...Array.from({ length: 8_000 }, (_, at) => `Stopped ${at}`)].join('\n')
  const id = tableIn(await guild.upload(file))
  await web.post(routes.importColumns(slug, id), { c0: 'name' }, { as })
  const before = (await count()).count
  await web.post(routes.importPreview(slug, id), {}, { as })
  const [work] = await guild.ctx('olga').read((tx) => tx.db.selectFrom('work').select('id').where('finished_at', 'is', null).execute())

  await web.post(`${routes.work}/${work?.id ?? ''}/cancellation`, {}, { as })
  await guild.work()

  expect((await count()).count).toBe(before)
  const stopped = await guild.web.town.ctx().read((tx) => tx.db.selectFrom('work').select(['cancelled_at', 'said']).where('id', '=', work?.id ?? '').executeTakeFirst())
  expect(stopped?.cancelled_at).toBeTruthy()
  expect((await web.get(routes.importDone(slug, id), { as })).text).toContain('Stopped. Nothing was changed.')
})

test('nobody else sees a table on its way in, and only organisers bring one', async () => {
  const { web, slug, people: { olga, osman, una } } = guild
  const id = tableIn(await guild.upload('Name,E-mail\nSecret,secret@example.org'))

  expect((await web.get(routes.importColumns(slug, id), { as: olga })).text).toContain('secret@example.org')
  expect((await web.get(routes.importColumns(slug, id), { as: osman })).status).toBe(404)
  expect((await guild.upload('Name\nX', { as: una })).status).toBe(403)
  expect((await web.get(routes.importTables(slug))).location).toContain(routes.signIn)
})
