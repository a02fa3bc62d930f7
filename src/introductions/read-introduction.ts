import { asHouse, type Ctx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { NotFound } from '../kit/refusal.ts'
import { getNetworkById } from '../networks/index.ts'
import { findOrganisation } from '../organisations/index.ts'
import { findPartnership } from '../partnerships/index.ts'
import { listContacts } from './contact.ts'
import { stagesFor, type Introduction, type Part, type Word } from './introduction.ts'
import { readNames, type Names } from './names.ts'
import { getIntroduction, listNotes, listWords, type NoteRead } from './store.ts'
import { partOf } from './who-may.ts'

export type Reachable = { readonly organisation: Id<'organisation'>; readonly name: string; readonly askFor?: string; readonly phone?: string; readonly email?: string; readonly website?: string; readonly onPage: boolean }

/** An introduction as one who has a part in it may know it. */
export type IntroductionSeen = {
  readonly introduction: Introduction
  readonly part: Part
  readonly names: Names
  /** Whether this reader may know of the network it was asked in: whoever left it, or never was in it, may not. */
  readonly networkShown: boolean
  /** What this organisation was asked, and said. */
  readonly own?: Word
  readonly notes: readonly NoteRead[]
  readonly stages: readonly string[]
  readonly current: number
  /** How to reach the other side; only for the two, once both have said yes. */
  readonly reach?: Reachable
  readonly partnership?: Id<'partnership'>
}

export async function readIntroduction(ctx: Ctx, id: Id<'introduction'>): Promise<IntroductionSeen> {
  const own = await ctx.read(async (tx) => {
    const introduction = await getIntroduction(tx, id)
    const part = partOf(tx.actor, introduction)
    if (!part) throw new NotFound()
    const [word] = await listWords(tx, introduction)
    const them = part === 'introducer' || part === 'organiser' ? undefined : tx.actor.organisation === introduction.asker ? introduction.other : introduction.asker
    const us = tx.actor.organisation
    const contact = them && introduction.state.is === 'made' ? (await listContacts(tx, introduction)).get(them) : undefined
    const page = contact?.way === 'page' && them ? await findOrganisation(tx, them) : undefined
    return {
      introduction, part, own: word, notes: await listNotes(tx, introduction), them,
      networkShown: await getNetworkById(tx, introduction.network).then(() => true, () => false),
      found: contact && (contact.way === 'typed' ? { ...contact, onPage: false } : { askFor: contact.askFor, phone: page?.contact?.phone, email: page?.contact?.email, website: page?.website, onPage: true }),
      partnership: them && us && introduction.state.is === 'made' ? (await findPartnership(tx, us, them))?.id : undefined,
    }
  })
  const names = await asHouse(ctx).read((tx) => readNames(tx, own.introduction))
  const { introduction, part, own: word, notes, them, found, partnership, networkShown } = own
  const reach = found && them ? { organisation: them, name: them === introduction.asker ? names.asker : names.other, askFor: found.askFor, phone: found.phone, email: found.email, website: 'website' in found ? found.website : undefined, onPage: found.onPage } : undefined
  return { introduction, part, names, networkShown, own: word, notes, ...stagesFor(part, introduction, word, names), reach, partnership }
}
