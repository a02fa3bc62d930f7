import { mkdtemp, readdir, rm, stat, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forgetFile, keepFile, listStoredFiles, MOST_BYTES, readStoredFile, sweepFiles, typeOf } from './files.ts'
import { withoutMetadata } from './strip-metadata.ts'
import { openTestHouse, type TestHouse } from './testing/house.ts'

let town: TestHouse
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guildhall-files-'))
  town = await openTestHouse({ DATA_DIR: folder })
})
afterAll(async () => {
  await town?.close()
  await rm(folder, { recursive: true, force: true })
})

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const pdf = (words: string) => Buffer.from(`%PDF-1.7\n${words}`)
const keep = (name: string, bytes: Uint8Array) => town.ctx().transaction((tx) => keepFile(tx, { name, bytes }))

describe('a file is known by its content', () => {
  test.each([
    ['a web page called certificate.pdf', Buffer.from('<html><script>alert(1)</script>')], ['an SVG called logo.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a zip', Buffer.from([0x50, 0x4b, 3, 4, 0, 0])], ['a GIF', Buffer.from('GIF89a')], ['nothing at all', Buffer.alloc(0)], ['words', Buffer.from('%PD')],
  ])('%s is refused, and told what we take', async (_, bytes) => {
    await expect(keep('certificate.pdf', bytes)).rejects.toMatchObject({ kind: 'invalid', problems: [{ field: 'file', sentence: expect.stringContaining('PDF, PNG or JPEG') as string }] })
    expect(await listStoredFiles(folder)).toEqual([])
  })

  test('more than 10 MB is refused', async () => {
    await expect(keep('big.pdf', Buffer.concat([pdf(''), Buffer.alloc(MOST_BYTES)]))).rejects.toThrow('larger than 10 MB')
  })

  test('the three kinds are told apart', () => {
    expect([typeOf(pdf('')), typeOf(PNG), typeOf(Buffer.from([0xff, 0xd8, 0xff, 0xe0])), typeOf(Buffer.from('GIF89a'))]).toEqual(['application/pdf', 'image/png', 'image/jpeg', undefined])
  })
})

describe('a kept file', () => {
  test('comes back byte for byte, is readable by us alone, and the same bytes lie there once', async () => {
    const id = await keep('../../etc/Audit "2027".pdf', pdf('audit'))
    await keep('copy.pdf', pdf('audit'))

    const read = await readStoredFile(town.ctx(), id)
    expect([read?.name, read?.type, read?.bytes.toString()]).toEqual(['Audit 2027.pdf', 'application/pdf', '%PDF-1.7\naudit'])
    const [only, ...others] = await listStoredFiles(folder)
    expect(others).toEqual([])
    expect(((await stat(only?.path ?? '')).mode & 0o777).toString(8)).toBe('600')
  })

  test('bytes without a row are swept away after a day, others stay', async () => {
    const id = await keep('gone.pdf', pdf('gone'))
    await town.ctx().transaction((tx) => forgetFile(tx, id))
    const madeAt = async (daysAgo: number) => {
      const then = new Date(town.clock.now().getTime() - daysAgo * 86_400_000)
      for (const { path } of await listStoredFiles(folder)) await utimes(path, then, then)
    }
    await madeAt(0.5)
    expect(await sweepFiles(town.ctx())).toBe(0)

    await madeAt(2)

    expect(await sweepFiles(town.ctx())).toBe(1)
    expect((await listStoredFiles(folder)).length).toBe(1)
  })

  test('what was begun and failed leaves no row', async () => {
    await expect(town.ctx().transaction(async (tx) => { await keepFile(tx, { name: 'a.pdf', bytes: pdf('failed') }); throw new Error('stopped') })).rejects.toThrow('stopped')
    const rows = await town.ctx().read((tx) => tx.db.selectFrom('stored_file').select('name').where('name', '=', 'a.pdf').execute())
    expect(rows).toEqual([])
    expect((await readdir(folder, { recursive: true })).some((name) => name.endsWith('.half'))).toBe(false)
  })
})

describe('pictures lose what only describes them', () => {
  const chunk = (name: string, data: string) => Buffer.concat([Buffer.from([0, 0, 0, data.length]), Buffer.from(name + data), Buffer.alloc(4)])
  test('PNG: text and Exif go, the picture stays', () => {
    const kept = withoutMetadata('image/png', Buffer.concat([PNG, chunk('IHDR', 'head'), chunk('tEXt', 'Author Priya'), chunk('eXIf', 'SP2'), chunk('IDAT', 'pixels'), chunk('IEND', '')]))
    expect(kept.equals(Buffer.concat([PNG, chunk('IHDR', 'head'), chunk('IDAT', 'pixels'), chunk('IEND', '')]))).toBe(true)
  })

  test('JPEG: Exif and comments go, the picture stays', () => {
    const segment = (marker: number, data: string) => Buffer.concat([Buffer.from([0xff, marker, 0, data.length + 2]), Buffer.from(data)])
    const start = Buffer.from([0xff, 0xd8]), scan = Buffer.concat([segment(0xda, 'x'), Buffer.from('pixels'), Buffer.from([0xff, 0xd9])])
    const kept = withoutMetadata('image/jpeg', Buffer.concat([start, segment(0xe0, 'JFIF'), segment(0xe1, 'Exif GPS 51.07'), segment(0xfe, 'by Priya'), segment(0xdb, 'table'), scan]))
    expect(kept.equals(Buffer.concat([start, segment(0xe0, 'JFIF'), segment(0xdb, 'table'), scan]))).toBe(true)
  })

  test('what cannot be walked is kept as it came', () => {
    const odd = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 1])
    expect(withoutMetadata('image/jpeg', odd).equals(odd)).toBe(true)
  })
})
