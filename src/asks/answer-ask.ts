import { asHouse, type Actor, type Ctx, type Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { readLink, showLink, useLink, useUpLink } from '../kit/one-time-link.ts'
import { NotFound } from '../kit/refusal.ts'
import type { Ask } from './ask.ts'
import { AlreadyAnswered, NoLongerAsked, NotAnAnswer } from './errors.ts'
import { getKind, type Described } from './kinds.ts'
import { LINK_FOR_ASK } from './make-ask.ts'
import { getAsk, getAskToAnswer, markAsk, type StoredAsk } from './store.ts'
import { mayAnswer } from './who-may.ts'

export type Answered = { readonly ask: Id<'ask'>; readonly word: string; readonly goTo?: string }

/** Answers from Home, as someone signed in. What the answer causes may reach further than they see, so it runs as the house. */
export function answerAsk(ctx: Ctx, id: Id<'ask'>, word: string, note?: string): Promise<Answered> {
  return asHouse(ctx).transaction(async (tx) => {
    const asked = await getAskToAnswer(tx, id)
    if (!mayAnswer(ctx.actor, asked)) throw new NotFound()
    const answered = await settle(tx, asked, { word, note, by: ctx.actor })
    await useUpLink(tx, asked.linkId)
    return answered
  })
}

/** Where an answer needs more than a tap: the page to go to instead, for someone signed in. */
export function findPageForAnswer(ctx: Ctx, id: Id<'ask'>, word: string): Promise<string | undefined> {
  return asHouse(ctx).read(async (tx) => {
    const asked = await getAsk(tx, id)
    if (!mayAnswer(ctx.actor, asked)) throw new NotFound()
    return getKind(asked.kind).needsPage?.[word]?.(asked, showLink(tx, asked.linkId))
  })
}

/** What was asked and what was said to it, for whoever has no page here to go to. */
export type AnsweredByLink = Answered & { readonly title: string; readonly said: string }

/** Answers by the link in a mail or a copied one: whoever holds it was asked, signed in or not. */
export function answerByLink(ctx: Ctx, token: string, word: string, note?: string): Promise<AnsweredByLink> {
  return asHouse(ctx).transaction(async (tx) => {
    const { subject } = await readLink<{ ask: Id<'ask'> }>(tx, LINK_FOR_ASK, token)
    const asked = await getAskToAnswer(tx, subject.ask)
    const { describe, words } = getKind(asked.kind)
    const { title } = await describe(tx, asked)
    const answered = await settle(tx, asked, { word, note, by: ctx.actor })
    await useLink(tx, LINK_FOR_ASK, token)
    return { ...answered, title, said: words[word] ?? word }
  })
}

export type AskByLink = { readonly ask: Ask; readonly described: Described; readonly words: Readonly<Record<string, string>> }

/** Looks at an ask by its link without answering. */
export async function readAskByLink(ctx: Ctx, token: string): Promise<AskByLink> {
  return asHouse(ctx).read(async (tx) => {
    const { subject } = await readLink<{ ask: Id<'ask'> }>(tx, LINK_FOR_ASK, token)
    const ask = await getAsk(tx, subject.ask)
    const kind = getKind(ask.kind)
    return { ask, described: await kind.describe(tx, ask), words: kind.words }
  })
}

async function settle(tx: Tx, ask: StoredAsk, given: { word: string; note?: string; by: Actor }): Promise<Answered> {
  if (ask.state.is === 'answered') throw new AlreadyAnswered()
  if (ask.state.is !== 'open' || ask.answerBy <= tx.now) throw new NoLongerAsked()
  const kind = getKind(ask.kind)
  if (!Object.hasOwn(kind.words, given.word)) throw new NotAnAnswer()
  await markAsk(tx, ask.id, { answered_at: tx.now, answer: given.word, note: given.note, answered_by: given.by.person })
  const after = await kind.answered(tx, ask, given)
  await tx.emit('ask.answered', { ask: ask.id, kind: ask.kind, word: given.word })
  return { ask: ask.id, word: given.word, goTo: after?.goTo }
}
