import { basename } from 'node:path'
import { z } from 'zod'
import { BadFile } from './errors.ts'
import { readJsonFile } from './read-file.ts'

const words = (name: string, most: number) => z.string(`${name} is text.`).trim().max(most, `${name} can have ${most} characters at most.`)
const names = (name: string) => z.array(words(name, 200)).max(24, `${name} names 24 at most.`)
const whole = (name: string, most: number) => z.int(`${name} is a whole number.`).min(1, `${name} is 1 or more.`).max(most, `${name} is ${most} at most.`)

const part = z.strictObject({
  id: words('id of a part', 60).optional(),
  says: words('says of a part', 500).optional(),
  capability: words('capability of a part', 200).optional(),
  need: z.enum(['must', 'should'], 'need of a part is must or should.').default('must'),
  weight: z.number('weight of a part is a number.').min(0, 'weight of a part is 0 to 100.').max(100, 'weight of a part is 0 to 100.').optional(),
}).refine((given) => Boolean(given.says ?? given.capability), 'A part needs says or capability.')

const brief = z.strictObject({
  title: words('title', 200).optional(),
  says: words('says', 10_000).optional(),
  keywords: z.array(words('keywords', 120)).max(60, '60 keywords are the most.').default([]),
  parts: z.array(part, 'parts is a list.').min(1, 'A brief needs at least one part.').max(30, '30 parts are the most.'),
  limit: whole('limit', 24).optional(),
  places: whole('places', 24).optional(),
  mustHave: names('mustHave').default([]),
  mustNot: names('mustNot').default([]),
  rivals: z.array(z.tuple([words('rivals', 200), words('rivals', 200)], 'rivals is a list of pairs of names.')).max(100, '100 pairs of rivals are the most.').default([]),
})

export type BriefInFile = z.output<typeof brief>

/** A brief in JSON: its parts, and what must hold for every team. */
export async function readBrief(path: string): Promise<BriefInFile> {
  const read = brief.safeParse(await readJsonFile(path))
  if (read.success) return read.data
  throw new BadFile(basename(path), read.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.') || 'the brief'}: ${issue.message}`).join(' '), 'docs/files-only.md shows one.')
}
