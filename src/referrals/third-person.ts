import { z } from 'zod'

/** Somebody outside the house who is passed on: a customer, a family, a couple. Their words hang on one row and go with it. */

/** What a receiver may read before accepting: "Anna" of Anna Bell, "a couple" of Anna and Ben, "the Lowe family" as it stands. */
export function shownAs(name: string): string {
  const clean = name.trim()
  if (/\s(and|&|\+)\s/i.test(clean)) return 'a couple'
  if (/\b(family|household)\b/i.test(clean)) return 'a family'
  const [first = ''] = clean.replace(/^(mr|mrs|ms|miss|mx|dr|prof|rev|sir|dame)\.?\s+/i, '').split(/\s+/)
  return /^(mr|mrs|ms|miss|mx|dr|prof|rev)\.?\s+\S+$/i.test(clean) ? 'somebody' : first
}

/** The e-mail address among words on how to reach somebody. */
export function emailIn(words: string): string | undefined {
  const found = /[a-z0-9._%+-]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+/i.exec(words)?.[0].toLowerCase()
  return found && z.email().safeParse(found).success ? found : undefined
}

/** Whether words that others will read name the person: a name's parts, their address or number. */
export function names(words: string, person: { readonly name: string; readonly reach: string }): boolean {
  const said = words.toLowerCase()
  const parts = [...person.name.split(/[\s,&+]+/), ...person.reach.split(/[\s,;]+/)].map((part) => part.toLowerCase()).filter((part) => part.length >= 3 && !COMMON.has(part))
  return parts.some((part) => said.split(/[^\p{L}\p{N}@._+-]+/u).includes(part))
}

const COMMON = new Set(['and', 'the', 'family', 'household', 'mrs', 'miss', 'mr.', 'mrs.', 'phone', 'call', 'text', 'mail', 'email', 'e-mail', 'mobile', 'after', 'before', 'any', 'time', 'their', 'they', 'both', 'she', 'him', 'her'])
