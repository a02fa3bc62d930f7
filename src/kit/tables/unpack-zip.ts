import { fromBufferPromise } from 'yauzl'
import { NotATable, TableTooLarge } from './table.ts'

export type ZipLimits = { readonly entries: number; readonly bytes: number; readonly ratio: number; readonly keptBytes: number }
const LIMITS: ZipLimits = { entries: 1_000, bytes: 200 * 1024 * 1024, ratio: 100, keptBytes: 100 * 1024 * 1024 }

const bomb = () => new TableTooLarge('This file is packed far smaller than what is in it, so it was not opened.', 'Save it again from your spreadsheet, without pictures and empty sheets.')

/**
 * Unpacks what is wanted of a ZIP and counts every byte of all of it on the way, whatever its headers claim. Only what was counted is
 * handed on: a second reader that went by other headers could find what was never counted.
 */
export async function unpackZip(packed: Buffer, wanted: (name: string) => boolean, limits = LIMITS): Promise<ReadonlyMap<string, Buffer>> {
  const kept = new Map<string, Buffer>()
  let entries = 0, bytes = 0, keptBytes = 0
  const most = Math.min(limits.bytes, Math.max(packed.length * limits.ratio, 1024 * 1024)) // small files of a few empty sheets pack well and harm nobody
  try {
    const zip = await fromBufferPromise(packed, { lazyEntries: true, validateEntrySizes: true })
    for await (const entry of zip.eachEntry()) {
      entries += 1
      if (entries > limits.entries || entry.uncompressedSize > most) throw bomb()
      if (entry.fileName.endsWith('/')) continue
      if (entry.isEncrypted()) throw new NotATable('This file has a password.', 'Save it without one and bring it again.')
      const pieces: Buffer[] = []
      const keep = wanted(entry.fileName) && !kept.has(entry.fileName)
      for await (const piece of await zip.openReadStreamPromise(entry) as AsyncIterable<Buffer>) { // yauzl reads buffers
        bytes += piece.length
        if (keep) { pieces.push(piece); keptBytes += piece.length }
        if (bytes > most || keptBytes > limits.keptBytes) throw bomb()
      }
      if (keep) kept.set(entry.fileName, Buffer.concat(pieces))
    }
  } catch (error) {
    if (error instanceof NotATable || error instanceof TableTooLarge) throw error
    throw new NotATable('This spreadsheet is damaged: it cannot be unpacked.', 'Open it, save it again and bring it once more.')
  }
  return kept
}
