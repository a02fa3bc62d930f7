import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { comeIn } from './harness/come-in.ts'
import { barriersOn } from './harness/look.ts'
import { openMailbox } from './harness/mailbox.ts'
import { follow, heading, MARGARET, press, startMine, until } from './harness/people.ts'
import { useHouse } from './harness/use-house.ts'

// Whoever hosts it: sceptical, in a hurry, at a terminal and in a browser. What goes wrong is said in a sentence and an exit code.

const mailbox = await openMailbox()
const house = useHouse({ settings: () => ({ SMTP_URL: mailbox.url, MAIL_FROM: 'hall@haverstow.example' }) })
afterAll(() => mailbox.close())

const guildhall = fileURLToPath(new URL('../bin/guildhall.cjs', import.meta.url))

type Ran = { readonly code: number | null; readonly said: string }

/** A command as typed into a terminal in this folder, with these settings. */
async function type(words: readonly string[], folder: string, settings: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [guildhall, ...words], { cwd: folder, env: { PATH, HOME, LOG_LEVEL: 'warn', ...settings }, stdio: ['ignore', 'pipe', 'pipe'] })
  const heard: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => heard.push(bytes.toString()))
  const [code] = await once(child, 'close') as [number | null] // as Node says it
  return { code, said: heard.join('') }
}

test('Health says in words how it stands; a test letter arrives; settings show what holds, and no secret', async () => {
  const margaret = await house.arrive()
  await startMine(margaret)
  await margaret.goto('/upkeep/health')
  await expect(heading(margaret, 'Health')).toBeSeen()
  await expect(margaret.getByText('Messages go out.', { exact: false })).toBeSeen()
  await expect(margaret.getByText('There is no backup yet.', { exact: false })).toBeSeen()
  await expect(margaret.getByRole('heading', { name: 'Version' })).toBeSeen()
  expect(await barriersOn(margaret)).toEqual([])

  await follow(margaret, 'Settings')
  await expect(margaret.getByRole('row', { name: /^MAIL_FROM/ }).getByText('hall@haverstow.example', { exact: false })).toBeSeen()
  await expect(margaret.getByRole('row', { name: /^SMTP_URL/ }).getByText('(set)')).toBeSeen()
  expect(await margaret.content()).not.toContain(mailbox.url)
  expect(await barriersOn(margaret)).toEqual([])

  await margaret.goto('/mail')
  await press(margaret, 'Send a test to me')
  const letter = await mailbox.next(MARGARET.email)
  expect([letter.subject, letter.link]).toEqual(['A test from your house', `${house.address}/mail`])
  await until(margaret, '/mail', /A test from your house.*Sent/s)
  await margaret.reload()
  await expect(margaret.getByRole('row', { name: /A test from your house/ }).getByText('Sent')).toBeSeen()
  expect(await barriersOn(margaret)).toEqual([])
})

// Where somebody lives, and a damaged one: scripts/reliability/house.test.ts.
test('a backup made by a press comes back in another folder by one command', async () => {
  const margaret = await comeIn(await house.arrive(), MARGARET.email, '/upkeep/health')
  await press(margaret, 'Make a backup now')
  const backups = join(house.folder, 'data/backups')
  await until(margaret, '/upkeep/health', /from today/)
  await margaret.goto('/upkeep/health')
  const [made = ''] = (await readdir(backups)).filter((name) => name.endsWith('.guildhall'))
  await expect(margaret.getByRole('rowheader', { name: made })).toBeSeen()

  const beside = await type(['backup', join(house.folder, 'beside.guildhall')], house.folder, { DATA_DIR: join(house.folder, 'data') })
  expect([beside.code, beside.said]).toEqual([0, expect.stringContaining('restored beside the real thing and compared')])

  const restored = join(house.folder, 'restored')
  const back = await type(['restore', join(backups, made)], house.folder, { DATA_DIR: restored })
  expect(back.code, back.said).toBe(0)
  expect(await type(['restore', join(house.folder, 'nowhere.guildhall')], house.folder, { DATA_DIR: join(house.folder, 'other') })).toEqual({ code: 1, said: expect.stringMatching(/nowhere\.guildhall/) })
})

test('what goes wrong at a terminal is said in a sentence, with an exit code and without a stack', async () => {
  const port = new URL(house.address).port
  const wrong = { 'PORT is a number from 0 to 65535.': [{ PORT: 'banana' }, 2], 'SMTP_URL begins with smtp:// or smtps://.': [{ SMTP_URL: 'mail.example' }, 2], 'The settings file nowhere.env is not there.': [{ GUILDHALL_SETTINGS: 'nowhere.env' }, 2] } as const
  for (const [sentence, [settings, code]] of Object.entries(wrong)) expect(await type(['start'], house.folder, settings)).toEqual({ code, said: `${sentence}\n` })

  const second = await type(['start'], house.folder, { PORT: '0', DATA_DIR: join(house.folder, 'data') })
  expect([second.code, second.said]).toEqual([1, expect.stringMatching(/^The data folder .* is already in use by process \d+.* DATA_DIR of its own\.\n$/)])
  const taken = await type(['start'], house.folder, { PORT: port, HOST: '127.0.0.1', DATA_DIR: join(house.folder, 'restored') })
  expect([taken.code, taken.said]).toEqual([1, expect.stringContaining(`Port ${port} is already taken by another program.`)])
  const file = join(house.folder, 'a file')
  await writeFile(file, '')
  const noFolder = await type(['start'], house.folder, { PORT: '0', DATA_DIR: join(file, 'data') })
  expect([noFolder.code, /^\s+at /m.test(noFolder.said)], noFolder.said).toEqual([1, false])

  expect(await type(['health'], house.folder, { PORT: port })).toEqual({ code: 0, said: expect.stringMatching(/^Open, and its database answers\./) })
  expect(await type(['health'], house.folder, { PORT: '1' })).toEqual({ code: 1, said: 'Nothing answers on port 1. Start it with "npm start".\n' })
  const unknown = await type(['dance'], house.folder)
  expect([unknown.code, unknown.said]).toEqual([2, expect.stringContaining('guildhall --help')])
  const help = await type(['--help'], house.folder)
  expect(help.code).toBe(0)
  for (const command of ['start', 'demo', 'migrate', 'backup', 'restore', 'health', 'settings']) expect(help.said).toMatch(new RegExp(`^ {2}${command} `, 'm'))
})
