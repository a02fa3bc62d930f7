import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../testing/house.ts'
import { deliverMail, openTransport } from './deliver.ts'
import { sendMail } from './send.ts'

let town: TestHouse
let server: SMTPServer
let port = 0
const received: ParsedMail[] = []
/** How the receiver answers each recipient. */
let answer: (address: string) => { code: number; says: string } | undefined = () => undefined

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      const no = answer(address)
      done(no ? Object.assign(new Error(no.says), { responseCode: no.code }) : null)
    },
    onData: (stream, _session, done) => void simpleParser(stream).then((mail) => { received.push(mail); done() }, done),
  })
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready) })
  port = (server.server.address() as AddressInfo).port // a TCP listener's address is of that shape
  town = await openTestHouse({ SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'Haverstow <hall@haverstow.example>' })
})
afterEach(() => { answer = () => undefined; received.length = 0 })
afterAll(async () => {
  await town.close()
  await new Promise<void>((done) => { server.close(done) })
})

const write = (to: string, subject = 'A word') => town.ctx().transaction((tx) => sendMail(tx, {
  to, subject, lines: ['Hello <Priya> & all,'], link: { says: 'See it', url: 'https://hall.example/a?b=1&c=2' }, after: ['Until Friday.'],
}))
const stateOf = (to: string) => town.ctx().read((tx) => tx.db.selectFrom('mail').select(['sent_at', 'failed_at', 'tries', 'last_error', 'next_try_at']).where('to_address', '=', to).executeTakeFirstOrThrow())
async function deliver(address = `smtp://127.0.0.1:${port}`): Promise<void> {
  const transport = await openTransport(address)
  await deliverMail(town.house, transport)
  transport.close()
}

test('a message arrives as plain words and as a page that says the same, with nothing in it taken for markup', async () => {
  await write('priya@example.org')

  await deliver()

  const [mail] = received
  expect(mail?.text).toContain('Hello <Priya> & all,')
  expect(mail?.text).toContain('https://hall.example/a?b=1&c=2')
  expect(mail?.html).toContain('Hello &lt;Priya&gt; &amp; all,')
  expect(mail?.from?.text).toContain('hall@haverstow.example')
  expect((await stateOf('priya@example.org')).sent_at).not.toBeNull()
})

test('a letter that can be stopped says so to the mail program, so that it shows a button', async () => {
  await town.ctx().transaction((tx) => sendMail(tx, { to: 'stop@example.org', subject: 'Your week', lines: ['Hello'], stop: 'https://hall.example/letters/stop/x' }))

  await deliver()

  expect(received[0]?.headers.get('list')).toMatchObject({ unsubscribe: { url: 'https://hall.example/letters/stop/x' } })
  expect(received[0]?.headers.get('list')).toMatchObject({ 'unsubscribe-post': { name: 'List-Unsubscribe=One-Click' } })
})

test('a subject cannot bring further headers along', async () => {
  await write('bcc@example.org', 'Hello\r\nBcc: everyone@example.org')

  await deliver()

  expect(received[0]?.subject).toBe('Hello Bcc: everyone@example.org')
  expect(received[0]?.bcc).toBeUndefined()
})

test('an address that is refused is not tried again, and the host reads why', async () => {
  answer = (address) => (address === 'nobody@example.org' ? { code: 550, says: 'no such address' } : undefined)
  await write('nobody@example.org')

  await deliver()

  const state = await stateOf('nobody@example.org')
  expect(state.failed_at).not.toBeNull()
  expect(state.last_error).toContain('no such address')
})

test('a receiver that says "later" is asked again later, and the message arrives once', async () => {
  answer = (address) => (address === 'busy@example.org' ? { code: 451, says: 'try later' } : undefined)
  await write('busy@example.org')
  await deliver()
  expect(await stateOf('busy@example.org')).toMatchObject({ failed_at: null, sent_at: null, tries: 1 })

  answer = () => undefined
  await deliver()
  expect(received).toHaveLength(0)
  town.clock.forward(4 * 60_000)
  await deliver()
  await deliver()

  expect(received).toHaveLength(1)
})

test('while the mail server is away messages wait, and none is lost', async () => {
  await write('away@example.org')
  await deliver('smtp://127.0.0.1:1')
  expect(await stateOf('away@example.org')).toMatchObject({ failed_at: null, sent_at: null })

  town.clock.forward(10 * 60_000)
  await deliver()

  expect(received.map((mail) => mail.subject)).toEqual(['A word'])
})

test('without a mail server a message is kept with its link, and is not due', async () => {
  const quiet = await openTestHouse()
  await quiet.ctx().transaction((tx) => sendMail(tx, { to: 'kept@example.org', subject: 'Kept', lines: ['Hello'], link: { says: 'See it', url: 'https://hall.example/x' } }))

  const [mail] = await quiet.ctx().read((tx) => tx.db.selectFrom('mail').select(['main_link', 'next_try_at']).execute())

  expect(mail).toEqual({ main_link: 'https://hall.example/x', next_try_at: null })
  await quiet.close()
})
