import { z } from 'zod'
import type { ListPlace } from './member-store.ts'

/** Where a page of a list begins, as a word in its address: the name and id of the line before it, and which line that was. */

const shape = z.tuple([z.string().max(300), z.uuid(), z.number().int().min(0).max(10_000_000)])

export function writePlace({ name, organisation }: ListPlace, position: number): string {
  return Buffer.from(JSON.stringify([name, organisation, position])).toString('base64url')
}

/** Anything that is not one of ours is no place: the list then begins at its start. */
export function readPlace(word: string | undefined): { place: ListPlace; position: number } | undefined {
  if (!word || word.length > 2000) return undefined
  try {
    const read = shape.safeParse(JSON.parse(Buffer.from(word, 'base64url').toString('utf8')))
    if (!read.success || read.data[0].includes('\u0000') || !read.data[0].isWellFormed()) return undefined
    const [name, organisation, position] = read.data
    return { place: { name, organisation }, position }
  } catch {
    return undefined
  }
}
