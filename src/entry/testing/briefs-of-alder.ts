import { getAsk, linkTo } from '../../asks/index.ts'
import { addPart, removePart } from '../../briefs/keep-parts.ts'
import { getInterest } from '../../briefs/interest-store.ts'
import { publishBrief } from '../../briefs/publish-brief.ts'
import { showBriefTo } from '../../briefs/show-brief-to.ts'
import { showInterest } from '../../briefs/show-interest.ts'
import { getBrief } from '../../briefs/index.ts'
import { writeBrief } from '../../briefs/write-brief.ts'
import { asHouse } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import type { Canary } from './canaries.ts'
import type { Before, World } from './world.ts'

/** Ids that stand in addresses, and the secret ends of links. */
export type AlderBriefs = Readonly<Record<'brief' | 'draft' | 'part' | 'removedPart' | 'interest' | 'showing' | 'interestLink', string>>

/** Alder has a draft, and a brief open to its network in which Maple is interested; Quince was shown it for a while. */
export async function briefsOfAlder({ house, organisations, guild, ctx }: Before): Promise<AlderBriefs> {
  const ann = ctx('ann')
  const draft = await writeBrief(ann, guild.slug, { title: 'Canarydrafttitle', says: 'Canarydraftsays', parts: [{ says: 'Canarydraftpart' }] })
  const brief = await writeBrief(ann, guild.slug, { title: 'Canarybrieftitle', says: 'Canarybriefsays', forWhom: 'Canarybriefwhom', value: 'over_500k', answerBy: '2027-05-14', sight: 'network', parts: [{ says: 'Canarybriefpart', wants: 'Canarybriefwants' }] })
  const removedPart = await addPart(ann, guild.slug, brief, { says: 'Canarypartremoved' })
  await removePart(ann, guild.slug, brief, removedPart)
  await publishBrief(ann, guild.slug, brief)
  const showing = await showBriefTo(ann, guild.slug, brief, { to: organisations.quince, reason: 'Canaryshowing', untilOn: '2027-06-01' })
  const { parts } = await ann.read((tx) => getBrief(tx, guild.id, brief))
  const interest = await showInterest(ctx('mel'), guild.slug, brief, { part: parts[0]?.id, says: 'Canaryinterest' })
  await house.settle()
  const interestLink = await asHouse(ann).read(async (tx) => linkTo(tx, await getAsk(tx, (await getInterest(tx, guild.id, brief, interest)).ask ?? ('' as Id<'ask'>))).split('/').at(-1) ?? '') // it was just asked
  return { brief, draft, part: parts[0]?.id ?? '', removedPart, interest, showing, interestLink }
}

/** A word that stands in one private field and nowhere else, and the only people who may ever be shown it. */
export function briefsCanaries({ briefs }: World): readonly Canary[] {
  const each = (words: readonly string[], ...may: Canary['may'][number][]): Canary[] => words.map((word) => ({ word, may }))
  return [
    ...each(['Canarydrafttitle', 'Canarydraftsays', 'Canarydraftpart', 'Canarypartremoved', 'Canaryshowing'], 'ann', 'amy'),
    ...each(['Canarybrieftitle'], 'ann', 'amy', 'mel', 'hal', 'olga', 'pat', 'quin', 'hugh'), ...each(['Canarybriefsays', 'Canarybriefwhom', 'Canarybriefpart', 'Canarybriefwants'], 'ann', 'amy', 'mel', 'hal', 'olga', 'pat', 'quin', 'hugh'),
    ...each(['Canaryinterest'], 'ann', 'amy', 'mel', 'hugh'), ...each([briefs.interestLink], 'ann', 'amy', 'hugh'),
  ]
}

/** Statements that change what Xena, Una and nobody were not told of. */
export function briefsSecrets({ briefs }: World): readonly ((word: string) => readonly [string, readonly unknown[]])[] {
  return [
    (word) => ['update brief set title = $2, says = $2 where id = $1', [briefs.draft, word]],
    (word) => ['update brief_part set says = $2 where brief_id = $1', [briefs.brief, word]],
    (word) => ['update interest set says = $2 where id = $1', [briefs.interest, word]],
  ]
}
