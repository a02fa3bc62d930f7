import { createHash } from 'node:crypto'

const NEW_LINE = 0x0a

/** In COPY's text form a line break within a value is written as \\n, so every real one ends a row. */
export function counter() {
  const hash = createHash('sha256')
  let rows = 0
  let bytes = 0
  return {
    add(chunk: Buffer) {
      hash.update(chunk)
      bytes += chunk.length
      for (let at = chunk.indexOf(NEW_LINE); at !== -1; at = chunk.indexOf(NEW_LINE, at + 1)) rows++
    },
    result: () => ({ rows, bytes, sha256: hash.digest('hex') }),
  }
}

/** Reads on to the end, for the sake of what counts on the way. */
export async function passBy(chunks: AsyncIterable<Buffer>): Promise<void> {
  for await (const _ of chunks);
}
