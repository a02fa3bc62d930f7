import { defineAskKind, type Answer, type Ask } from '../asks/index.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { NotAllowed } from '../kit/refusal.ts'
import { findRole } from '../organisations/index.ts'
import { routes } from '../routes.ts'
import { INTRODUCER, SIDE } from './ask-side.ts'
import { hasContactOnPage, listContacts, saveContact } from './contact.ts'
import { NoContactOnPage, NoDetailsYet } from './errors.ts'
import { readNames } from './names.ts'
import { settle, settleSilence } from './settle.ts'
import { findIntroduction, getIntroduction, listNotes } from './store.ts'

const TAKEN_BACK = { lines: ['They have taken the question back.'], seenBy: 'Nobody' }

defineAskKind({
  name: INTRODUCER,
  words: { yes: 'Yes, I will introduce them', no: 'Not this time' },
  describe: async (tx, asked) => {
    const { introduction: id, asked: introducer } = subjectOf(asked)
    const introduction = await findIntroduction(tx, id)
    if (!introduction) return { title: 'An introduction', ...TAKEN_BACK }
    const names = await readNames(tx, introduction)
    const notes = await listNotes(tx, introduction)
    return {
      title: `${names.asker} would like you to introduce them to ${names.other}`,
      lines: [...paragraphs(notes.find((note) => note.to === introducer)?.words), `With your yes we ask ${names.other}, and say that it comes through you. Nothing is passed on until they have said yes too.`],
      seenBy: `A yes: ${names.asker} and ${names.other}. A no stays with you: they hear only that there was no answer this time`,
    }
  },
  answered: async (tx, asked, answer) => {
    const { introduction, asked: introducer } = subjectOf(asked)
    await mustSpeak(tx, introducer, answer)
    await settle(tx, { introduction, by: introducer, is: answer.word === 'yes' ? 'yes' : 'no', actor: answer.by })
  },
  ended: (tx, asked) => settleSilence(tx, subjectOf(asked).introduction, subjectOf(asked).asked),
})

defineAskKind({
  name: SIDE,
  words: { yes: 'Yes, pass on my contact', other: 'Yes, with other details', no: 'Not now' },
  describe: async (tx, asked) => {
    const { introduction: id, asked: side } = subjectOf(asked)
    const introduction = await findIntroduction(tx, id)
    if (!introduction) return { title: 'An introduction', ...TAKEN_BACK }
    const names = await readNames(tx, introduction)
    const notes = await listNotes(tx, introduction)
    const them = side === introduction.asker ? names.other : names.asker
    return {
      title: introduction.by.is === 'member' ? `${names.introducer} would introduce you to ${them}` : `${names.introducer} would like you to meet ${them}`,
      lines: [
        introduction.by.is === 'member' ? `${names.introducerInFull} knows both of you, and thinks you should meet. They write:` : `${names.introducerInFull} writes to you both:`,
        ...paragraphs(notes.find((note) => note.to === side)?.words),
        'With your yes you are given each other’s contact: the phone and e-mail on your page, or other details that you choose. Until you have both said yes, nothing is passed on.',
      ],
      seenBy: `A yes: ${them} and ${names.introducer}. A no stays with you: they hear only that there was no answer this time`,
    }
  },
  answered: async (tx, asked, answer) => {
    const { introduction: id, asked: side } = subjectOf(asked)
    await mustSpeak(tx, side, answer)
    if (answer.word !== 'no') await mustBeReachable(tx, id, side, answer.word)
    await settle(tx, { introduction: id, by: side, is: answer.word === 'no' ? 'no' : 'yes', actor: answer.by })
  },
  ended: (tx, asked) => settleSilence(tx, subjectOf(asked).introduction, subjectOf(asked).asked),
  needsPage: { other: (_, token) => routes.introductionContact(token) },
})

/** One tap passes on what stands on the page, unless something else was chosen already; "other details" are chosen first. */
async function mustBeReachable(tx: Tx, id: Id<'introduction'>, side: Id<'organisation'>, word: string): Promise<void> {
  const introduction = await getIntroduction(tx, id)
  if ((await listContacts(tx, introduction)).has(side)) return
  if (word === 'other') throw new NoDetailsYet()
  if (!(await hasContactOnPage(tx, side))) throw new NoContactOnPage()
  await saveContact(tx, introduction, side, { way: 'page' })
}

/** Whoever holds the link was asked; someone signed in must be more than a reader of the organisation asked. */
async function mustSpeak(tx: Tx, organisation: Id<'organisation'>, { by }: Answer): Promise<void> {
  if (by.person && (await findRole(tx, organisation, by.person)) === 'member') throw new NotAllowed('This speaks for your whole organisation.', 'Ask one of its owners or editors to answer.')
}

type Subject = { readonly introduction: Id<'introduction'>; readonly asked: Id<'organisation'> }

export function subjectOf(ask: Ask): Subject {
  return ask.subject as Subject // written by ask-side.ts for these kinds
}

const paragraphs = (words = ''): readonly string[] => words.split(/\n{2,}/).map((one) => one.trim()).filter(Boolean)
