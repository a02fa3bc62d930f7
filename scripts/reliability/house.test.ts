import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { takeDatabaseAway } from './kill-database-under.ts'
import { lookInto, runCommand, startHouse } from './running-house.ts'
import { EMAIL, post, signIn, startMine, visitor } from './visitor.ts'

const night = Boolean(process.env.NIGHT)
let folder: string
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'guildhall-house-')) })
afterAll(() => rm(folder, { recursive: true, force: true }))

test('with its database killed, standing still, or cut off, the house says when to come back, loses nothing and doubles nothing', { timeout: 3_600_000 }, async () => {
  const found = await takeDatabaseAway(night ? 30 : 3)
  console.log(`database away ${found.backAfterMs.length} times: ${found.acknowledged} changes acknowledged, ${found.refused} told to wait, ${found.lost} lost, ${found.doubled} doubled; back after ${found.backAfterMs.map(Math.round).join(', ')} ms`)

  expect(found).toMatchObject({ lost: 0, doubled: 0, wrong: [] })
})

test('a backup made by command is brought into an empty house by command and by its first page; a damaged one is refused in words', { timeout: 600_000 }, async () => {
  const [from, into, byPage] = ['from', 'into', 'by-page'].map((name) => join(folder, name)) as [string, string, string] // three were just named
  const file = join(folder, 'kept.guildhall')
  const first = await startHouse(from)
  const cookie = await startMine(first.address)
  for (let number = 0; number < 5; number += 1) await visitor(() => first.address, cookie).list(`Kept ${number}`, `number-${number}-of-them`)
  await first.stop()

  const made = await runCommand(['backup', file], { DATA_DIR: from })
  expect([made.code, made.said], made.said).toEqual([0, expect.stringContaining('restored beside the real thing and compared')])
  const bytes = await readFile(file)
  const damaged = join(folder, 'bent.guildhall') // every other way to damage one is tried where backups are made
  await writeFile(damaged, Buffer.concat([bytes.subarray(0, bytes.length >> 1), Buffer.from([(bytes[bytes.length >> 1] ?? 0) ^ 1]), bytes.subarray((bytes.length >> 1) + 1)]))
  const refused = await runCommand(['restore', damaged], { DATA_DIR: into })
  expect([refused.code, / at \w+ \(/.test(refused.said)], refused.said).toEqual([1, false])

  const restored = await runCommand(['restore', file], { DATA_DIR: into })
  expect(restored.code, restored.said).toBe(0)
  expect((await runCommand(['restore', file], { DATA_DIR: into })).said).toContain('People already live in this house')
  expect(await lookInto(into, async (client) => (await client.query<{ name: string }>(`select name from organisation where name like 'Kept %' order by 1`)).rows.map(({ name }) => name))).toEqual(['Kept 0', 'Kept 1', 'Kept 2', 'Kept 3', 'Kept 4'])

  const second = await startHouse(byPage)
  const sendFile = async (content: Buffer) => {
    const form = new FormData()
    form.set('file', new File([Uint8Array.from(content)], 'kept.guildhall'))
    return fetch(`${second.address}/welcome/backup`, { method: 'POST', body: form, redirect: 'manual', headers: { 'Sec-Fetch-Site': 'same-origin' } })
  }
  const bent = await sendFile(bytes.subarray(0, bytes.length - 100))
  expect([bent.status, (await bent.text()).includes('</form>')]).toEqual([422, true])
  expect((await sendFile(bytes)).status).toBe(303)
  expect(await signIn(second.address)).toContain('gh_session')
  expect((await sendFile(bytes)).status).toBe(409)
  expect((await post(second.address, '/sign-in', { email: EMAIL, password: 'not this one' })).status).toBe(422)
  await second.stop()
})
