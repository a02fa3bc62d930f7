import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Pages } from '../../kit/web/env.ts'

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', svg: 'image/svg+xml', woff2: 'font/woff2', png: 'image/png',
}

type Built = { readonly type: string; readonly plain: Buffer; readonly packed: Partial<Record<'br' | 'gzip', Buffer>> }

/**
 * The built style, script and typeface: a handful of files, read and packed once. Their names carry a hash of their content, so a
 * browser may keep them for a year.
 */
export function builtFiles(pages: Pages, folder: string): void {
  const files = new Map(readdirSync(join(folder, 'assets')).flatMap((name): [string, () => Built][] => {
    const type = TYPES[name.split('.').pop() ?? '']
    return type ? [[name, once(() => pack(type, readFileSync(join(folder, 'assets', name))))]] : []
  }))
  pages.get('/assets/:file', (c) => {
    const built = files.get(c.req.param('file'))?.()
    if (!built) return c.notFound()
    const accepts = c.req.header('Accept-Encoding') ?? ''
    const packing = (['br', 'gzip'] as const).find((one) => accepts.includes(one) && built.packed[one])
    const bytes = (packing && built.packed[packing]) ?? built.plain
    return c.body(Uint8Array.from(bytes), 200, {
      'Content-Type': built.type, 'Cache-Control': 'public, max-age=31536000, immutable', Vary: 'Accept-Encoding',
      ...(packing ? { 'Content-Encoding': packing } : {}),
    })
  })
}

function pack(type: string, plain: Buffer): Built {
  const isText = !type.startsWith('font/') && !type.startsWith('image/png')
  return { type, plain, packed: isText ? { br: brotliCompressSync(plain), gzip: gzipSync(plain) } : {} }
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}
