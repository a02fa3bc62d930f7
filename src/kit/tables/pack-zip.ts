import { crc32 } from 'node:zlib'

/** A ZIP of files as they are, without packing them smaller. */
export function packZip(files: ReadonlyMap<string, Buffer>): Buffer {
  const bodies: Buffer[] = []
  const listed: Buffer[] = []
  let at = 0
  for (const [name, body] of files) {
    const facts = factsOf(body, Buffer.byteLength(name))
    const head = Buffer.concat([LOCAL, facts, Buffer.from(name)])
    listed.push(Buffer.concat([CENTRAL, facts, REST, uint32(at), Buffer.from(name)]))
    bodies.push(head, body)
    at += head.length + body.length
  }
  const list = Buffer.concat(listed)
  const end = Buffer.concat([Buffer.from('PK\u0005\u0006'), uint16(0), uint16(0), uint16(files.size), uint16(files.size), uint32(list.length), uint32(at), uint16(0)])
  return Buffer.concat([...bodies, list, end])
}

const uint16 = (value: number) => { const bytes = Buffer.alloc(2); bytes.writeUInt16LE(value); return bytes }
const uint32 = (value: number) => { const bytes = Buffer.alloc(4); bytes.writeUInt32LE(value); return bytes }
const LOCAL = Buffer.concat([Buffer.from('PK\u0003\u0004'), uint16(20)])
const CENTRAL = Buffer.concat([Buffer.from('PK\u0001\u0002'), uint16(20), uint16(20)])

/** Of the central list: no comment, first disk, no attributes. */
const REST = Buffer.alloc(10)

/** What both lists say of a file: flags, method, time, checksum, sizes, and the length of its name. */
function factsOf(body: Buffer, nameLength: number): Buffer {
  return Buffer.concat([uint16(0x0800), uint16(0), uint16(0), uint16(0x21), uint32(crc32(body)), uint32(body.length), uint32(body.length), uint16(nameLength), uint16(0)])
}
