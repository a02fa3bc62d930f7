import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import { openHouse } from '../journeys/harness/open-house.ts'
import { heading, press, startMine, write } from '../journeys/harness/people.ts'
import { buildIfNeeded } from './build.ts'
import { BROWSER_FLAGS, findBrowser } from './find-browser.ts'

/** `npm run screenshots`: the pictures of the README and the guides, taken in the example town after its people did something; `-- host` takes those of a new house alone. */
const folder = fileURLToPath(new URL('../docs/pictures', import.meta.url))
const MOST_BYTES = 300_000

await buildIfNeeded()
mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({ executablePath: await findBrowser(), args: BROWSER_FLAGS })
await ofANewHouse()
if (process.argv[2] === 'host') {
  await browser.close()
  process.exit()
}
const house = await openHouse({ command: 'demo' })
try {
  await invite('Be Tom', 'haverstow-wedding-trades', 'We put up the tents; you could light them. Come and meet the others on Thursday.')
  await invite('Be Jo', 'donnet-association-of-virtual-assistants', 'Three of us do books for small engineers. Have a look round.')
  const ellen = await be('Be Ellen', { width: 1200, height: 980 })
  await take(ellen, 'home', '/')
  await take(ellen, 'members', '/networks/don-side-park/members')
  const phone = await be('Be Ellen', { width: 390, height: 844 }, 'dark')
  await take(phone, 'home-on-a-phone', '/')
  await take(ellen, 'find', '/find?lens=gap&want=titanium+machining')
  await ellen.goto('/teams')
  const team = await ellen.getByRole('link', { name: 'Hydrogen test bench' }).first().getAttribute('href')
  await take(ellen, 'team', team ?? '/teams')
  const ruth = await be('Be Ruth')
  await take(ruth, 'map', '/networks/don-side-park/map')
  await take(ruth, 'network', '/networks/don-side-park')
  await take(ruth, 'week', '/networks/don-side-park/week')
} finally {
  await browser.close()
  await house.stop()
}

/** What a host sees first, and what they look at once a quarter. */
async function ofANewHouse(): Promise<void> {
  const mine = await openHouse()
  try {
    const page = await browser.newPage({ baseURL: mine.address, viewport: { width: 1200, height: 620 }, colorScheme: 'light', locale: 'en-GB', deviceScaleFactor: 1.5 })
    await take(page, 'first-run', '/')
    await startMine(page)
    await page.setViewportSize({ width: 1200, height: 836 }) // above where its folder is named
    await take(page, 'health', '/upkeep/health')
  } finally {
    await mine.stop()
  }
}

async function be(whom: string, viewport = { width: 1200, height: 760 }, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await browser.newPage({ baseURL: house.address, viewport, colorScheme, locale: 'en-GB', deviceScaleFactor: 1.5 })
  await page.goto('/welcome/characters')
  await press(page, whom)
  await heading(page, /^Good/).waitFor()
  return page
}

async function invite(whom: string, network: string, note: string): Promise<void> {
  const page = await be(whom)
  await page.goto(`/networks/${network}/invitations`)
  await write(page, { 'Their name': 'Ellen Marsh', 'Their e-mail address': 'ellen@kestrel-eng.example', 'A note in your own words': note })
  await press(page, 'Invite', true)
  await page.getByText('The invitation is ready.').first().waitFor()
  await page.context().close()
}

async function take(page: Page, name: string, path: string): Promise<void> {
  const file = join(folder, `${name}.png`)
  await page.goto(path)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.screenshot({ path: file })
  const { size } = statSync(file)
  process.stdout.write(`docs/pictures/${name}.png ${Math.round(size / 1000)} kB\n`)
  if (size > MOST_BYTES) throw new Error(`${name}.png is larger than ${MOST_BYTES / 1000} kB; take less of the page.`)
}
