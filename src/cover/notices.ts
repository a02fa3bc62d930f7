import { defineNoticeKind, type Told } from '../notices/index.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { routes } from '../routes.ts'
import { dayInWords } from '../ui/index.ts'
import { findPlace } from './bench-store.ts'
import { findCover, listAsked } from './cover-store.ts'
import type { Cover } from './cover.ts'
import { nameOf, namesOf } from './names.ts'

/** What is told of cover: whole sentences with the names of organisations and days, never the client, never what the work is. */
type Of = { readonly on: string; readonly owner: string; readonly by: string; readonly chosen: string; readonly ours: boolean; readonly cover: Cover; readonly thanks?: string }

const ABOUT_COVER: Readonly<Record<string, { good?: true; says: (of: Of) => string; detail?: (of: Of) => string | undefined; more: string; href?: (of: Of) => string }>> = {
  'cover.offered': { says: ({ by, on }) => `${by} can take part of your cover ${on}`, more: 'See the parts' },
  'cover.partly': { says: ({ on }) => `Everyone has answered: your cover ${on} can be put together from parts`, more: 'Put it together' },
  'cover.nobody': { says: ({ on }) => `Nobody on your bench is free for your cover ${on}`, detail: () => 'You can widen by one step: members and partners’ partners who could.', more: 'See who else could' },
  'cover.taken': { good: true, says: ({ by, on }) => `${by} takes your cover ${on}`, detail: ({ cover }) => (cover.client === 'asked' ? 'Next, ask the client. Nobody has been told who they are.' : 'Next, hand over.'), more: 'Go on' },
  'cover.agreed': { good: true, says: ({ ours, chosen, owner, on }) => (ours ? `The client agreed to ${chosen} covering ${on}` : `The client agreed: you cover for ${owner} ${on}`), more: 'See it' },
  'cover.client-no': { says: ({ ours, owner, on }) => (ours ? `The client would rather not have cover ${on}` : `${owner}’s client would rather not have cover ${on}, so nothing is needed. Thank you for saying yes`), more: 'See it' },
  'cover.client-silent': { says: ({ on }) => `The client has not answered about cover ${on}`, more: 'Ask again or ring' },
  'cover.client-asks': { says: ({ on }) => `The client has a question about cover ${on}`, more: 'Read and reply' },
  'cover.client-word': { good: true, says: ({ ours, chosen, owner, on }) => (ours ? `The client said how it was with ${chosen} ${on}` : `${owner}’s client said how it was with you ${on}`), more: 'Read it' },
  'cover.client-erased': { says: ({ ours, owner, on }) => (ours ? `The client of your cover ${on} had their details erased here` : `${owner}’s client asked to be forgotten: please delete what you hold of them from your cover ${on}`), more: 'See it' },
  'cover.withdrawn': { says: ({ owner, on }) => `${owner} no longer needs cover ${on}. Thank you for saying yes`, more: 'Your cover', href: () => routes.cover },
  'cover.handed-over': { says: ({ owner, on }) => `${owner} handed over for ${on}: the pack is yours`, more: 'Open the pack' },
  'cover.handed-back': { good: true, says: ({ by, on }) => `${by} handed back your work ${on}`, detail: () => 'Read what was done, and thank them.', more: 'Read and thank' },
  'cover.thanked': { good: true, says: ({ owner, on }) => `${owner} thanks you for covering ${on}`, detail: ({ thanks }) => thanks && `“${thanks}”`, more: 'See it' },
  'cover.sight-ended': { says: ({ owner, on }) => `You no longer see ${owner}’s client from your cover ${on}`, detail: () => 'Please delete any copies of your own.', more: 'See it' },
}

for (const [name, { good = false, says, detail, more, href }] of Object.entries(ABOUT_COVER)) {
  defineNoticeKind({
    name, good,
    describe: async (tx, { subject, to }): Promise<Told | undefined> => {
      const of = await factsOf(tx, subject, to)
      return of && { says: says(of), detail: detail?.(of), more, href: href?.(of) ?? routes.coverOf(of.cover.id) }
    },
  })
}

async function factsOf(tx: Tx, subject: Readonly<Record<string, string>>, to: Id<'organisation'>): Promise<Of | undefined> {
  const cover = await findCover(tx, subject.cover as Id<'cover'>) // written by the actions of this room
  if (!cover) return undefined
  const chosen = (await listAsked(tx, [cover.id])).filter((one) => one.chosen)
  const by = subject.by as Id<'organisation'> | undefined // the same
  const name = await namesOf(tx, [cover.organisation, ...chosen.map((one) => one.associate), ...(by ? [by] : [])])
  const on = cover.startsOn === cover.endsOn ? `on ${dayInWords(cover.startsOn)}` : `from ${dayInWords(cover.startsOn)} to ${dayInWords(cover.endsOn)}`
  return { on, cover, owner: name(cover.organisation), by: by ? name(by) : '', chosen: chosen.map((one) => name(one.associate)).join(' and '), ours: to === cover.organisation, thanks: chosen.find((one) => one.associate === to)?.thanked?.says }
}

/** The others: thanked at once and told no more, so this knows who asked and nothing else. */
defineNoticeKind({
  name: 'cover.not-needed', good: false,
  describe: async (tx, { subject }) => ({ says: `${await nameOf(tx, subject.by as Id<'organisation'>)} has what they needed. Thank you for being there to ask`, href: routes.cover, more: 'Your cover' }), // written by closeTheOthers
})

for (const [name, good, words] of [['cover.bench-agreed', true, (by: string) => `${by} agreed to the terms of your bench`], ['cover.bench-declined', false, (by: string) => `${by} would rather not, on these terms`]] as const) {
  defineNoticeKind({
    name, good,
    describe: async (tx, { subject }) => {
      const place = await findPlace(tx, subject.place as Id<'bench place'>) // written by agree-terms.ts
      return place && { says: words(await nameOf(tx, subject.by as Id<'organisation'>)), href: routes.benchPlace(place.id), more: 'See the terms' } // the same
    },
  })
}
