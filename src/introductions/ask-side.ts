import { ask } from '../asks/index.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { DAYS_FOR_INTRODUCER, DAYS_FOR_SIDE, type Introduction } from './introduction.ts'
import { saveWord } from './store.ts'

export const INTRODUCER = 'introductions.introducer'
export const SIDE = 'introductions.side'

const DAY = 86_400_000
type Told = { readonly link: string }

/**
 * Asks the introducer, or a side. The asks come from nobody by name: their rows hold the answer, which whoever asked may not read.
 * As the house.
 */
export const askIntroducer = (tx: Tx, introduction: Introduction, introducer: Id<'organisation'>): Promise<Told> => askOf(tx, introduction, introducer, 'introducer', INTRODUCER, DAYS_FOR_INTRODUCER)
export const askSide = (tx: Tx, introduction: Introduction, side: Id<'organisation'>): Promise<Told> => askOf(tx, introduction, side, 'side', SIDE, DAYS_FOR_SIDE)

async function askOf(tx: Tx, introduction: Introduction, organisation: Id<'organisation'>, part: 'introducer' | 'side', kind: string, days: number): Promise<Told> {
  const { id, link } = await ask(tx, {
    kind, from: {}, network: introduction.network, to: { organisation }, subject: { introduction: introduction.id, asked: organisation }, answerBy: new Date(tx.now.getTime() + days * DAY),
  })
  await saveWord(tx, introduction, { organisation, part, ask: id })
  return { link }
}
