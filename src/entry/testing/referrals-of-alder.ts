import { getAsk, linkTo } from '../../asks/index.ts'
import type { Id } from '../../kit/ids.ts'
import { showLink } from '../../kit/one-time-link.ts'
import { acceptReferral, declineReferral, passFurther, passSomeoneOn, sayOutcome, thankGiver } from '../../referrals/index.ts'
import { writeLine } from '../../referrals/ask-giver.ts'
import { findOpenAsk } from '../../referrals/ask-store.ts'
import { findPerson } from '../../referrals/person-store.ts'
import type { Canary } from './canaries.ts'
import type { Before, World } from './world.ts'

/** Ids that stand in addresses, and the secret ends of links. */
export type AlderReferrals = Readonly<Record<'given' | 'waiting' | 'declined' | 'thanked' | 'received' | 'accepted' | 'won' | 'ownLink' | 'askLink', string>>

/** What Alder passed on and was passed, in every state that shows something else; a canary in each private field. No addresses, so that nobody is written to. */
export async function referralsOfAlder({ house, ctx, organisations: { alder, pine, maple } }: Before): Promise<AlderReferrals> {
  const yes = { how: 'send', agreed: true, yesOn: '2027-03-01', yesSays: 'Canaryrefyes' }
  const about = (word: string) => ({ who: `Canary${word}first Canary${word}last`, needs: `Canary${word}needs`, reach: `Canary${word}reach`, says: `Canary${word}says` })
  const [ann, mel, pat] = [ctx('ann'), ctx('mel'), ctx('pat')]

  const { id: given } = await passSomeoneOn(ann, { ...about('ref'), ...yes, to: maple })
  const { id: waiting } = await passSomeoneOn(ann, { ...about('wait'), how: 'ask', to: maple })
  const { id: declined } = await passSomeoneOn(ann, { ...about('dec'), ...yes, yesSays: 'Asked by telephone', to: pine })
  await declineReferral(pat, declined, { note: 'Canarydecnote' })
  const { id: thanked } = await passSomeoneOn(ann, { ...about('won'), ...yes, yesSays: 'Asked by telephone', to: maple })
  await acceptReferral(mel, thanked)
  await sayOutcome(mel, thanked, { word: 'won', value: '1k_5k' })
  await thankGiver(mel, thanked, { phrase: 'own', words: 'Canarythanks' })
  const { id: received } = await passSomeoneOn(mel, { ...about('in'), ...yes, yesSays: 'Asked by telephone', to: alder })
  await writeLine(ann, received, { words: 'Canaryquestion' })
  const { id: accepted } = await passSomeoneOn(mel, { ...about('acc'), ...yes, yesSays: 'Asked by telephone', to: alder })
  await acceptReferral(ann, accepted)
  await passFurther(ann, accepted, { to: pine, how: 'ask', says: 'Canaryfurther' })
  const { id: won } = await passSomeoneOn(mel, { ...about('last'), ...yes, yesSays: 'Asked by telephone', to: alder })
  await acceptReferral(ann, won)
  await sayOutcome(ann, won, { word: 'won' })
  return { given, waiting, declined, thanked, received, accepted, won, ...await links(house, waiting) }
}

/** The two links of somebody who is asked: the one that answers, and the one that is theirs for good. */
function links(house: Before['house'], id: Id<'referral'>): Promise<{ ownLink: string; askLink: string }> {
  return house.ctx().read(async (tx) => {
    const row = await tx.db.selectFrom('referral').select('person_id').where('id', '=', id).executeTakeFirstOrThrow()
    const [person, asked] = [await findPerson(tx, row.person_id ?? undefined), await findOpenAsk(tx, id, 'person')]
    return { ownLink: person ? showLink(tx, person.linkId) : '', askLink: asked ? linkTo(tx, await getAsk(tx, asked)).split('/').at(-1) ?? '' : '' }
  })
}

/** A word that stands in one private field and nowhere else, and the only people who may ever be shown it. */
export function referralsCanaries({ referrals: { ownLink, askLink } }: World): readonly Canary[] {
  const each = (words: readonly string[], ...may: Canary['may'][number][]): Canary[] => words.map((word) => ({ word, may }))
  const alder = ['ann', 'amy'] as const
  const minimal = (word: string) => [`Canary${word}first`, `Canary${word}needs`, `Canary${word}says`]
  const contact = (word: string) => [`Canary${word}last`, `Canary${word}reach`]
  return [
    ...each(minimal('ref'), ...alder, 'mel', 'hugh'), ...each(['Canaryrefyes'], ...alder, 'mel'), ...each(contact('ref'), ...alder), // the letter to the receiver says no more than they may see; whoever hosts the house can read letters
    ...each([...minimal('wait'), ...contact('wait')], ...alder), ...each([ownLink, askLink], 'ann'),
    ...each(minimal('dec'), ...alder, 'hugh'), ...each([...contact('dec'), 'Canarydecnote'], ...alder), // Pat declined, and sees nothing of them any more
    ...each(minimal('won'), ...alder, 'mel', 'hugh'), ...each([...contact('won'), 'Canarythanks'], ...alder, 'mel'),
    ...each(minimal('in'), ...alder, 'mel', 'hugh'), ...each(['Canaryquestion'], ...alder, 'mel', 'hugh'), ...each(contact('in'), 'mel'), // Alder has not accepted
    ...each(['acc', 'last'].flatMap(minimal), ...alder, 'mel', 'hugh'), ...each(['acc', 'last'].flatMap(contact), ...alder, 'mel'), ...each(['Canaryfurther'], ...alder),
  ]
}

/** What letters to receivers and givers hold of it: the little that they are shown before they accept. */
export const IN_LETTERS: readonly string[] = [...['ref', 'dec', 'won', 'in', 'acc', 'last'].flatMap((word) => [`Canary${word}first`, `Canary${word}needs`, `Canary${word}says`]), 'Canaryquestion']

/** Statements that change what Xena, Una and nobody were not told of. */
export function referralsSecrets(_world: World): readonly ((word: string) => readonly [string, readonly unknown[]])[] {
  return [
    (word) => ['update referral_person set shown_as = $1, needs = $1', [word]],
    (word) => ['update referral_reach set name = $1, reach = $1', [word]],
    (word) => ['update referral_words set says = $1, declined_says = $1, thanks_says = $1', [word]],
    (word) => ['update referral_line set words = $1', [word]],
    () => ["update referral_value set band = 'over_500k'", []],
    () => ['update referral set taken_back_at = now(), ended_at = now() where accepted_at is null and ended_at is null', []],
  ]
}
