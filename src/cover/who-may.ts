import type { Answer } from '../asks/index.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { findRole, getOrganisationToKeep, mayEdit, type Keeping } from '../organisations/index.ts'
import { mustBeSomeone } from '../people/index.ts'
import { NoOrganisation, SpeaksForAll } from './errors.ts'

/** Owners and editors keep the bench, ask for cover and give it. */
export const mayKeepCover = (keeping: Keeping): boolean => mayEdit(keeping)

/** The organisation acted for, whose bench and cover this is about. */
export async function getOursToKeep(tx: Tx): Promise<Id<'organisation'>> {
  mustBeSomeone(tx.actor)
  const { organisation } = tx.actor
  if (!organisation) throw new NoOrganisation()
  await getOrganisationToKeep(tx, organisation, mayKeepCover)
  return organisation
}

/** Whoever holds the link was asked; someone signed in must be more than a reader of the organisation asked. */
export async function mustSpeakFor(tx: Tx, organisation: Id<'organisation'>, { by }: Answer): Promise<void> {
  if (by.person && (await findRole(tx, organisation, by.person)) === 'member') throw new SpeaksForAll()
}
