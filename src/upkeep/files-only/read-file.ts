import { open, readFile, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { Refusal } from '../../kit/refusal.ts'
import { readTable } from '../../kit/tables/read-table.ts'
import { LIMITS_AT_A_TERMINAL, type Table } from '../../kit/tables/table.ts'
import { BadFile } from './errors.ts'

const MOST_JSON = 1024 * 1024
const MOST_SPOKEN = 100 * 1024

/** A table on this machine: bounded before a byte of it is read, and by what it is rather than by what it is called. */
export async function readTableFile(path: string): Promise<Table> {
  const bytes = await readWithin(path, LIMITS_AT_A_TERMINAL.bytes, '100 MB')
  return readTable(bytes, LIMITS_AT_A_TERMINAL).catch((error: unknown) => { throw error instanceof Refusal ? new BadFile(basename(path), error.sentence, error.next) : error })
}

export async function readJsonFile(path: string): Promise<unknown> {
  const text = (await readWithin(path, MOST_JSON, '1 MB')).toString('utf8')
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new BadFile(basename(path), `this is not JSON (${error instanceof Error ? error.message.slice(0, 120) : 'it ends too soon'}).`)
  }
}

async function readWithin(path: string, most: number, said: string): Promise<Buffer> {
  const there = await stat(resolve(path)).catch(() => undefined)
  if (!there?.isFile()) throw new BadFile(basename(path), 'there is no such file, or it cannot be read.', 'Check the name.')
  if (there.size > most) throw new BadFile(basename(path), `this file is larger than ${said}.`, 'Split it, or take away what is not needed.')
  const handle = await open(resolve(path)).catch(() => { throw new BadFile(basename(path), 'this file may not be read.', 'Ask whoever owns it.') })
  try {
    return await readFile(handle)
  } finally {
    await handle.close()
  }
}

/** What somebody pipes in, up to a length nobody types. */
export async function readSpoken(from: AsyncIterable<Buffer | string>): Promise<string> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of from) {
    const bytes = Buffer.from(piece)
    length += bytes.length
    if (length > MOST_SPOKEN) throw new BadFile('What was piped in', 'this is longer than 100 kB.', 'An answer is a few sentences.')
    pieces.push(bytes)
  }
  return Buffer.concat(pieces).toString('utf8')
}
