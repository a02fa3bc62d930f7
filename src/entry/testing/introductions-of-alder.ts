import { ask, getAsk, linkTo } from '../../asks/index.ts'
import { askIntroducer, SIDE } from '../../introductions/ask-side.ts'
import { saveContact } from '../../introductions/contact.ts'
import type { Introduction } from '../../introductions/introduction.ts'
import { listWords, markIntroduction, markWord, saveIntroduction, saveWord } from '../../introductions/store.ts'
import { STOP_LETTERS } from '../../home/letter/write-letters.ts'
import { putLink } from '../../home/calendar/link-store.ts'
import { makeLink } from '../../kit/one-time-link.ts'
import { newId, type Id } from '../../kit/ids.ts'
import type { Canary } from './canaries.ts'
import type { Before, World } from './world.ts'

/** Ids that stand in addresses, and the secret ends of links. */
export type AlderIntroductions = Readonly<Record<'asked' | 'made' | 'waiting' | 'introducerLink' | 'sideLink' | 'introducerAsk' | 'stopLink' | 'calendarLink', string>>

/**
 * Alder asks Pine to introduce it to Maple, who does not know yet; Olga has brought Alder and Maple together before, and asks Alder about
 * Oak now. Written by the house, since no three of these can be introduced by hand.
 */
export async function introductionsOfAlder({ house, people, organisations, guild }: Before): Promise<AlderIntroductions> {
  return house.ctx().transaction(async (tx) => {
    const begun = (rest: Partial<Introduction>): Introduction => ({
      id: newId<'introduction'>(), network: guild.id, asker: organisations.alder, other: organisations.maple, by: { is: 'member', organisation: organisations.pine }, askedAt: tx.now, askedBy: people.ann,
      hearBy: new Date(tx.now.getTime() + 20 * 86_400_000), state: { is: 'asked' }, ...rest,
    })
    const asked = begun({})
    await saveIntroduction(tx, asked, [{ to: organisations.pine, words: 'Canarytointroducer' }, { to: organisations.maple, words: 'Canarytoother' }])
    await saveContact(tx, asked, organisations.alder, { way: 'typed', askFor: 'Canaryaskfor', phone: 'Canaryhopedphone', email: 'hoped@canaryhoped.example.org' })
    await askIntroducer(tx, asked, organisations.pine)

    const byOlga = { by: { is: 'organiser', person: people.olga }, askedBy: people.olga } as const
    const made = begun(byOlga)
    await saveIntroduction(tx, made, [{ to: organisations.alder, words: 'Canarytoboth' }, { to: organisations.maple, words: 'Canarytoboth' }])
    for (const [side, words] of [[organisations.alder, 'Canarypassedalder'], [organisations.maple, 'Canarypassedmaple']] as const) {
      await saveWord(tx, made, { organisation: side, part: 'side', ask: (await ask(tx, { kind: SIDE, from: {}, to: { person: people.hugh }, subject: { introduction: made.id, asked: side }, answerBy: tx.now })).id })
      await markWord(tx, made, side, { said: 'yes', said_at: tx.now })
      await saveContact(tx, made, side, { way: 'typed', phone: words })
    }
    await markIntroduction(tx, made, { made_at: tx.now })

    const waiting = begun({ ...byOlga, other: organisations.oak })
    await saveIntroduction(tx, waiting, [{ to: organisations.alder, words: 'Canarywaits' }, { to: organisations.oak, words: 'Canaryforoak' }])
    const toAlder = await ask(tx, { kind: SIDE, from: {}, network: guild.id, to: { organisation: organisations.alder }, subject: { introduction: waiting.id, asked: organisations.alder }, answerBy: new Date(tx.now.getTime() + 86_400_000) })
    await saveWord(tx, waiting, { organisation: organisations.alder, part: 'side', ask: toAlder.id })
    const [word] = await listWords(tx, asked)
    const end = (link: string) => link.split('/').at(-1) ?? ''
    return {
      asked: asked.id, made: made.id, waiting: waiting.id, introducerLink: word?.ask ? end(linkTo(tx, await getAsk(tx, word.ask))) : '', sideLink: end(toAlder.link),
      introducerAsk: word?.ask ?? '', calendarLink: await putLink(tx, people.ann), stopLink: (await makeLink(tx, { act: STOP_LETTERS, subject: { person: people.ann, organisation: organisations.alder }, endsAt: new Date(tx.now.getTime() + 86_400_000) })).token,
    }
  })
}

/** A word that stands in one private field and nowhere else, and the only people who may ever be shown it. */
export function introductionsCanaries({ introductions }: World): readonly Canary[] {
  const each = (words: readonly string[], ...may: Canary['may'][number][]): Canary[] => words.map((word) => ({ word, may }))
  return [
    ...each(['Canarytointroducer'], 'ann', 'amy', 'pat', 'hugh'), // it went by mail, which whoever hosts the house can read
    ...each(['Canarytoother'], 'ann', 'amy', 'pat'), // Maple is not asked yet
    ...each(['Canaryaskfor', 'Canaryhopedphone', 'canaryhoped'], 'ann', 'amy'),
    ...each(['Canarytoboth'], 'ann', 'amy', 'mel', 'olga', 'hugh'), ...each(['Canarypassedalder', 'Canarypassedmaple'], 'ann', 'amy', 'mel'), // who introduces is not told how they reach each other
    ...each(['Canarywaits'], 'ann', 'amy', 'olga', 'hugh'), ...each(['Canaryforoak'], 'olga'),
    ...each([introductions.introducerLink], 'pat', 'hugh'), ...each([introductions.sideLink], 'ann', 'hugh'), ...each([introductions.stopLink, introductions.calendarLink], 'ann'),
  ]
}

/** Statements that change what Xena, Una and nobody were not told of. */
export function introductionsSecrets({ introductions }: World): readonly ((word: string) => readonly [string, readonly unknown[]])[] {
  const of = (id: string) => id as Id<'introduction'> // as they were made above
  return [
    (word) => ['update introduction_note set words = $1 where introduction_id = $2', [word, of(introductions.asked)]],
    (word) => ['update introduction_contact set phone = $1, ask_for = $1 where introduction_id in ($2, $3)', [word, of(introductions.asked), of(introductions.made)]],
    () => ['update introduction set ended_at = now() where id = $1', [of(introductions.waiting)]],
  ]
}
