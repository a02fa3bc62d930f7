import type { PublicFace } from '../public-face.ts'
import type { Id } from '../../kit/ids.ts'

/** The one-page statement: what an organisation hands in with a bid, made of its public face, with the parts that this use asks for. */
export const PARTS = ['answers', 'claims', 'proof', 'certificates', 'contact', 'identifiers', 'qr'] as const
export type StatementPart = (typeof PARTS)[number]

export const PART_WORDS: Readonly<Record<StatementPart, string>> = {
  answers: 'The four answers', claims: 'What we can do', proof: 'Jobs, recommendations and figures', certificates: 'Certificates', contact: 'Contact', identifiers: 'Register numbers', qr: 'QR code',
}

export type StatementUse = { readonly id: Id<'statement-use'>; readonly name: string; readonly parts: readonly StatementPart[] }

/** Which parts an address asks for; all of them where it asks for none. Words that are no part are passed over. */
export function partsFrom(words: readonly string[]): readonly StatementPart[] {
  const chosen = PARTS.filter((part) => words.includes(part))
  return chosen.length > 0 ? chosen : PARTS
}

export function queryOf(parts: readonly StatementPart[], whole: boolean): string {
  const query = new URLSearchParams([...(parts.length === PARTS.length ? [] : parts.map((part): [string, string] => ['part', part])), ...(whole ? [['whole', 'yes'] as [string, string]] : [])]).toString()
  return query && `?${query}`
}

/** Takes away what this use does not show. */
export function onlyParts(face: PublicFace, parts: readonly StatementPart[]): PublicFace {
  const has = (part: StatementPart) => parts.includes(part)
  const { contact, website, identifiers, ...organisation } = face.organisation
  return {
    organisation: { ...organisation, contact: has('contact') ? contact : undefined, website: has('contact') ? website : undefined, identifiers: has('identifiers') ? identifiers : [] },
    answers: has('answers') ? face.answers : [], claims: has('claims') ? face.claims : [], jobs: has('proof') ? face.jobs : [], recommendations: has('proof') ? face.recommendations : [],
    figures: has('proof') ? face.figures : [], certificates: has('certificates') ? face.certificates : [],
  }
}

/** How tightly a sheet is set: loosely first, and tighter until all of it stands on one side. */
export const DENSITIES = [
  { size: 12.5, letters: 4000, claims: 14, lines: 6 }, { size: 11.5, letters: 4000, claims: 14, lines: 6 }, { size: 10.5, letters: 4000, claims: 14, lines: 6 }, { size: 9.5, letters: 4000, claims: 14, lines: 5 }, { size: 9, letters: 700, claims: 10, lines: 4 }, { size: 8.5, letters: 420, claims: 8, lines: 3 }, { size: 8, letters: 240, claims: 6, lines: 2 },
] as const
export type Density = (typeof DENSITIES)[number]

export function cut(words: string, letters: number): string {
  const all = [...words.trim()]
  if (all.length <= letters) return all.join('')
  return `${all.slice(0, letters).join('').replace(/\s+\S*$/, '')}…`
}
