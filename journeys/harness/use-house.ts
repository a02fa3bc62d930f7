import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import { freePort } from './free-port.ts'
import { openHouse, type OpenHouse } from './open-house.ts'
import { visitorsIn, type Manner, type Visitors } from './visitor.ts'
import './to-be-seen.ts'

export type HouseInUse = {
  readonly address: string
  /** Its folder on disk, while it is open. */
  readonly folder: string
  arrive(manner?: Manner): Promise<Page>
  /** Faults like this are part of this test's story. */
  expectFaults(like: RegExp): void
  databaseProcess(): Promise<number>
}

type Wishes = {
  readonly command?: 'start' | 'demo'
  /** Settings that are known only when the file's other servers are up. */
  readonly settings?: () => Promise<Record<string, string>> | Record<string, string>
  /** Made for this file alone, in an empty folder. */
  readonly anew?: boolean
}

/** One house after the other has the same address, so that whoever looks at the next may sit where those of the last one sat. */
let port: number | undefined
let all: Visitors | undefined

/**
 * A house for a file of journeys. After each test everybody leaves, and the test fails if anything went wrong on
 * the way that a person might not have noticed. A failed test shows what the house said and a picture of every page.
 */
export function useHouse({ command, settings, anew }: Wishes = {}): HouseInUse {
  let house: OpenHouse | undefined
  let visitors: Visitors | undefined
  const open = () => house ?? missing()
  const there = () => visitors ?? missing()

  beforeAll(async () => {
    port ??= await freePort()
    house = await openHouse({ command, settings: { PORT: String(port), ...await settings?.() }, kept: anew ? undefined : inject('kept') })
    visitors = all ??= visitorsIn(await chromium.connect(inject('browser')), house.address)
  })
  afterEach(async ({ task }) => {
    const faults = there().faults()
    if (task.result?.state === 'fail' || faults.length > 0) await tell(task.name, open(), there())
    await there().leave()
    expect(faults).toEqual([])
    expect(open().said().split('\n').filter((line) => /"level":(50|60)/.test(line) && !expectedInLog(line))).toEqual([])
  })
  afterAll(async () => {
    await house?.stop()
  })

  let logged: RegExp[] = []
  const expectedInLog = (line: string) => logged.some((like) => like.test(line))
  return {
    get address() { return open().address },
    get folder() { return open().folder },
    arrive: (manner) => there().arrive(manner),
    expectFaults: (like) => { there().expectFaults(like); logged = [...logged, like] },
    databaseProcess: () => open().databaseProcess(),
  }
}

async function tell(test: string, house: OpenHouse, visitors: Visitors): Promise<void> {
  const folder = join(import.meta.dirname, '../../test-results')
  mkdirSync(folder, { recursive: true })
  for (const [place, page] of visitors.pages().entries()) {
    const picture = join(folder, `${test.replaceAll(/\W+/g, '-').slice(0, 80)}-${place + 1}.png`)
    await page.screenshot({ path: picture, fullPage: true }).catch(() => undefined) // a page may be closed already
    process.stderr.write(`${page.url()} looked like ${picture}\n`)
  }
  process.stderr.write(`The house said:\n${house.said().split('\n').slice(-40).join('\n')}\n`)
}

function missing(): never {
  throw new Error('The house is not open yet: use it inside a test.')
}
