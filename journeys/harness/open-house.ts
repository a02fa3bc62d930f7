import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { settingNames } from '../../src/kit/settings.ts'
import { bringHouse } from './bring-house.ts'

const guildhall = fileURLToPath(new URL('../../bin/guildhall.cjs', import.meta.url))

export type OpenHouse = {
  /** What it printed: where people reach it. */
  readonly address: string
  readonly folder: string
  /** What it has said so far, for looking into a journey that failed. */
  said(): string
  /** The process id of its database. */
  databaseProcess(): Promise<number>
  stop(): Promise<void>
}

type Wishes = {
  /** `start` opens an empty house, `demo` the example town. */
  readonly command?: 'start' | 'demo'
  readonly settings?: Readonly<Record<string, string>>
  /** The folder in which houses as they are on their first day are kept for copying; without one it is made anew. */
  readonly kept?: string
}

/** A real house in a process of its own, on a folder and a port nobody else has, as `npm start` would open it. */
export async function openHouse({ command = 'start', settings = {}, kept }: Wishes = {}): Promise<OpenHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'guildhall-journey-'))
  if (kept) await bringHouse(join(kept, command), join(folder, 'data'), async (dataDir) => (await openIn(folder, command, { DATA_DIR: dataDir })).stop())
  const { address, said, stop } = await openIn(folder, command, { DATA_DIR: join(folder, 'data'), ...settings })
  return {
    address, folder, said,
    databaseProcess: async () => Number((await readFile(join(folder, 'data/database/postmaster.pid'), 'utf8')).split('\n')[0]),
    stop: async () => {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function openIn(folder: string, command: string, settings: Readonly<Record<string, string>>): Promise<Pick<OpenHouse, 'address' | 'said' | 'stop'>> {
  const around = Object.fromEntries(Object.entries(process.env).filter(([name]) => !(settingNames as string[]).includes(name)))
  const env = { ...around, NODE_ENV: 'production', LOG_LEVEL: 'warn', HOST: '127.0.0.1', PORT: '0', ...settings }
  const house = spawn(process.execPath, [guildhall, command], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const lines: string[] = []
  const atOurEnd = () => house.kill('SIGKILL')
  process.once('exit', atOurEnd)

  const stop = async () => {
    process.removeListener('exit', atOurEnd)
    if (house.exitCode === null && house.signalCode === null) {
      house.kill('SIGTERM')
      await once(house, 'exit')
    }
  }
  try {
    return { address: await addressOf(house, lines), said: () => lines.join('\n'), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function addressOf(house: ChildProcess, lines: string[]): Promise<string> {
  return new Promise((found, fail) => {
    for (const stream of [house.stdout, house.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', (line) => {
        lines.push(line)
        const [, address] = /^Guildhall is open at (\S+)$/.exec(line) ?? []
        if (address) found(address)
      })
    }
    house.once('error', fail)
    house.once('exit', (code) => fail(new Error(`The house closed with ${code} before it was open:\n${lines.join('\n')}`)))
  })
}
