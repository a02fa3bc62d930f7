import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { isBuilt, sourcesIn, touchedIn } from '../bin/sources.cjs'

// A start builds anew where any source was touched, and only then.

const root = mkdtempSync(join(tmpdir(), 'guildhall-sources-'))
afterAll(() => rmSync(root, { recursive: true }))

function put(file: string, says: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), says)
}

beforeEach(() => {
  rmSync(root, { recursive: true })
  for (const file of ['scripts/build.ts', 'vite.config.ts', 'package-lock.json', 'src/room/index.ts', 'src/ui/look.css', 'engine/fit.ts', 'town/town.ts']) put(file, 'as it was')
  put('dist/.touched', touchedIn(root))
})

test('untouched, it is built; a test or a page of words beside the sources makes no difference', () => {
  put('src/room/index.test.ts', 'a test')
  put('src/room/README.md', 'words')

  expect(isBuilt(root)).toBe(true)
  expect(sourcesIn(root)).toEqual(['engine/fit.ts', 'package-lock.json', 'scripts/build.ts', 'src/room/index.ts', 'src/ui/look.css', 'town/town.ts', 'vite.config.ts'])
})

test.each<[string, () => void]>([
  ['another size', () => put('src/room/index.ts', 'as it was, and more')],
  ['another time', () => utimesSync(join(root, 'engine/fit.ts'), 1, 1)],
  ['a new file', () => put('src/room/new.tsx', '')],
  ['a file less', () => rmSync(join(root, 'src/ui/look.css'))],
  ['never built', () => rmSync(join(root, 'dist'), { recursive: true })],
  ['no sources at all', () => rmSync(join(root, 'src'), { recursive: true })],
])('%s is noticed', (_, change) => {
  change()

  expect(isBuilt(root)).toBe(false)
})
