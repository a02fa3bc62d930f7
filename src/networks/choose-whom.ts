import { isId, type Id } from '../kit/ids.ts'
import type { Tx } from '../kit/ctx.ts'
import { namesOfOrganisations } from '../organisations/index.ts'
import { findByName } from './find-members.ts'
import { fitsName } from './name-typed.ts'

/** Choosing an organisation in a form: out of a list while that can hold them all, by its name once it cannot. */

export type Named = { readonly id: Id<'organisation'>; readonly name: string; readonly line?: string }

/** Whom a form offers besides the members of one's networks, and whom it leaves out of its lists: typed, the action says why not. */
export type Beside = { readonly first?: readonly Named[]; readonly known?: readonly Named[]; readonly knownAs?: string; readonly restAs?: string; readonly except?: readonly string[] }

export const MOST_FITS = 20

export type Meant =
  | { readonly is: 'nobody' }
  | { readonly is: 'chosen'; readonly one: { readonly id: Id<'organisation'>; readonly name?: string }; readonly text: string }
  | { readonly is: 'unsure'; readonly text: string; readonly fits: readonly Named[]; readonly sentence: string }

/** What one field of a form comes to: the box for a name and the list beside it send two values under one name. */
export async function whoIsMeant(tx: Tx, sent: string | readonly string[] | undefined, beside: Beside): Promise<Meant> {
  const values = [sent ?? []].flat().filter((one) => one.trim())
  const id = values.find((one) => isId<'organisation'>(one)), text = values.find((one) => !isId(one)) ?? ''
  if (!id && !text) return { is: 'nobody' }
  if (id) {
    const name = await nameOf(tx, id, beside)
    if (!text || (name && fitsName(name, text))) return { is: 'chosen', one: { id, name }, text } // another name typed after choosing counts as a change of mind
  }
  const { exactly, fits } = await lookUp(tx, text, beside)
  const [first] = fits
  if (exactly && first && fits.length === 1) return { is: 'chosen', one: first, text }
  return { is: 'unsure', text, fits: fits.slice(0, MOST_FITS), sentence: inWords(text, fits.length, exactly) }
}

async function lookUp(tx: Tx, text: string, { first = [], known = [] }: Beside): Promise<{ exactly: boolean; fits: readonly Named[] }> {
  const found = await findByName(tx, text, MOST_FITS + 1)
  const near = [...first, ...known]
  const same = near.filter((one) => fitsName(one.name, text) === 'exactly')
  const exactly = found.exactly || same.length > 0
  const fits = [...(exactly ? same : near.filter((one) => fitsName(one.name, text))), ...(exactly && !found.exactly ? [] : found.fits)]
  return { exactly, fits: [...new Map(fits.map((one) => [one.id, one])).values()] }
}

async function nameOf(tx: Tx, id: Id<'organisation'>, { first = [], known = [] }: Beside): Promise<string | undefined> {
  return [...first, ...known].find((one) => one.id === id)?.name ?? (await namesOfOrganisations(tx, [id])).get(id)
}

function inWords(text: string, count: number, exactly: boolean): string {
  const name = text.trim(), said = `“${name.length > 60 ? `${name.slice(0, 60)}…` : name}”`
  if (count === 0) return `Nobody called ${said} is shown to you here. Look at the spelling, or write only a part of the name.`
  if (count === 1) return `One name holds ${said}. If it is the one, send the form again; if not, write more of the name.`
  if (count > MOST_FITS) return `More than ${MOST_FITS} names fit ${said}. Choose one of the first ${MOST_FITS}, or write more of the name.`
  return exactly ? `${count} are called ${said}. Choose the one you mean.` : `${count} names fit ${said}. Choose the one you mean, or write more of the name.`
}
