import { passBy } from './count.ts'
import type { Manifest } from './manifest.ts'
import { readArchive } from './read-archive.ts'
import { readSeal } from './seal.ts'

/** Reads the whole backup and checks every hash and count. It says nothing about whether the rows would go in. */
export async function verifyBackup(path: string): Promise<Manifest> {
  const sealed = await readSeal(path)
  await readArchive(path, sealed, { table: (_, chunks) => passBy(chunks), file: (_, chunks) => passBy(chunks) })
  return sealed.manifest
}
