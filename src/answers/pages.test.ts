import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestWeb, type TestWeb } from '../entry/testing.ts'
import type { Id } from '../kit/ids.ts'
import { joins, openNetwork, someone, type Character } from '../networks/testing/cast.ts'
import { addCapability } from '../networks/index.ts'
import { routes } from '../routes.ts'
import { listAnswers, listClaims } from './index.ts'

let web: TestWeb
let folder: string
let priya: Character, asha: Character
let slug: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guildhall-answers-'))
  web = await openTestWeb({ DATA_DIR: folder })
  priya = await someone(web.town, 'Priya', 'The Wild Bouquet')
  asha = await someone(web.town, 'Asha', 'Asha’s Cakes')
  const network = await openNetwork(priya)
  slug = network.slug
  await joins(web.town, network.id, asha)
  await addCapability(priya.ctx, slug, { title: 'Wedding flowers' })
})
afterAll(async () => {
  await web?.close()
  await rm(folder, { recursive: true, force: true })
})

const as = () => ({ as: priya.person })
const networkId = () => priya.ctx.read(async (tx) => (await tx.db.selectFrom('network').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id)
const claimsOf = (who: Character) => who.ctx.read((tx) => listClaims(tx, priya.organisation))

describe('My page, as a browser without script meets it', () => {
  const page = () => routes.answer(priya.organisation, 4)

  test('a vague answer is saved, and the page says what is vague about it', async () => {
    expect((await web.post(page(), { words: 'We are passionate about bespoke flowers of the highest quality.', sight: 'network' }, as())).location).toBe(page())

    const { text } = await web.get(page(), as())
    expect(text).toMatch(/data-coach-level="true"><ol[^>]*aria-label="Clarity: Vague"/)
    expect(text).toContain('“passionate”, “bespoke”, “highest quality”: anyone could say these.')
    expect(text).toContain('Not helpful')
  })

  test('a note put away is gone for good, until it is brought back', async () => {
    const note = { kind: 'anyone-could-say', words: 'bespoke, highest quality, passionate' }
    await web.post(routes.dismissedNotes(priya.organisation, 4), note, as())
    const without = await web.get(page(), as())
    expect(without.text).not.toContain('anyone could say these')
    expect(without.text).toContain('1 note put away')

    await web.post(routes.dismissedNoteReturn(priya.organisation, 4), note, as())
    expect((await web.get(page(), as())).text).toContain('anyone could say these')
  })

  test('the swap test puts a rival’s name in, asks, and takes either answer', async () => {
    const swapped = await web.get(`${page()}?rival=Bloom+%26+Co`, as())
    expect(swapped.text).toContain('<strong>Bloom &amp; Co</strong></span><span> are passionate')
    expect(swapped.text).toContain('Is it still true?')
    expect((await web.get(`${page()}?rival=Bloom&still=yes`, as())).text).toContain('Then they could say it too')
    expect((await web.get(`${page()}?rival=Bloom&still=no`, as())).text).toContain('Then it is yours')
    expect((await web.get(`${page()}?rival=%3Cscript%3Ealert(1)%3C/script%3E`, as())).text).not.toContain('<script>alert')
  })

  test('saving as one types answers in JSON and leaves no toast for the next page', async () => {
    const saved = await web.post(page(), { words: 'Only we grow and arrange every stem within 12 miles of Salisbury.', sight: 'anyone' }, { ...as(), headers: { Accept: 'application/json' } })
    expect([saved.status, saved.json(), saved.headers.get('Set-Cookie')]).toEqual([200, { saved: true }, null])
    const refused = await web.post(page(), { words: 'x'.repeat(4001) }, { ...as(), headers: { Accept: 'application/json' } })
    expect([refused.status, refused.json()]).toEqual([422, { problems: { words: 'The answer can have 4000 characters at most.' } }])
  })

  test('earlier versions are listed and put back', async () => {
    web.town.clock.forward(3_600_000)
    await web.post(page(), { words: 'Only we.', sight: 'anyone' }, as())
    const { text } = await web.get(routes.answerVersions(priya.organisation, 4), as())
    const back = /action="([^"]+\/return)"/.exec(text)?.[1] ?? ''
    expect((await web.post(back, {}, as())).status).toBe(303)
    expect((await priya.ctx.read((tx) => listAnswers(tx, priya.organisation))).find((one) => one.question === 4)?.words).toContain('within 12 miles')
  })

  test('an example from another trade and the preview are there; a page hidden from strangers says so', async () => {
    const { text } = await web.get(`${page()}?trade=Bakery&as=anyone`, as())
    expect(text).toContain('Only we in Frome')
    expect(text).toContain('Your page is not shown to them at all.')
    expect((await web.get(`${page()}?as=member`, as())).text).toContain('data-preview-words')
  })

  test('what is no question, or not one’s own, is not there', async () => {
    expect((await web.get(routes.answer(priya.organisation, 5), as())).status).toBe(404)
    expect((await web.get(page(), { as: asha.person })).status).toBe(403)
    expect((await web.post(page(), { words: 'Ours' }, { as: asha.person })).status).toBe(403)
    expect((await web.get(page())).status).toBe(404)
  })
})

