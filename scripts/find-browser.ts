import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { installFromApt } from './apt.ts'

/** Quiet, without a window, and without asking anybody on the internet for anything. */
export const BROWSER_FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--renderer-process-limit=1']

const OF_THE_SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** No browser could be found, brought or installed. The journeys then count as failed: what was not walked was not tested. */
export class NoBrowser extends Error {
  override readonly name = 'NoBrowser'
}

/** A Chromium that runs here: the one chosen, the system's, the one that comes with npm, or one from apt. */
export async function findBrowser(chosen = process.env.PLAYWRIGHT_CHROMIUM): Promise<string> {
  if (chosen) {
    if (runs(chosen)) return chosen
    throw new NoBrowser(`PLAYWRIGHT_CHROMIUM names ${chosen}, which does not run. Give the path of a Chromium, or leave it empty.`)
  }
  return OF_THE_SYSTEM.find(runs) ?? (await fromNpm()) ?? fromApt() ?? nowhere()
}

/** Asking for its version shows that the file is there, may be run, and finds its libraries. */
export function runs(path: string): boolean {
  return existsSync(path) && spawnSync(path, ['--headless', '--no-sandbox', '--version'], { stdio: 'ignore', timeout: 60_000 }).status === 0
}

/** Unpacks itself into the temporary folder, once. It wants libnss3 and libnspr4. */
async function fromNpm(): Promise<string | undefined> {
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    const path = await chromium.executablePath()
    return runs(path) ? path : undefined
  } catch {
    return undefined // not for this kind of machine, or no room to unpack
  }
}

function fromApt(): string | undefined {
  installFromApt('chromium')
  return OF_THE_SYSTEM.find(runs)
}

function nowhere(): never {
  throw new NoBrowser('The journeys need a Chromium and there is none: install it (apt-get install chromium), or set PLAYWRIGHT_CHROMIUM to its path.')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(`${await findBrowser()}\n`)
