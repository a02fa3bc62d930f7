import { describe, expect, test } from 'vitest'
import { breachOf, findCycles, readImports } from './check-imports.ts'

const breaches = (file: string, source: string) => readImports(file, source).map(breachOf)

describe('what must be refused', () => {
  test.each([
    ['a room looking downstream', 'src/people/x.ts', "import { startNetwork } from '../networks/index.ts'", 'people looks downstream at networks'],
    ['a room entered past its door', 'src/networks/x.ts', "import { saveStaff } from '../organisations/staff-store.ts'", 'organisations is entered past its door'],
    ['a door that is not the room’s own', 'src/networks/x.ts', "import { pages } from '../organisations/pages/index.tsx'", 'organisations is entered past its door'],
    ['a room that uses the processes', 'src/people/x.ts', "import { start } from '../entry/start.ts'", 'no room uses entry'],
    ['kit knowing a room', 'src/kit/x.ts', "import { signIn } from '../people/index.ts'", 'kit knows no room, yet uses people'],
    ['ui reading data', 'src/ui/x.tsx', "import { openDatabase } from '../kit/database/open.ts'", 'ui has no data'],
    ['a rule that sees the database', 'src/networks/who-may.ts', "import { sql } from 'kysely'", 'a rule sees the database'],
    ['the engine using a package', 'engine/fit/x.ts', "import { z } from 'zod'", 'the engine is pure'],
    ['the engine using Node', 'engine/fit/x.ts', "import { readFileSync } from 'node:fs'", 'the engine is pure'],
    ['the engine using the application', 'engine/fit/x.ts', "import { NotFound } from '../../src/kit/refusal.ts'", 'the engine is pure'],
    ['a type alone', 'src/people/x.ts', "import type { Network } from '../networks/index.ts'", 'people looks downstream at networks'],
    ['handing on', 'src/people/x.ts', "export { startNetwork } from '../networks/index.ts'", 'people looks downstream at networks'],
    ['handing on everything', 'src/people/x.ts', "export * from '../networks/index.ts'", 'people looks downstream at networks'],
    ['asking for it later', 'src/people/x.ts', "const later = await import('../networks/index.ts')", 'people looks downstream at networks'],
  ])('%s', (_, file, source, says) => {
    expect(breaches(file, source)).toEqual([says])
  })

  test('two files that need each other, and a circle of three', () => {
    const one = (from: string, to: string) => ({ from, to, outside: false })

    expect(findCycles([one('a.ts', 'b.ts'), one('b.ts', 'a.ts')])).toHaveLength(1)
    expect(findCycles([one('a.ts', 'b.ts'), one('b.ts', 'c.ts'), one('c.ts', 'a.ts'), one('a.ts', 'd.ts')])).toEqual(['a.ts -> b.ts -> c.ts -> a.ts'])
  })
})

describe('what is right', () => {
  test.each([
    ['a room using one above it, by its door', 'src/networks/x.ts', "import { inNameOf } from '../organisations/index.ts'"],
    ['a room using its own files', 'src/networks/pages/x.tsx', "import { mayInvite } from '../who-may.ts'"],
    ['a room using kit and ui', 'src/networks/pages/x.tsx', "import { Row } from '../../ui/index.ts'\nimport { isId } from '../../kit/ids.ts'"],
    ['the processes using every room', 'src/entry/x.ts', "import { homePages } from '../home/pages/index.tsx'"],
    ['the engine using itself', 'engine/fit/x.ts', "import { read } from '../clarity/read.ts'"],
    ['a test that looks where it likes', 'src/people/x.test.ts', "import { startNetwork } from '../networks/start-network.ts'"],
  ])('%s', (_, file, source) => {
    expect(breaches(file, source).filter(Boolean)).toEqual([])
  })

  test('files that share one without going in a circle', () => {
    const one = (from: string, to: string) => ({ from, to, outside: false })

    expect(findCycles([one('a.ts', 'c.ts'), one('b.ts', 'c.ts'), one('a.ts', 'b.ts')])).toEqual([])
  })
})
