import { fit, wordsOf, type Ask, type Atlas, type Fit, type FitAnswer, type Reason } from '../../../engine/index.ts'
import { sentencesOf, type Rarity } from '../shown/quote.ts'
import type { Asker } from './asker.ts'
import { engineQuestion, type FitQuestion, type QuestionBrief } from './fit-question.ts'

/** What the engine says to a question, with what the sentences need from the atlas: names of capabilities, and how telling words are. */
export type Thought = {
  readonly fits: readonly Fit[]
  readonly asks: ReadonlyMap<string, Ask>
  readonly titles: ReadonlyMap<string, string>
  /** By need and capability: the sentence of theirs that names it. */
  readonly naming: ReadonlyMap<string, string>
  /** What was looked for, as telling words. */
  readonly topic: ReadonlySet<string>
  readonly rarity: Rarity
  readonly refused?: FitAnswer['refused']
}

const MEMBER = 2

/** Runs at once inside `withAtlas`. What it keeps of the atlas are copies. */
export function think(atlas: Atlas, asker: Asker, question: FitQuestion, brief?: QuestionBrief): Thought {
  const answer = fit(atlas, engineQuestion(asker, question, brief))
  const titles = new Map<string, string>()
  const name = (id: string | undefined) => { const row = id === undefined ? undefined : atlas.vocabulary.rows.get(id); if (row) titles.set(row.id, row.name) }
  for (const ask of answer.asks) ask.capabilities.forEach(name)
  for (const one of answer.fits) for (const reason of one.reasons) if ('capability' in reason) name(reason.capability)
  const naming = new Map(answer.fits.flatMap(({ reasons }) => reasons.flatMap((reason): [string, string][] => {
    if (reason.is !== 'wants-what-you-bring' || reason.capability === undefined) return []
    const says = sentenceNaming(atlas, atlas.wants.get(reason.want)?.text ?? '', reason.capability)
    return says ? [[`${reason.want} ${reason.capability}`, says]] : []
  })))
  const own = asker.organisation === undefined ? '' : (atlas.organisations.rows[atlas.organisations.find(asker.organisation) ?? -1]?.text ?? '')
  const sought = [question.want, brief?.text, ...answer.asks.map(({ text }) => text), ...titles.values()].filter(Boolean).join(' ')
  const topic = new Set(wordsOf(sought || own))
  const holders = new Map([...new Set([...topic, ...wordsOf(own)])].map((word) => [word, holdersOf(atlas, word)]))
  const all = Math.max(1, atlas.works.counts[MEMBER].works)
  return {
    naming, fits: question.widely ? answer.fits : answer.fits.filter((one) => answers(question, one)), asks: new Map(answer.asks.map((ask) => [ask.id, ask])), titles, topic, ...(answer.refused ? { refused: answer.refused } : {}),
    // A word that a third of all use tells nothing; one that nobody else uses tells little of what two share.
    rarity: (word) => { const many = holders.get(word) ?? 0; return many < 1 || many > Math.max(3, all / 3) ? 0 : Math.log(1 + all / many) },
  }
}

/** The sentence in which a capability is named, by its name or another word for it, or by the wider one it is part of. */
function sentenceNaming({ vocabulary }: Atlas, text: string, capability: string): string | undefined {
  return sentencesOf(text).find((says) => vocabulary.saidIn(says).some((named) => vocabulary.answers(capability, named) > 0))
}

/** Whether anything of theirs answers what is asked. To be covered takes somebody who does the same; a shared aim may also be what they look for. */
function answers({ lens }: FitQuestion, { reasons }: Fit): boolean {
  const telling: readonly Reason['is'][] = lens === 'cover' ? ['covers'] : lens === 'gap' ? ['covers', 'similar-works', 'says-so'] : ['covers', 'similar-works', 'says-so', 'wants-what-you-bring']
  return reasons.some(({ is }) => telling.includes(is))
}

function holdersOf({ works }: Atlas, word: string): number {
  const number = works.wordNames.find(word)
  return number === undefined ? 0 : (works.counts[MEMBER].word.data[number] ?? 0)
}
