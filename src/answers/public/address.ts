import { randomInt } from 'node:crypto'
import type { Id } from '../../kit/ids.ts'

/** Where a public page is found: a readable word made from the name. It is kept when the name changes; the old one leads to the new. */
export type PublicAddress = { readonly slug: string; readonly organisation: Id<'organisation'> }

/** The name as an address: "Asha’s Cakes" becomes ashas-cakes. */
export function addressFrom(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/[\u0300-\u036f'’]/g, '').toLowerCase().replaceAll('&', ' and ')
  const slug = plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, 60).replace(/-+$/, '')
  return slug || 'page'
}

/** The same with letters at random: where the plain one is taken, and for whoever is not shown to anyone, so that a clash tells nothing. */
export function addressWithLetters(name: string): string {
  return `${addressFrom(name)}-${Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`
}

const LETTERS = 'bcdfghjkmnpqrstvwxz23456789'

/** Whether an address still says the name, with or without letters. */
export function saysName(slug: string, name: string): boolean {
  const plain = addressFrom(name)
  return slug === plain || (slug.startsWith(`${plain}-`) && slug.length === plain.length + 6)
}

export function isAddress(text: string): boolean {
  return text.length <= 80 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)
}
