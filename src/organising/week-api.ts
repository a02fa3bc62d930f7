import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { body, json } from '../kit/web/api.ts'
import type { WebEnv } from '../kit/web/env.ts'
import { nudgeMembers } from './nudge-members.ts'
import { readWeek } from './read-week.ts'

const tags = ['organising']
const params = z.object({ slug: z.string() })
const somebody = z.object({ id: z.uuid(), name: z.string() })
const week = z.object({
  members: z.int(), words: z.int(), unanswered: z.array(somebody.extend({ askedAt: z.iso.datetime().nullable() })), unclaimed: z.array(somebody), unlinked: z.array(somebody),
  asked: z.array(z.object({ id: z.string(), title: z.string(), asks: z.int(), offers: z.int() })), joined: z.array(somebody), since: z.iso.datetime(),
  introductions: z.object({ made: z.int(), led: z.int() }), referrals: z.object({ passed: z.int(), won: z.int(), thanked: z.int() }), outcomes: z.int(),
}).openapi('OrganisersWeek')

/** What an organiser might do this week, and the kind word to those who have not answered yet. */
export function weekApi(api: OpenAPIHono<WebEnv>): void {
  api.openapi(createRoute({ method: 'get', path: '/networks/{slug}/week', tags, summary: 'What an organiser might do this week, and what came of the last three months', request: { params }, responses: { 200: json('At most 500 of each; totals, never whose', week) } }), async (c) => {
    const { members, words, unanswered, unclaimed, unlinked, asked, quarter } = await readWeek(c.var.ctx, c.req.valid('param').slug)
    const named = (list: readonly { readonly id: string; readonly name: string }[]) => list.map(({ id, name }) => ({ id, name }))
    return c.json({
      members, words, unclaimed: named(unclaimed), unlinked: named(unlinked), unanswered: unanswered.map(({ id, name, askedAt }) => ({ id: id as string, name, askedAt: askedAt?.toISOString() ?? null })), // ids go out as text
      asked: asked.map(({ id, title, asks, offers }) => ({ id, title, asks, offers })), joined: named(quarter.joined), since: quarter.since.toISOString(), introductions: { made: quarter.introductions.made, led: quarter.introductions.led }, referrals: { passed: quarter.referrals.passed, won: quarter.referrals.won, thanked: quarter.referrals.thanked }, outcomes: quarter.outcomes,
    }, 200)
  })
  api.openapi(createRoute({ method: 'post', path: '/networks/{slug}/nudges', tags, summary: 'Ask members kindly for the sentence only they can write; nobody twice in a month', request: { params, ...body(z.strictObject({ members: z.array(z.uuid()) }).openapi('WhoToNudge')) }, responses: { 200: json('How many were asked', z.object({ asked: z.int() })) } }),
    async (c) => c.json({ asked: await nudgeMembers(c.var.ctx, c.req.valid('param').slug, c.req.valid('json')) }, 200))
}
