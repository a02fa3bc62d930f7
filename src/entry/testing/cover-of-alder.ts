import { getAsk, linkTo, answerAsk, listOpenAsksTo } from '../../asks/index.ts'
import { askClient } from '../../cover/ask-client.ts'
import { answerAsClient, askAsClient } from '../../cover/client-says.ts'
import { listAsked } from '../../cover/cover-store.ts'
import { handBack } from '../../cover/hand-back.ts'
import { handOver, writePack } from '../../cover/hand-over.ts'
import { askForCover, inviteToBench } from '../../cover/index.ts'
import { readCover } from '../../cover/read-cover.ts'
import { asHouse, nobody, type Ctx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import type { Canary } from './canaries.ts'
import type { Before, Name, World } from './world.ts'

/** Ids that stand in addresses, and the secret ends of links. */
export type AlderCover = Readonly<Record<'place' | 'proposed' | 'asking' | 'waiting' | 'under' | 'back' | 'askLink' | 'clientLink' | 'underLink', string>>

const TERMS = { rate: '24', per: 'hour', paidWithinDays: '14', mayKnow: 'yes', whoSpeaks: 'associate', noTakingMonths: '12', deletesWithinDays: '14', tellsWithinHours: '24' }
const WORK = { startsOn: '2027-03-05', answerBy: '2027-03-04', hours: '6', how: 'in_turn' }

/**
 * Pine and Maple are on Alder’s bench, and Oak has been invited. Pine is asked for one cover; of another Maple took the work and waits for
 * the client; a third, for which Pine was never asked, is with Maple with the client’s yes; a fourth, which Pine declined, has come back.
 */
export async function coverOfAlder({ house, organisations, ctx }: Before): Promise<AlderCover> {
  const ann = ctx('ann')
  const end = (link: string | undefined) => link?.split('/').at(-1) ?? ''
  const answers = async (who: Name, about: string, word: string) => {
    const asked = (await ctx(who).read((tx) => listOpenAsksTo(tx, 500))).find((one) => one.subject.place === about || one.subject.cover === about)
    if (asked) await answerAsk(ctx(who), asked.id, word)
  }
  const invite = (associate: Id<'organisation'>, dates: string) => inviteToBench(ann, { ...TERMS, associate, dates })
  const place = await invite(organisations.pine, 'Canarybenchpine')
  const maple = await invite(organisations.maple, 'Canarybenchmaple')
  await answers('pat', place, 'yes')
  await answers('mel', maple, 'yes')
  const proposed = await invite(organisations.oak, 'Canarybenchoak')
  const ask = (says: string, ...who: readonly Id<'organisation'>[]) => askForCover(ann, { ...WORK, says, who })
  const clientSaysYes = async (cover: Id<'cover'>) => answerAsClient(asVisitor(), await linkOf(cover), 'yes')
  const linkOf = async (cover: Id<'cover'>) => end((await readCover(ann, cover)).clientLink)
  const asVisitor = (): Ctx => house.ctx(nobody)
  const named = (word: string) => ({ name: `Canaryclient${word}`, phone: `Canaryphone${word}`, contact: `Canarycontact${word}` })

  const asking = await ask('Canarycoverasking', organisations.pine)
  const waiting = await ask('Canarycoverwaiting', organisations.maple)
  await answers('mel', waiting, 'yes')
  await askClient(ann, waiting, named('waiting'))
  await askAsClient(asVisitor(), await linkOf(waiting), { says: 'Canaryquestionwaiting' })

  const under = await ask('Canarycoverunder', organisations.maple, organisations.pine)
  await answers('mel', under, 'yes') // Pine, next in turn, was never asked
  await askClient(ann, under, named('under'))
  await clientSaysYes(under)
  await writePack(ann, under, { how: 'Canarypackunder' })
  await handOver(ann, under)

  const back = await ask('Canarycoverback', organisations.pine, organisations.maple)
  await answers('pat', back, 'no')
  await answers('mel', back, 'yes')
  await askClient(ann, back, named('back'))
  await clientSaysYes(back)
  await writePack(ann, back, { how: 'Canarypackback' })
  await handOver(ann, back)
  await handBack(ctx('mel'), back, { done: 'Canarydoneback', hours: '5' })
  await house.settle()
  const askLink = await asHouse(ann).read(async (tx) => { const [line] = await listAsked(tx, [asking]); return line?.ask ? end(linkTo(tx, await getAsk(tx, line.ask))) : '' })
  return { place, proposed, asking, waiting, under, back, askLink, clientLink: await linkOf(waiting), underLink: await linkOf(under) }
}

/** A word that stands in one private field and nowhere else, and the only people who may ever be shown it. */
export function coverCanaries({ cover }: World): readonly Canary[] {
  const each = (words: readonly string[], ...may: Canary['may'][number][]): Canary[] => words.map((word) => ({ word, may }))
  const host = 'hugh' // what goes by mail, whoever hosts the house can read
  const details = (word: string) => [`Canaryclient${word}`, `Canaryphone${word}`, `Canarycontact${word}`]
  return [
    ...each(['Canarybenchpine'], 'ann', 'amy', 'pat', host), ...each(['Canarybenchmaple'], 'ann', 'amy', 'mel', host), ...each(['Canarybenchoak'], 'ann', 'amy', 'xena', host),
    ...each(['Canarycoverasking'], 'ann', 'amy', 'pat', host), ...each(['Canarycoverwaiting'], 'ann', 'amy', 'mel', host),
    ...each(['Canarycoverunder'], 'ann', 'amy', 'mel', host), ...each(['Canarycoverback'], 'ann', 'amy', 'mel', 'pat', host), // Pat read the letter, and declined
    ...each([...details('waiting'), 'Canaryquestionwaiting'], 'ann', 'amy'), // Mel said yes; the client has not
    ...each([...details('under'), ...details('back'), 'Canarypackunder', 'Canarypackback', 'Canarydoneback'], 'ann', 'amy', 'mel'),
    ...each([cover.askLink], 'pat', host), ...each([cover.clientLink, cover.underLink], 'ann'),
  ]
}

/** Statements that change what Xena, Una and nobody were not told of. */
export function coverSecrets({ cover }: World): readonly ((word: string) => readonly [string, readonly unknown[]])[] {
  return [
    (word) => ['update cover_client set name = $1, phone = $1, contact = $1', [word]],
    (word) => ['update cover_pack set how = $1', [word]],
    (word) => ['update cover set says = $1, when_says = $1 where id = $2', [word, cover.under]],
    (word) => ['update cover_asked set done = $1 where handed_back_at is not null', [word]],
    () => ['update cover set withdrawn_at = now() where id = $1', [cover.asking]],
  ]
}
