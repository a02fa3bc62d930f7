import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { spreadsheet } from '../kit/tables/testing.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'files-only-'))
  write('members.csv', 'Business;Town;What they do\nFern Florist;Lewes;Flowers for weddings\nHugo Cakes;Lewes;Wedding cakes\nKim Events;Brighton;Tents\nIvy Sound;Hove;Music and sound')
  write('jobs.csv', 'Member,Job,Finished on,Together with,Keywords\nFern Florist,A barn wedding for 120,2026-05-02,Hugo Cakes,flowers; cakes\nHugo Cakes,Anniversary table,2026-06-01,Kim Events,cakes\nKim Events,Festival,2020-06-01,Ivy Sound,tents; sound\nNobody,Lost,2026-01-01,,\nKim Events,Undated,,,tents')
  write('brief.json', JSON.stringify({ title: 'A wedding in June', parts: [{ says: 'Flowers for 12 tables', capability: 'flowers' }, { says: 'A tent', capability: 'tents' }, { says: 'A fire show', need: 'should' }] }))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string) => join(folder, name)
const write = (name: string, bytes: string | Buffer) => writeFileSync(at(name), bytes)
const TABLES = () => ['--network', at('members.csv'), '--jobs', at('jobs.csv'), '--on', '2026-11-28']

type Ran = { readonly code: number; readonly out: string; readonly told: string }

/** The very command, with nothing but a folder of files: no settings, no database, no house. */
function guildhall(words: readonly string[], spoken = ''): Promise<Ran> {
  return new Promise((done) => {
    const child = execFile(process.execPath, [join(import.meta.dirname, '../../bin/guildhall.cjs'), ...words], { cwd: folder, env: { PATH: process.env.PATH ?? '' }, maxBuffer: 10_000_000 }, (error, out, told) => done({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, told }))
    child.stdin?.on('error', () => undefined).end(spoken) // it may have heard enough
  })
}

test('a team is built from two tables and a brief, and a program reads the same as data', async () => {
  const said = await guildhall(['team', ...TABLES(), '--brief', at('brief.json')])
  const { code, out } = await guildhall(['team', ...TABLES(), '--brief', at('brief.json'), '--as', 'hugo cakes', '--json'])

  expect(said).toMatchObject({ code: 0, told: expect.stringContaining('Left out: jobs.csv row 5: No member of this network is called “Nobody”.') as string })
  expect(said.out).toContain('Line-up A: 2 members, proven best.')
  expect(said.out).toMatch(/Kim Events.*\n\s+A tent: proven/)
  expect(said.out).toContain('Nobody in these files can take: A fire show.')
  const read = JSON.parse(out) as { gaps: string[]; lineUps: { members: { name: string }[]; sure: { is: string } }[] }
  expect(code).toBe(0)
  expect(read.gaps).toEqual(['A fire show'])
  expect(read.lineUps[0]?.members.map(({ name }) => name)).toContain('Hugo Cakes')
})

test('who fits, who can introduce us and how clear an answer is, each with its reasons', async () => {
  const fits = await guildhall(['fit', ...TABLES(), '--as', 'Fern Florist', '--want', 'a tent for a festival'])
  const paths = await guildhall(['paths', ...TABLES(), '--from', 'Fern Florist', '--to', 'Ivy Sound'])
  const vague = await guildhall(['clarity', '--question', '4'], 'We are passionate about bespoke flowers.')
  const swapped = await guildhall(['clarity', '--question', '4', '--us', 'Fern Florist', '--rival', 'Bloom', '--json', 'We grow every stem.'])

  expect(fits.out.split('\n')[1]).toMatch(/^Kim Events\s+Good\s+Brighton\s+Can do tents \(proven\)\. Has done work like this: “Festival” \(2020\)/)
  expect(paths.out).toBe('Ask Hugo Cakes.\n    Fern Florist and Hugo Cakes. One job together: “A barn wedding for 120” (2026)\n    Hugo Cakes and Kim Events. One job together: “Anniversary table” (2026)\n    Kim Events and Ivy Sound. One job together: “Festival” (2020)\n')
  expect(vague.out).toMatch(/^Vague\n {2}! “passionate”, “bespoke”: anyone could say these/)
  expect(JSON.parse(swapped.out)).toMatchObject({ swapped: 'Bloom grow every stem.' })
})

test('nothing found ends with 1, wrong use with 2, a file that cannot be read with 3; each says why in a sentence', async () => {
  write('nobody.csv', 'Name\nAlone Ltd')
  write('other.csv', 'Colour,Shape\nred,round')
  write('brief-wrong.json', '{ "parts": [{ "need": "perhaps" }], "extra": 1 }')
  write('bad.csv', 'Name\n"never closed')
  write('steer.csv', 'Name,Town\nEvil \u001b[2J Ltd,\u001b]0;x\u0007\nSecond,y')
  const cases: readonly (readonly [number, RegExp, readonly string[], string?])[] = [
    [1, /Nobody in these files fits/, ['fit', '--network', at('nobody.csv'), '--want', 'flowers']],
    [2, /called “Fred”/, ['fit', ...TABLES(), '--as', 'Fred', '--want', 'x']],
    [2, /Say one of: gap/, ['fit', '--network', at('members.csv'), '--lens', 'rose']],
    [2, /four questions/, ['clarity', '--question', '5', 'x']],
    [3, /no such file/, ['fit', '--network', at('missing.csv'), '--want', 'x']],
    [3, /columns are not clear.*Colour: left out/, ['fit', '--network', at('other.csv'), '--want', 'x']],
    [3, /never closed/, ['fit', '--network', at('bad.csv'), '--want', 'x']],
    [3, /need of a part is must or should/, ['team', ...TABLES(), '--brief', at('brief-wrong.json')]],
    [3, /longer than 100 kB/, ['clarity', '--question', '1'], 'x'.repeat(200_000)],
  ]
  for (const [wanted, says, words, spoken] of cases) {
    const { code, out, told } = await guildhall(words, spoken)
    expect({ words: words.slice(0, 1), code, says: out + told }).toEqual({ words: words.slice(0, 1), code: wanted, says: expect.stringMatching(says) as string })
    expect(told).not.toContain('    at ')
  }
  expect((await guildhall(['fit', '--network', at('steer.csv'), '--want', 'evil second'])).out).not.toContain('\u001b')
})

test('a spreadsheet is read too, and a table of the vocabulary keeps to its words', async () => {
  write('members.xlsx', spreadsheet([['Name', 'Town'], ['Fern', 'Lewes'], ['Hugo', 'Lewes']]))
  write('claims.csv', 'Member,Capability,How strong\nHugo,Cake making,Best at\nFern,Juggling,')
  write('words.csv', 'code,title,synonyms\nC1,Cakes,Cake making; Baking')
  const { out, told, code } = await guildhall(['fit', '--network', at('members.xlsx'), '--claims', at('claims.csv'), '--words', at('words.csv'), '--as', 'Fern', '--want', 'baking for 80', '--json'])

  expect(code).toBe(0)
  expect(told).toContain('claims.csv row 3: “Juggling” is not in the vocabulary.')
  expect(JSON.parse(out)).toMatchObject({ fits: [{ organisation: { name: 'Hugo', town: 'Lewes' }, because: expect.arrayContaining(['Can do Cakes (claimed).']) as string[] }] })
})
