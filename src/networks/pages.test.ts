import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestWeb, type Answer, type TestWeb } from '../entry/testing.ts'
import { openNetwork, someone, type Character } from './testing/cast.ts'

let web: TestWeb
let priya: Character
beforeAll(async () => {
  web = await openTestWeb()
  web.town.clock.forward(Date.now() - web.town.clock.now().getTime())
  priya = await someone(web.town, 'Priya', 'The Wild Bouquet')
  await web.post('/acting-for', { organisation: priya.organisation }, { as: priya.person })
})
afterAll(() => web.close())

const acting = async (who: Character) => { await web.post('/acting-for', { organisation: who.organisation }, { as: who.person }); return { as: who.person } }
const cookieOf = (answer: Answer) => (answer.headers.getSetCookie().find((one) => /guildhall=gh_|guildhall=/.test(one)) ?? '').split(';')[0] ?? ''
const linkIn = (answer: Answer, kind: string) => new RegExp(`http://localhost:4000(/${kind}/[A-Za-z0-9_]+)`).exec(answer.text)?.[1] ?? ''

describe('the errand of a newcomer, without script', () => {
  test('a network is started, a link hung up, a newcomer joins by it on a phone and stands in the list', async () => {
    const as = await acting(priya)
    const started = await web.post('/networks/new', { name: 'Salisbury Makers', kind: 'Town trades', purpose: 'To find each other', houseRules: 'Answer within a week.', listed: 'anyone', joinToo: 'yes' }, as)
    expect(started).toMatchObject({ status: 303, location: '/networks/salisbury-makers/invitations' })
    expect((await web.post('/networks/salisbury-makers/join-links', { says: 'Noticeboard', days: '90' }, as)).status).toBe(303)
    const path = linkIn(await web.get('/networks/salisbury-makers/invitations', as), 'join')

    const offered = await web.get(path)
    expect(offered.status).toBe(200)
    for (const words of ['Priya invites you', 'Join Salisbury Makers', 'Answer within a week.', 'No, thanks', 'Who will see it']) expect(offered.text).toContain(words)

    const joined = await web.post(path, { name: 'Asha Patel', email: 'asha@example.org', password: 'seven quiet otters', organisation: 'Asha’s Cakes', kind: 'sole-trader', district: 'SP4' })
    expect(joined).toMatchObject({ status: 303, location: '/' })

    const list = await web.get('/networks/salisbury-makers/members', { headers: { Cookie: cookieOf(joined) } })
    expect(list.text).toContain('Asha’s Cakes')
    expect(list.text).toContain('The Wild Bouquet')
    expect(list.text).toContain('Showing all 2 members')
    expect((await web.get('/networks/salisbury-makers/members', as)).text).toContain('Asha’s Cakes')
  })

  test('what stands in the way is said beside its field, and everything typed is still there', async () => {
    const as = await acting(priya)
    const { slug } = await openNetwork(priya, 'Careful')
    await web.post(`/networks/${slug}/join-links`, {}, as)
    const path = linkIn(await web.get(`/networks/${slug}/invitations`, as), 'join')

    const answer = await web.post(path, { name: 'Asha <b>Patel</b>', email: 'asha', password: 'seven quiet otters', organisation: 'Asha’s Cakes', kind: '', district: 'nowhere' })

    expect(answer.status).toBe(422)
    for (const words of ['Asha &lt;b&gt;Patel&lt;/b&gt;', 'value="Asha’s Cakes"', 'does not look like an e-mail address', 'not a postcode district', 'Everything you typed is still here']) expect(answer.text).toContain(words)
    expect(answer.text).not.toContain('seven quiet otters')
  })

  test('the same form sent twice makes one member', async () => {
    const as = await acting(priya)
    const { slug } = await openNetwork(priya, 'Twice')
    await web.post(`/networks/${slug}/join-links`, {}, as)
    const path = linkIn(await web.get(`/networks/${slug}/invitations`, as), 'join')
    const tom = await someone(web.town, 'Tom')
    const key = crypto.randomUUID()
    const sent = () => web.post(path, { organisation: tom.organisation }, { as: tom.person, key })
    expect((await sent()).status).toBe(303)
    expect((await sent()).status).toBe(303)
    expect((await web.get(`/networks/${slug}/members`, { as: tom.person })).text).toContain('Showing all 2 members')
  })

  test('an invitation by name is declined in one tap', async () => {
    const as = await acting(priya)
    const { slug } = await openNetwork(priya, 'Kind no')
    await web.post(`/networks/${slug}/invitations`, { name: 'Nell', note: 'Do come.' }, as)
    const answerPath = linkIn(await web.get(`/networks/${slug}/invitations`, as), 'answer')
    const chosen = await web.post(answerPath, { word: 'yes' })
    expect(chosen.location).toMatch(/^\/join\//)
    const path = chosen.location ?? ''
    expect((await web.get(path)).text).toContain('Do come.')
    expect((await web.post(`${path}/no-thanks`)).text).toContain('Thank you')
    expect((await web.get(`/networks/${slug}/invitations`, as)).text).toContain('No, thanks')
    expect((await web.get(path)).status).toBe(410)
  })
})

describe('pages stay shut', () => {
  test.each(['/networks/new', '/organisations/new', '/organisations', '/networks'])('%s asks a visitor to sign in', async (path) => {
    expect((await web.get(path)).location).toMatch(/^\/sign-in\?then=/)
  })

  test('a network’s inside pages are for its members, and its settings for its organisers', async () => {
    const { slug, id } = await openNetwork(priya, 'Shut')
    const tom = await someone(web.town, 'Tom')
    const as = await acting(tom)
    for (const page of ['members', 'capabilities', 'settings', 'invitations', 'organisers', 'capabilities/import', 'capabilities/export', 'leaving']) expect((await web.get(`/networks/${slug}/${page}`, as)).status, page).toBe(403)
    expect((await web.post(`/networks/${slug}/capabilities/new`, { title: 'Mine' }, as)).status).toBe(403)
    expect((await web.get(`/networks/${slug}`, as)).text).not.toContain('The Wild Bouquet')
    const { joins } = await import('./testing/cast.ts')
    await joins(web.town, id, tom)
    for (const page of ['settings', 'invitations', 'organisers', 'capabilities/import']) expect((await web.get(`/networks/${slug}/${page}`, as)).status, page).toBe(403)
    expect((await web.get(`/networks/${slug}/members`, as)).status).toBe(200)
  })

  test.each(['/organisations/x', '/organisations/00000000-0000-4000-8000-000000000000', '/networks/nothing-here', '/networks/%00', '/staff-links/x', '/join/x', '/organisations/%F0%28/edit'])('%s is simply not there', async (path) => {
    const { status } = await web.get(path, await acting(priya))
    expect([404, 410, 400, 422]).toContain(status) // 422 where the address itself cannot be read
  })
})

test('a list asked for oddly is still a list', async () => {
  const { slug } = await openNetwork(priya, 'Odd')
  const as = await acting(priya)
  for (const query of ['words=%25_%5C', 'after=nonsense', 'after=WzEsMiwzXQ', `after=${'x'.repeat(3000)}`, 'before=', `words=${'a '.repeat(500)}`]) expect((await web.get(`/networks/${slug}/members?${query}`, as)).status, query).toBe(200)
})

describe('an organisation’s page', () => {
  test('shows each viewer what is theirs to see', async () => {
    const { slug, id } = await openNetwork(priya, 'Seen')
    const tom = await someone(web.town, 'Tom'), stranger = await someone(web.town, 'Una')
    const { joins } = await import('./testing/cast.ts')
    await joins(web.town, id, tom)
    const page = `/organisations/${priya.organisation}`
    const asTom = await acting(tom), asPriya = await acting(priya), asUna = await acting(stranger)

    expect((await web.get(page, asPriya)).text).toContain('01722 123456')
    const seen = await web.get(page, asTom)
    expect(seen.text).toContain('The Wild Bouquet')
    expect(seen.text).not.toContain('01722 123456')
    expect((await web.get(page, asUna)).status).toBe(404)
    expect((await web.get(page)).status).toBe(404)

    await web.post(`${page}/who-sees`, { page: 'anyone', contact: 'network', place: 'only_us' }, asPriya)
    expect((await web.get(page, asTom)).text).toContain('01722 123456')
    expect((await web.get(page, asTom)).text).not.toContain('Salisbury')
    expect((await web.get(page)).text).not.toContain('01722 123456')

    await web.post(`/networks/${slug}/members/${tom.organisation}/removal`, { because: 'It closed' }, asPriya)
    expect((await web.get(page, asTom)).text).not.toContain('01722 123456')
  })

  test('an accent that is not typed hinders nobody: not in the list, the directory or the palette', async () => {
    const { slug, id } = await openNetwork(priya, 'Accents')
    const zoe = await someone(web.town, 'Zoë', 'Zoë’s Şekerli Café'), nell = await someone(web.town, 'Nell')
    const { joins } = await import('./testing/cast.ts')
    for (const who of [zoe, nell]) await joins(web.town, id, who)
    const as = await acting(nell)

    for (const path of [`/networks/${slug}/members?words=`, `/networks/${slug}/directory?words=`, '/search.json?q=']) {
      for (const words of ['zoe’s', 'CAFE sekerli', 'zoë’s café']) expect((await web.get(path + encodeURIComponent(words), as)).text, path + words).toContain('Şekerli')
      expect((await web.get(`${path}zof`, as)).text, path).not.toContain('Şekerli')
    }
  })

  test('hiding the page takes the member off others’ lists at once', async () => {
    const { slug, id } = await openNetwork(priya, 'Hidden')
    const tom = await someone(web.town, 'Tom', 'Tom’s Tipis'), nell = await someone(web.town, 'Nell')
    const { joins } = await import('./testing/cast.ts')
    await joins(web.town, id, tom)
    await joins(web.town, id, nell)
    const asTom = await acting(tom), asNell = await acting(nell)
    expect((await web.get(`/networks/${slug}/members?words=tipis`, asNell)).text).toContain('Tom’s Tipis')

    await web.post(`/organisations/${tom.organisation}/who-sees`, { page: 'only_us', contact: 'only_us', place: 'only_us' }, asTom)

    const after = await web.get(`/networks/${slug}/members?words=tipis`, asNell)
    expect(after.text).not.toContain('Tom’s Tipis')
    expect((await web.get(`/networks/${slug}/members`, asNell)).text).toContain('Showing all 2 members')
  })

  test('a partner counted, and a grant until a day, each show what they should', async () => {
    const tom = await someone(web.town, 'Tom', 'Tom’s Tipis'), asha = await someone(web.town, 'Asha')
    const { id } = await openNetwork(tom, 'Granting')
    const { joins } = await import('./testing/cast.ts')
    await joins(web.town, id, asha)
    const asTom = await acting(tom), asAsha = await acting(asha)
    const page = `/organisations/${tom.organisation}`
    expect((await web.get(page, asAsha)).text).not.toContain('01722 123456')

    const past = await web.post(`${page}/who-sees/grants`, { to: asha.organisation, part: 'contact', reason: 'The bid', untilOn: '2020-01-01' }, asTom)
    expect(past).toMatchObject({ status: 422 })
    expect(past.text).toContain('That day has passed')
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
    expect((await web.post(`${page}/who-sees/grants`, { to: asha.organisation, part: 'contact', reason: 'The bid', untilOn: tomorrow }, asTom)).status).toBe(303)
    expect((await web.get(page, asAsha)).text).toContain('01722 123456')
  })
})

describe('the vocabulary', () => {
  test('is brought from a spreadsheet after a look, and taken along again', async () => {
    const { slug } = await openNetwork(priya, 'Words')
    const as = await acting(priya)
    const table = 'title,parent,synonyms\nWedding flowers,Flowers,"bridal flowers; bouquets"\n=HYPERLINK(1),Flowers,'
    const looked = await web.post(`/networks/${slug}/capabilities/import`, { table }, as)
    expect(looked.text).toContain('3 new, 0 changed, 0 the same.')
    expect((await web.get(`/networks/${slug}/capabilities`, as)).text).toContain('No words yet')

    expect((await web.post(`/networks/${slug}/capabilities/import`, { table, _go: 'yes' }, as)).status).toBe(303)
    const out = await web.get(`/networks/${slug}/capabilities/export`, as)
    expect(out.text).toContain('Flowers > Wedding flowers')
    expect(out.text).toContain(`"'=HYPERLINK(1)"`)
    expect(out.headers.get('Content-Type')).toMatch(/^text\/csv/)

    const wrong = await web.post(`/networks/${slug}/capabilities/import`, { table: 'title\n,\nfine', _go: 'yes' }, as)
    expect([200, 303, 422]).toContain(wrong.status)
  })

  test('a word is added below another, moved, not placed below itself, retired and brought back', async () => {
    const { slug } = await openNetwork(priya, 'Tree')
    const as = await acting(priya)
    const api = async (method: string, path: string, body?: unknown) => web.api(method, `/networks/${slug}/capabilities${path}`, body, as)
    const flowers = ((await api('POST', '', { title: 'Flowers' })).json() as { id: string }).id
    const weddings = ((await api('POST', '', { title: 'Weddings', parent: flowers, synonyms: ['brides'] })).json() as { id: string }).id
    expect((await api('PUT', `/${flowers}`, { title: 'Flowers', parent: weddings })).status).toBe(409)
    expect((await api('POST', '', { title: 'weddings', parent: flowers })).status).toBe(409)
    expect((await api('DELETE', `/${flowers}`)).status).toBe(409)
    expect((await api('DELETE', `/${weddings}`)).status).toBe(204)
    expect((await api('GET', '')).json()).toMatchObject({ capabilities: [{ title: 'Flowers' }] })
    const { slug: other } = await openNetwork(priya, 'Other tree')
    expect((await web.api('PUT', `/networks/${other}/capabilities/${flowers}`, { title: 'Stolen' }, as)).status).toBe(404)
    expect((await web.api('POST', `/networks/${other}/capabilities`, { title: 'Child', parent: flowers }, as)).status).toBe(404)
  })
})

test('every form page of both rooms opens for those it is for', async () => {
  const as = await acting(priya)
  const { slug } = await openNetwork(priya, 'All pages')
  const organisation = `/organisations/${priya.organisation}`
  for (const path of ['/organisations', '/organisations/new', organisation, `${organisation}/edit`, `${organisation}/identifiers`, `${organisation}/staff`, `${organisation}/closing`, `${organisation}/who-sees`,
    '/networks', '/networks/new', ...['', '/members', '/settings', '/organisers', '/invitations', '/capabilities', '/capabilities/new', '/capabilities/import', '/leaving', `/members/${priya.organisation}/removal`].map((end) => `/networks/${slug}${end}`)]) {
    const answer = await web.get(path, as)
    expect(answer.status, path).toBe(200)
    expect(answer.text, path).toMatch(/<h1/)
  }
})
