import { isOpen, listOurBriefs } from '../briefs/index.ts'
import { listAskedOf, listCovers } from '../cover/index.ts'
import { listIntroductions } from '../introductions/index.ts'
import { asHouse, type Ctx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { getNetworkById } from '../networks/index.ts'
import { namesOfOrganisations } from '../organisations/index.ts'
import { listPartnershipsOf, STAGE_WORDS } from '../partnerships/index.ts'
import { routes } from '../routes.ts'
import { listTeams } from '../teams/index.ts'
import { part, type Part } from './part.ts'

export type Glance = { readonly title: string; readonly href: string; readonly detail?: string }
/** One room at a glance: the first few, and how to begin where there are none. */
export type Room = { readonly name: string; readonly href: string; readonly what: string; readonly lines: Part<readonly Glance[]>; readonly begin: { readonly says: string; readonly href: string } }

const FEW = 4

/** What is done with others, room by room, as each room's door allows. A room that fails says so alone. */
export async function readTogether(ctx: Ctx, us: Id<'organisation'>): Promise<readonly Room[]> {
  const [partnerships, teams, briefs, cover, introductions] = await Promise.all([
    part(ctx, 'partnerships', () => ctx.read(async (tx) => (await listPartnershipsOf(tx, us, FEW)).map((one) => ({ title: one.partner.name, href: routes.partnership(one.id), detail: one.next?.says ?? STAGE_WORDS[one.stage] })))),
    part(ctx, 'teams', () => ctx.read(async (tx) => (await listTeams(tx, { most: FEW })).map((team) => ({ title: team.title, href: routes.team(team.id), detail: team.lead === us ? 'You lead it' : 'You have a seat' })))),
    part(ctx, 'briefs', () => readBriefs(ctx)),
    part(ctx, 'cover', () => readCover(ctx, us)),
    part(ctx, 'introductions', () => readIntroductions(ctx)),
  ])
  return [
    { name: 'Partnerships', href: routes.partnerships, what: 'Those you would recommend without hesitation: how you met, what you did, what comes next.', lines: partnerships, begin: { says: 'Note a partnership', href: routes.newPartnership } },
    { name: 'Teams', href: routes.teams, what: 'Several of you for work too big for one.', lines: teams, begin: { says: 'Build a team', href: routes.newTeam } },
    { name: 'Briefs', href: routes.ourBriefs, what: 'A job written down in parts, for others to take.', lines: briefs, begin: { says: 'See your briefs', href: routes.ourBriefs } },
    { name: 'Cover', href: routes.cover, what: 'Somebody takes work off you when you are full or away; the client stays yours.', lines: cover, begin: { says: 'Ask for cover', href: routes.newCover } },
    { name: 'Introductions', href: routes.introductions, what: 'Two who should meet, brought together by somebody both know.', lines: introductions, begin: { says: 'Find somebody to meet', href: routes.findPartners } },
  ]
}

async function readBriefs(ctx: Ctx): Promise<readonly Glance[]> {
  return ctx.read(async (tx) => {
    const briefs = (await listOurBriefs(tx, { limit: FEW })).briefs
    const slugs = new Map<string, string>()
    for (const network of new Set(briefs.map((brief) => brief.network))) slugs.set(network, (await getNetworkById(tx, network)).slug)
    return briefs.map((brief) => ({ title: brief.title, href: routes.brief(slugs.get(brief.network) ?? '', brief.id), detail: brief.state.is === 'draft' ? 'Not published yet' : isOpen(brief) ? 'Open for answers' : 'Closed' }))
  })
}

async function readCover(ctx: Ctx, us: Id<'organisation'>): Promise<readonly Glance[]> {
  return ctx.read(async (tx) => {
    const [ours, asked] = await Promise.all([listCovers(tx, us, { over: false, limit: FEW }), listAskedOf(tx, us, FEW)])
    const taken = asked.filter((one) => one.chosen && !one.back && !one.sightEndedAt).length
    return [
      ...(taken > 0 ? [{ title: taken === 1 ? 'You are covering for one other' : `You are covering for ${taken} others`, href: routes.cover }] : []),
      ...ours.map((cover) => ({ title: cover.says, href: routes.coverOf(cover.id), detail: cover.takenAt ? 'Somebody has taken it' : 'Being asked' })),
    ].slice(0, FEW)
  })
}

async function readIntroductions(ctx: Ctx): Promise<readonly Glance[]> {
  const { introductions } = await ctx.read((tx) => listIntroductions(tx, 'asked_by_us', { limit: FEW }))
  const names = await asHouse(ctx).read((tx) => namesOfOrganisations(tx, introductions.flatMap(({ asker, other }) => [asker, other]))) // our own, whose names we wrote
  return introductions.map((one) => ({ title: one.asker === ctx.actor.organisation ? names.get(one.other) ?? 'An introduction' : `${names.get(one.asker)} and ${names.get(one.other)}`, href: routes.introduction(one.id), detail: 'Being asked' }))
}
