import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { getNetworkById } from '../networks/index.ts'
import { listOwners, namesOfOrganisations } from '../organisations/index.ts'
import { findAccount } from '../people/index.ts'
import type { Introduction } from './introduction.ts'

export type Names = {
  readonly asker: string
  readonly other: string
  readonly introducer: string
  /** "Ruth Adeyemi at Don Side Controls", or "Olga of Salisbury Makers" for an organiser. */
  readonly introducerInFull: string
  /** "Callum Reid at Kestrel Test Rigs"; only the organisation where the person is gone. */
  readonly askerInFull: string
  readonly network: { readonly name: string; readonly slug: string }
}

/** What those in an introduction are called. Whoever is part of one was told the others’ names by being asked. As the house. */
export async function readNames(tx: Tx, { asker, other, by, askedBy, network: networkId }: Pick<Introduction, 'asker' | 'other' | 'by' | 'askedBy' | 'network'>): Promise<Names> {
  const names = await namesOfOrganisations(tx, [asker, other, ...(by.is === 'member' ? [by.organisation] : [])])
  const nameOf = (id: Id<'organisation'>) => names.get(id) ?? 'An organisation that has gone'
  const network = await getNetworkById(tx, networkId)
  const writer = askedBy && (await findAccount(tx, askedBy))?.name
  return {
    asker: nameOf(asker), other: nameOf(other), network: { name: network.name, slug: network.slug }, ...await introducerOf(tx, by, nameOf, network.name),
    askerInFull: writer && by.is === 'member' ? `${writer} at ${nameOf(asker)}` : nameOf(asker),
  }
}

/** The same without the names of persons and the network, for a line: one statement where a member introduces. */
export async function readShortNames(tx: Tx, { asker, other, by }: Pick<Introduction, 'asker' | 'other' | 'by'>): Promise<Pick<Names, 'asker' | 'other' | 'introducer'>> {
  const names = await namesOfOrganisations(tx, [asker, other, ...(by.is === 'member' ? [by.organisation] : [])])
  const nameOf = (id: Id<'organisation'>) => names.get(id) ?? 'An organisation that has gone'
  const organiser = by.is === 'organiser' && by.person ? (await findAccount(tx, by.person))?.name : undefined
  return { asker: nameOf(asker), other: nameOf(other), introducer: by.is === 'member' ? nameOf(by.organisation) : organiser ?? 'An organiser' }
}

async function introducerOf(tx: Tx, by: Introduction['by'], nameOf: (id: Id<'organisation'>) => string, network: string): Promise<Pick<Names, 'introducer' | 'introducerInFull'>> {
  if (by.is === 'organiser') {
    const name = by.person && (await findAccount(tx, by.person))?.name
    return { introducer: name ?? network, introducerInFull: name ? `${name} of ${network}` : `An organiser of ${network}` }
  }
  return { introducer: nameOf(by.organisation), introducerInFull: await inFull(tx, by.organisation, nameOf(by.organisation)) }
}

/** A firm with the name of who owns it, as one says it: people introduce, not firms. */
export async function inFull(tx: Tx, organisation: Id<'organisation'>, name: string): Promise<string> {
  const [owner] = await listOwners(tx, organisation)
  const person = owner && (await findAccount(tx, owner))?.name
  return person && !name.includes(person) ? `${person} at ${name}` : name
}
