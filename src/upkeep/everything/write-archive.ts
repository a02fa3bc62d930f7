import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { Contents } from './contents.ts'
import { indexPage } from './index-page.ts'

export const exportPath = (dataDir: string, id: string): string => join(dataDir, 'exports', `${id}.zip`)

/** Writes the ZIP beside its name and gives it the name once it is whole. Says how many bytes it has. */
export async function writeArchive(path: string, contents: Contents, at: Date): Promise<number> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const zip = new ZipFile()
  const half = `${path}.half`
  try {
    const written = pipeline(zip.outputStream, createWriteStream(half, { mode: 0o600 }))
    zip.addBuffer(Buffer.from(indexPage(contents)), 'index.html', { mtime: at })
    for (const { name, bytes } of contents.parts) zip.addBuffer(bytes, name, { mtime: at })
    zip.end()
    await written
    await rename(half, path)
  } catch (error) {
    await rm(half, { force: true })
    throw error
  }
  return (await stat(path)).size
}
