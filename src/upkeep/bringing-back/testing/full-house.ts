import { addCertificate, addClaim, addFigure, listClaims, noteJob, saveAnswer, saveRecommendations } from '../../../answers/index.ts'
import { putBenchPlace } from '../../../cover/index.ts'
import type { Id } from '../../../kit/ids.ts'
import { becomeMember } from '../../../networks/index.ts'
import { listOrganisation, addIdentifier } from '../../../organisations/index.ts'
import { recordTogether } from '../../../partnerships/index.ts'
import { routes } from '../../../routes.ts'
import { listWork } from '../../../kit/jobs/work.ts'
import type { Guild } from '../../moving/testing/guild.ts'
import { TERMS } from '../../../cover/testing/bench.ts'

const A_PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n')

/** Una's Rose & Co with something of every kind that a file can hold, and Osman's Thorn Ltd at the other end of its bonds. */
export async function furnish(guild: Guild): Promise<{ rose: Id<'organisation'>; thorn: Id<'organisation'> }> {
  const { web: { town } } = guild
  const rose = await listOrganisation(guild.ctx('una'), { name: 'Rose & Co', kind: 'company', line: '=2+2 “flowers” 🌹', story: 'We grow\nwhat we sell.', website: 'https://rose.example', peopleCount: '4', district: 'SP2', town: 'Wilton', email: 'hello@rose.example', phone: '01722 123456' })
  const thorn = await listOrganisation(guild.ctx('osman'), { name: 'Thorn Ltd', kind: 'company' })
  for (const id of [rose, thorn]) await town.ctx().transaction((tx) => becomeMember(tx, { network: guild.id, organisation: id }))
  const una = guild.ctx('una', rose)
  await addIdentifier(una, rose, { scheme: 'GB-COH', value: '01234567' })
  await saveAnswer(una, rose, 1, { words: 'Weddings, grown within ten miles', sight: 'anyone' })
  await saveAnswer(una, rose, 4, { words: 'Only we grow <b>sweet peas</b>', sight: 'only_us' })
  await addClaim(una, rose, { network: guild.id, words: 'Wedding flowers', strength: 'best_at', says: 'By the season', sight: 'anyone', capacitySays: 'Two a week', capacityFrom: '2027-05-01', capacityUntil: '2027-09-30' })
  await addClaim(una, rose, { network: guild.id, words: 'Sweet peas', strength: 'only_us', sight: 'only_us' })
  const [claim] = await una.read((tx) => listClaims(tx, rose))
  if (!claim) throw new Error('Two claims were added, yet none came back.')
  await addCertificate(una, rose, { name: 'Soil Association', number: 'G1234', issuedBy: 'The Soil Association', issuedOn: '2026-04-01', expiresOn: '2028-04-01', showFile: 'on', sight: 'network', claim: claim.id }, { name: 'soil.pdf', bytes: A_PDF })
  await addFigure(una, rose, { says: '120 weddings', source: 'Our own book', on: '2026-12-31', claim: claim.id })
  await noteJob(una, rose, { what: 'A wedding in a barn', finishedOn: '2027-01-02', forWhom: 'A family', partners: [thorn], claim: claim.id })
  await town.ctx().transaction(async (tx) => {
    await recordTogether(tx, { between: [rose, thorn], moment: { kind: 'met', says: 'At the fair', at: tx.now } })
    const bond = await tx.db.selectFrom('partnership_side').select('partnership_id').where('organisation_id', '=', rose).executeTakeFirstOrThrow()
    await tx.db.insertInto('partnership_note').values({ organisation_id: rose, partnership_id: bond.partnership_id, id: crypto.randomUUID(), says: 'CANARY-NOTE rings after six', written_at: tx.now }).execute()
    await saveRecommendations(tx, [{ about: rose, from: { organisation: thorn }, basis: 'bought_from', words: 'The best peas in the county', saidOn: '2027-01-10', givenAt: tx.now, takenAt: tx.now }])
    await putBenchPlace(tx, { organisation: rose, associate: thorn, terms: TERMS, since: tx.now })
    const brief = crypto.randomUUID()
    await tx.db.insertInto('brief').values({ network_id: guild.id, id: brief, organisation_id: rose, title: 'A marquee for May', says: 'For eighty', answer_by: '2027-04-01', published_at: tx.now, written_at: tx.now, changed_at: tx.now, sight: 'network' }).execute()
    await tx.db.insertInto('brief_part').values({ network_id: guild.id, brief_id: brief, id: crypto.randomUUID(), position: 0, says: 'A marquee', need: 'must' }).execute()
    await tx.db.insertInto('referral_keeping').values({ organisation_id: rose, months: 12, set_at: tx.now }).execute()
    await tx.db.insertInto('statement_use').values({ organisation_id: rose, id: crypto.randomUUID(), name: 'Bid to the council', parts: ['claims'], saved_at: tx.now }).execute()
  })
  return { rose, thorn }
}

/** Asks for everything on the page, waits for the work, and fetches the file. */
export async function takeOut({ web, work }: Guild, as: Id<'person'>, page: string): Promise<Buffer> {
  web.town.clock.forward(60_000)
  const asked = await web.post(page, {}, { as })
  if (asked.status !== 303) throw new Error(`Asked for everything and was told ${asked.status}.`)
  await work()
  const [made] = await web.town.ctx().read((tx) => tx.db.selectFrom('work').select(['link', 'said']).where('kind', '=', 'upkeep.take-everything').orderBy('asked_at', 'desc').limit(1).execute())
  const answer = await web.app.request(`${made?.link ?? ''}/file`, { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin', Cookie: await web.cookie(as) } })
  if (answer.status !== 200) throw new Error(`Fetching it was answered with ${answer.status}: ${made?.said ?? ''}`)
  return Buffer.from(await answer.arrayBuffer())
}

/** Brings a file on the page, as far as the look. */
export async function bring({ web }: Guild, as: Id<'person'>, bytes: Buffer, into = ''): Promise<{ status: number; path: string; says: string }> {
  const form = new FormData()
  form.set('_key', crypto.randomUUID())
  form.set('into', into)
  form.set('file', new File([new Uint8Array(bytes)], 'everything.zip'))
  const sent = await web.send(routes.bringBack, { method: 'POST', body: form, headers: { 'Sec-Fetch-Site': 'same-origin', Cookie: await web.cookie(as) } })
  if (sent.status !== 303) return { status: sent.status, path: '', says: sent.text }
  const path = sent.location ?? ''
  return { status: 303, path, says: (await web.get(path, { as })).text }
}

/** Says go, waits, and gives what came of it. */
export async function go(guild: Guild, as: Id<'person'>, path: string): Promise<string> {
  const sent = await guild.web.post(path, {}, { as })
  if (sent.status !== 303) return sent.text
  await guild.work()
  const [last] = (await listWork(guild.web.town.ctx({ by: 'session', person: as }), 5)).filter((one) => one.kind === 'upkeep.bring-back')
  return last?.said ?? ''
}
