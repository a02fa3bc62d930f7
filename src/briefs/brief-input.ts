import { z } from 'zod'
import { VALUE_BANDS, capabilityNamed } from '../answers/index.ts'
import { id as idField, optionalDay, optionalText, text } from '../kit/fields.ts'
import type { Problem } from '../kit/refusal.ts'
import { Invalid } from '../kit/refusal.ts'
import type { Capability } from '../networks/index.ts'
import { optionalDistrict, SIGHT_WORDS } from '../organisations/index.ts'
import type { BriefWords } from './brief-store.ts'
import { MOST_PARTS, NEEDS } from './brief.ts'
import type { PartWords } from './part-store.ts'

/** What is asked of a brief and its parts; forms and the API share it. */

const noneIsEmpty = (value: unknown) => (value === '' ? undefined : value)

export const RIVALS = ['welcome', 'not_this_time'] as const

const briefFields = {
  title: text('What the job is called', 140),
  says: optionalText('What needs to be done', 6000),
  forWhom: optionalText('For whom', 160),
  district: optionalDistrict,
  answerBy: optionalDay('The day to answer by'),
  startsOn: optionalDay('The first day of the work'),
  endsOn: optionalDay('The last day of the work'),
  value: z.preprocess(noneIsEmpty, z.enum(VALUE_BANDS, 'Choose a band from the list.').optional()),
  rivals: z.enum(RIVALS, 'Say whether rivals are welcome.').default('welcome'),
  sight: z.enum(SIGHT_WORDS, 'Choose who sees this brief.').default('network'),
}

export const partInput = z.strictObject({
  says: text('What needs to be done', 500),
  capability: z.preprocess(noneIsEmpty, idField<'capability'>('That capability').optional()),
  wants: optionalText('The capability', 120),
  need: z.enum(NEEDS, 'Say whether it must or should be done.').default('must'),
  size: optionalText('How much', 120),
  startsOn: optionalDay('From when'),
  endsOn: optionalDay('Until when'),
  district: optionalDistrict,
})
export type PartInput = z.output<typeof partInput>

export const briefInput = z.strictObject(briefFields)
export const briefWithPartsInput = z.strictObject({ ...briefFields, parts: z.array(partInput).max(MOST_PARTS, `${MOST_PARTS} parts are the most.`).default([]) })

export function briefWords({ rivals, ...rest }: z.output<typeof briefInput>): BriefWords {
  refuseTurnedRound(rest, '')
  return { ...rest, openToRivals: rivals === 'welcome' }
}

/** Finds the capability that is meant, by id, by name or by another word for it; what the vocabulary does not know stays free words. */
export function partWords(vocabulary: readonly Capability[], { capability, wants, ...rest }: PartInput, at = ''): PartWords {
  refuseTurnedRound(rest, at)
  const known = capability ? vocabulary.find((one) => one.id === capability) : wants ? capabilityNamed(vocabulary, wants) : undefined
  if (capability && !known) throw new Invalid([{ field: `${at}capability`, sentence: 'There is no such capability in this network. Choose another.' }])
  return { ...rest, capability: known?.id, wants: known?.title ?? wants }
}

/** Every part at once, so that all that is wrong is said together. */
export function allPartWords(vocabulary: readonly Capability[], parts: readonly PartInput[], fieldOf: (at: number) => string): readonly PartWords[] {
  const problems: Problem[] = []
  const words = parts.flatMap((part, at) => {
    try {
      return [partWords(vocabulary, part, fieldOf(at))]
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      problems.push(...error.problems)
      return []
    }
  })
  if (problems.length > 0) throw new Invalid(problems)
  return words
}

function refuseTurnedRound({ startsOn, endsOn }: { startsOn?: string; endsOn?: string }, at: string): void {
  if (startsOn && endsOn && endsOn < startsOn) throw new Invalid([{ field: `${at}endsOn`, sentence: 'This day comes before the one it starts on.' }])
}