test('a partner is asked to look by link, suggests words without an account, and the owner takes them over', async () => {
  const asked = await web.post(routes.secondLooks(priya.organisation, 4), { name: 'Tom', note: 'Be honest' }, as())
  const link = /value="(http[^"]+\/answer\/[^"]+)"/.exec(asked.text)?.[1] ?? ''
  const token = link.split('/').at(-1) ?? ''
  expect((await web.post(routes.answerByLink(token), { word: 'look' })).location).toBe(routes.secondLook(token))
  const page = await web.get(routes.secondLook(token))
  expect(page.text).toContain('within 12 miles')
  expect((await web.post(routes.secondLook(token), { words: '' })).status).toBe(422)
  expect((await web.post(routes.secondLook(token), { words: 'Only we cut your flowers that same morning.', note: 'Shorter' })).text).toContain('Thank you')
  expect((await web.get(routes.secondLook(token))).status).toBe(410)

  const editor = await web.get(routes.answer(priya.organisation, 4), as())
  expect(editor.text).toContain('Tom would say it so')
  const take = /action="([^"]+\/taking)"/.exec(editor.text)?.[1] ?? ''
  await web.post(take, {}, as())
  expect((await priya.ctx.read((tx) => listAnswers(tx, priya.organisation))).find((one) => one.question === 4)?.words).toBe('Only we cut your flowers that same morning.')
})

