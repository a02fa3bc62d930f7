import { dayOf } from '../../answers/index.ts'
import { publishBrief, writeBrief } from '../../briefs/index.ts'
import type { Ctx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { findFits, type Fits } from '../../matches/index.ts'
import { allProposals, lineView, openDesk, startTeam, tryAnother, tryChange, type Desk, type LineView } from '../../teams/index.ts'

/** A project as a brief: its words, and a part for each field it is filed under. */
export type Wanted = { readonly title: string; readonly says: string; readonly fields: readonly string[] }

export type Errand = {
  readonly fits: Fits
  readonly brief: Id<'brief'>
  readonly team: Id<'team'>
  readonly desk: Desk
  /** The first line-up with a proposed team taken into it, and the second without one of its members. */
  readonly taken: LineView
  readonly without: LineView
  readonly proposals: ReturnType<typeof allProposals>
  /** Milliseconds by the clock. */
  readonly took: readonly { readonly what: string; readonly ms: number }[]
}

const MOST_PARTS = 6
const ANSWER_WITHIN_MS = 30 * 24 * 3_600_000

/**
 * The main job from end to end, by the very actions that pages and programs call: who fits these words and why, a brief with parts, a team
 * for it, the line-ups that are proposed, one taken over, and what if one of it were not there.
 */
export async function goThrough(ctx: Ctx, network: { readonly id: Id<'network'>; readonly slug: string }, wanted: Wanted): Promise<Errand> {
  const took: { what: string; ms: number }[] = []
  const timed = async <T>(what: string, work: () => Promise<T> | T): Promise<T> => {
    const began = performance.now()
    const done = await work()
    took.push({ what, ms: performance.now() - began })
    return done
  }
  const fits = await timed('find partners, with reasons', () => findFits(ctx, network.id, { lens: 'gap', want: [wanted.title, wanted.says].filter(Boolean).join('. ').slice(0, 500) }, { limit: 10 }))
  const brief = await timed('write a brief with its parts and publish it', async () => {
    const id = await writeBrief(ctx, network.slug, {
      title: wanted.title.slice(0, 140), says: wanted.says, answerBy: dayOf(new Date(ctx.now.getTime() + ANSWER_WITHIN_MS)), parts: wanted.fields.slice(0, MOST_PARTS).map((field) => ({ says: field, wants: field })),
    })
    await publishBrief(ctx, network.slug, id)
    return id
  })
  const team = await timed('start a team for it', () => startTeam(ctx, { network: network.id, brief }))
  const opened = await timed('open the builder: who could do each part', () => openDesk(ctx, team))
  const [first] = opened.lines
  if (!first) throw new Error('A team starts with one line-up.')
  const proposals = await timed('propose line-ups', () => allProposals(opened, first))
  const members = proposals.is === 'proposed' ? proposals.proposals[0]?.members.map(({ organisation }) => organisation) ?? [] : []
  await timed('take one over', () => tryChange(ctx, team, first.id, { do: 'take', members }))
  const { line } = await tryAnother(ctx, team, first.id)
  const away = members.find((one) => one !== ctx.actor.organisation)
  if (away) await timed('what if one of it were not there', () => tryChange(ctx, team, line, { do: 'ban', organisation: away }))
  const desk = await timed('line-ups side by side', () => openDesk(ctx, team))
  const viewOf = (id: Id<'line-up'>) => { const found = desk.lines.find((one) => one.id === id); if (!found) throw new Error('A line-up was kept above.'); return lineView(desk, found) }
  return { fits, brief, team, desk, taken: viewOf(first.id), without: viewOf(line), proposals, took }
}
