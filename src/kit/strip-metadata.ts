/**
 * Pictures from a phone say where and when they were taken. What only describes a picture is taken out of PNG and JPEG before it is
 * kept; the picture itself is not touched. A file that cannot be walked is kept as it came: it goes out as an attachment only.
 */
export function withoutMetadata(type: string, bytes: Buffer): Buffer {
  if (type === 'image/jpeg') return withoutSegments(bytes) ?? bytes
  if (type === 'image/png') return withoutChunks(bytes) ?? bytes
  return bytes
}

const COMMENT = 0xfe
const START_OF_SCAN = 0xda

/** JPEG: everything up to the picture is a row of segments with a length. APP1 to APP13 and APP15 (Exif, XMP, IPTC) and comments go. */
function withoutSegments(bytes: Buffer): Buffer | undefined {
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker === START_OF_SCAN) return Buffer.concat([...kept, bytes.subarray(at)])
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end > bytes.length) return undefined
    const describes = (marker >= 0xe1 && marker <= 0xef && marker !== 0xee && marker !== 0xe2) || marker === COMMENT // APP14 and APP2 say how to read the colours
    if (!describes) kept.push(bytes.subarray(at, end))
    at = end
  }
  return undefined
}

const DESCRIBING = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME'])

/** PNG: a row of chunks, each with its length, name and check. */
function withoutChunks(bytes: Buffer): Buffer | undefined {
  const kept: Buffer[] = [bytes.subarray(0, 8)]
  let at = 8
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) return undefined
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (!DESCRIBING.has(name)) kept.push(bytes.subarray(at, end))
    if (name === 'IEND') return Buffer.concat(kept)
    at = end
  }
  return undefined
}
