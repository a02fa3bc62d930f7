import { getAsk, linkTo } from '../../asks/index.ts'
import { asHouse } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { noteOutcome } from '../../outcomes/index.ts'
import type { Canary } from './canaries.ts'
import type { Before, World } from './world.ts'

/** Ids that stand in addresses, and the secret ends of links. */
export type AlderOutcomes = Readonly<Record<'outcome' | 'word' | 'party', string>>

/** What came of a job that Alder did with Maple, who has not said yet; its customer has been asked by a link. */
export async function outcomesOfAlder({ organisations, ctx }: Before): Promise<AlderOutcomes> {
  const ann = ctx('ann')
  const { outcome, link } = await noteOutcome(ann, {
    what: 'Canaryoutcomewhat', forWhom: 'Canaryoutcomewhom', finishedOn: '2027-01-20', ending: 'done_late', value: '5k_25k', timesBigger: 77.7, sight: 'only_us',
    parts: [{ organisation: organisations.alder, says: 'Canaryoutcomeours' }, { organisation: organisations.maple, says: 'Canaryoutcometheirs' }],
    customerName: 'Canarycustomer', customerEmail: 'word@canarycustomer.example.org',
  })
  const party = await asHouse(ann).read(async (tx) => {
    const { ask_id: asked } = await tx.db.selectFrom('outcome_side').select('ask_id').where('outcome_id', '=', outcome).where('organisation_id', '=', organisations.maple).executeTakeFirstOrThrow()
    return linkTo(tx, await getAsk(tx, asked as Id<'ask'>)).split('/').at(-1) ?? '' // a column of ask ids
  })
  return { outcome, word: link?.link.split('/').at(-1) ?? '', party }
}

/** What the letter to the customer holds: who asks, and about which job. */
export const OUTCOME_IN_LETTERS = ['Canaryoutcomewhat', 'Canarycustomer'] as const

/** A word that stands in one private field and nowhere else, and the only people who may ever be shown it. */
export function outcomesCanaries({ outcomes }: World): readonly Canary[] {
  const each = (words: readonly string[], ...may: Canary['may'][number][]): Canary[] => words.map((word) => ({ word, may }))
  return [
    ...each(['Canaryoutcomewhat', 'Canaryoutcomewhom'], 'ann', 'amy', 'mel', 'hugh'), ...each(['Canaryoutcomeours'], 'ann', 'amy', 'mel'), ...each(['Canaryoutcometheirs'], 'ann', 'amy', 'mel', 'hugh'),
    ...each(['Canarycustomer'], 'ann', 'amy', 'mel', 'hugh'), ...each(['canarycustomer.example'], 'hugh'), ...each(['77.7'], 'ann', 'amy'),
    ...each([outcomes.word], 'ann', 'amy', 'hugh'), ...each([outcomes.party], 'mel', 'hugh'),
  ]
}

/** Statements that change what Xena, Una and nobody were not told of. */
export function outcomesSecrets({ outcomes }: World): readonly ((word: string) => readonly [string, readonly unknown[]])[] {
  return [
    (word) => ['update outcome_part set says = $2 where outcome_id = $1', [outcomes.outcome, word]],
    (word) => ['update outcome_customer set name = $2 where outcome_id = $1', [outcomes.outcome, word]],
    () => ['update outcome_side set times_bigger = 3 where outcome_id = $1', [outcomes.outcome]],
  ]
}
