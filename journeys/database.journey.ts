import { readFile, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { heading, MARGARET, press, signIn, startMine, write } from './harness/people.ts'
import { useHouse } from './harness/use-house.ts'

// The database dies while somebody works.

const house = useHouse()

/** Kills the database, and keeps it from starting again until told. */
async function holdDown(): Promise<() => Promise<void>> {
  const settings = `${house.folder}/data/database/postgresql.auto.conf`
  const before = await readFile(settings, 'utf8')
  await writeFile(settings, `${before}\nthis is no setting\n`)
  process.kill(await house.databaseProcess(), 'SIGKILL')
  return () => writeFile(settings, before)
}

test('she is told calmly, nothing she was told was saved is lost, and then it works again', async () => {
  house.expectFaults(/503|database|Connection terminated|ECONN|57P0|nothing listens/i)
  const margaret = await house.arrive()
  await startMine(margaret)
  await margaret.goto('/networks/haverstow-makers/settings')
  await write(margaret, { 'House rules': 'Say no quickly.' })
  const letItStart = await holdDown()

  await press(margaret, 'Save')
  await expect(margaret.getByText('The database is starting again.')).toBeSeen()
  await expect(margaret.getByText('Wait a few seconds and try again.')).toBeSeen()
  expect((await margaret.request.get('/health/live')).status()).toBe(200)
  expect((await margaret.request.get('/health/ready')).status()).toBe(503)
  const answer = await margaret.request.get('/')
  expect([answer.status(), answer.headers()['retry-after']]).toEqual([503, '3'])

  await letItStart()
  await expect.poll(async () => (await margaret.request.get('/health/ready')).status(), { timeout: 60_000, interval: 100 }).toBe(200)
  await margaret.goBack()
  await margaret.goto('/networks/haverstow-makers/settings')
  await write(margaret, { 'House rules': 'Say no quickly.' })
  await press(margaret, 'Save')
  await expect(margaret.getByText('Say no quickly.')).toBeSeen()

  const again = await house.arrive({ phone: true })
  await signIn(again, MARGARET.email)
  await expect(heading(again, /^Good/)).toBeSeen()
})