describe('claims and proof, as a browser without script meets them', () => {
  let claim: Id<'claim'>

  test('a capability is claimed, asks for proof, and is removed and brought back', async () => {
    const network = await networkId()
    const added = await web.post(routes.newClaim(priya.organisation), { words: 'wedding flowers', network, strength: 'best_at', sight: 'network' }, as())
    claim = (await claimsOf(priya))[0]?.id ?? claim
    expect(added.location).toBe(routes.claimProof(priya.organisation, claim))
    expect((await web.get(routes.claims(priya.organisation), as())).text).toContain('Add proof')
    expect((await web.post(routes.newClaim(priya.organisation), { words: 'Wedding flowers', network, strength: 'can_do', sight: 'network' }, as())).status).toBe(409)
    expect((await web.post(routes.newClaim(priya.organisation), { words: '', strength: 'sure' }, as())).text).toContain('Choose one for how strong the claim is')

    await web.post(routes.claimRemoval(priya.organisation, claim), {}, as())
    expect(await claimsOf(priya)).toEqual([])
    await web.post(routes.claimReturn(priya.organisation, claim), {}, as())
    expect((await claimsOf(priya)).map((one) => one.title)).toEqual(['Wedding flowers'])
  })

  test('a certificate with its paper: shown to nobody else unless its owner says so, and never inline', async () => {
    const send = async (bytes: BlobPart, show: boolean, who = priya) => {
      const form = new FormData()
      for (const [name, value] of Object.entries({ name: 'Audit', issuedBy: 'Donnet', expiresOn: '2028-01-31', sight: 'network', _key: crypto.randomUUID(), ...(show ? { showFile: 'yes' } : {}) })) form.append(name, value)
      form.append('file', new File([bytes], 'audit.pdf', { type: 'application/pdf' }))
      return web.send(routes.newProof(priya.organisation, claim, 'certificate'), { method: 'POST', body: form, headers: { 'Sec-Fetch-Site': 'same-origin', Cookie: await web.cookie(who.person) } })
    }
    const refused = await send('<html><script>alert(1)</script></html>', true)
    expect([refused.status, refused.text.includes('We take PDF, PNG or JPEG, 10 MB at most')]).toEqual([422, true])
    expect((await send('%PDF-1.7 theirs', true, asha)).status).toBe(403)
    expect((await send('%PDF-1.7 ours', false)).status).toBe(303)

    const certificate = await priya.ctx.read(async (tx) => (await tx.db.selectFrom('certificate').select('id').executeTakeFirstOrThrow()).id)
    const file = await web.get(routes.certificateFile(priya.organisation, certificate), as())
    expect([file.status, file.text]).toEqual([200, '%PDF-1.7 ours'])
    expect(file.headers.get('Content-Disposition')).toMatch(/^attachment; filename="audit.pdf"/)
    expect([file.headers.get('X-Content-Type-Options'), file.headers.get('Content-Security-Policy')]).toEqual(['nosniff', "sandbox; default-src 'none'"])
    expect((await web.get(routes.certificateFile(priya.organisation, certificate), { as: asha.person })).status).toBe(404)
    expect((await claimsOf(asha))[0]?.level).toBe('proven')
  })

  test('a job is noted for a customer who is not here: the page gives the link, and "not so" takes a note', async () => {
    const noted = await web.post(routes.newProof(priya.organisation, claim, 'job'), { what: 'Lowe wedding', finishedOn: '2026-07-18', witnessName: 'Sarah Lowe', sight: 'network' }, as())
    const token = (/value="(http[^"]+\/answer\/[^"]+)"/.exec(noted.text)?.[1] ?? '').split('/').at(-1) ?? ''
    expect((await web.get(routes.answerByLink(token))).text).toContain('Lowe wedding')
    expect((await web.post(routes.answerByLink(token), { word: 'no' })).location).toBe(routes.jobNotSo(token))
    expect((await web.post(routes.jobNotSo(token), { note: 'It was my sister’s.' })).text).toContain('Thank you')
    expect((await web.get(routes.claimProof(priya.organisation, claim), as())).text).toContain('Sarah Lowe does not remember it so. “It was my sister’s.”')
  })

  test('the circle is told privately, and counts only what others show', async () => {
    const network = await networkId()
    const { addClaim } = await import('./index.ts')
    await addClaim(asha.ctx, asha.organisation, { network, words: 'Wedding flowers', strength: 'best_at', sight: 'only_us' })
    expect((await web.get(routes.claimProof(priya.organisation, claim), as())).text).toContain('Nobody else you can see claims this.')
  })

  test('an organiser adopts members’ own words, and the claims follow', async () => {
    const network = await networkId()
    await web.post(routes.newClaim(priya.organisation), { words: 'Pressed violas', network, strength: 'can_do', sight: 'network' }, as())
    expect((await web.get(routes.freeWords(slug), as())).text).toContain('Pressed violas')
    expect((await web.get(routes.freeWords(slug), { as: asha.person })).status).toBe(404)
    await web.post(routes.freeWords(slug), { words: 'Pressed violas' }, as())
    expect((await claimsOf(priya)).find((one) => one.title === 'Pressed violas')?.capability).toBeTruthy()
  })
})

test('programs read and write the same through the API', async () => {
  const base = `/organisations/${priya.organisation}`
  expect((await web.api('PUT', `${base}/answers/2`, { words: 'We are looking for a cake maker.' }, as())).status).toBe(204)
  const made = await web.api('POST', `${base}/claims`, { words: 'Dried flowers', strength: 'can_do', sight: 'network' }, as())
  expect(made.status).toBe(201)
  const seen = await web.api('GET', `${base}/answers`, undefined, { as: asha.person })
  expect(seen.json()).toMatchObject({ answers: [{ question: 2 }, { question: 4 }], claims: expect.arrayContaining([expect.objectContaining({ title: 'Dried flowers', level: 'claimed' })]) as object[] })
  expect(seen.text).not.toContain('clarity')
  expect((await web.api('GET', `/networks/${slug}/claims?proven=yes`, undefined, { as: asha.person })).json()).toMatchObject({ members: [{ name: 'The Wild Bouquet', claims: [{ title: 'Wedding flowers', level: 'proven' }] }], next: null })
  expect((await web.api('PUT', `${base}/answers/9`, { words: '' }, as())).status).toBe(404)
  expect((await web.api('POST', `${base}/claims`, { strength: 'can_do' }, as())).status).toBe(422)
})
