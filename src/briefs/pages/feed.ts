import type { Ctx } from '../../kit/ctx.ts'
import { icalOf } from '../../kit/ical.ts'
import type { Pages } from '../../kit/web/env.ts'
import { answerFeed } from '../../kit/web/feed.ts'
import { getNetwork } from '../../networks/index.ts'
import { routes } from '../../routes.ts'
import { atomOf } from '../feed.ts'
import { deadlineOf } from '../ical.ts'
import { listOpenBriefs } from '../open-store.ts'
import { slugOf } from './param.ts'

/** Feed readers want what is new, not an archive. */
const MOST = 100
/** The same for everybody, so anybody may keep a copy for a while. */
const KEPT = 'public, max-age=300'

/** The open briefs of a network for feed readers, and their days to answer by for calendars. */
export function feedPages(pages: Pages): void {
  pages.get(routes.briefsFeed(':slug'), async (c) => {
    const { ctx } = c.var
    const slug = slugOf(c)
    const { network, briefs } = await readAsAnyone(ctx, slug)
    const text = atomOf({ network, briefs, self: ctx.url(routes.briefsFeed(slug)), page: ctx.url(routes.briefs(slug)), addressOf: ({ id }) => ctx.url(routes.brief(slug, id)) })
    return answerFeed(c, { text, type: 'application/atom+xml', kept: KEPT })
  })
  pages.get(routes.briefsCalendar(':slug'), async (c) => {
    const { ctx } = c.var
    const slug = slugOf(c)
    const { network, briefs } = await readAsAnyone(ctx, slug)
    const entries = briefs.flatMap((brief) => deadlineOf(brief, ctx.url(routes.brief(slug, brief.id))) ?? [])
    return answerFeed(c, { text: icalOf({ name: `Open briefs in ${network.name}`, entries, source: ctx.url(routes.briefsCalendar(slug)) }), type: 'text/calendar', kept: KEPT })
  })
}

/** Asked as nobody, whoever asks: a network that is not shown to anyone has no feed. */
function readAsAnyone(ctx: Ctx, slug: string) {
  return ctx.as({ by: 'nobody' }).read(async (tx) => {
    const network = await getNetwork(tx, slug)
    return { network, briefs: (await listOpenBriefs(tx, network.id, { limit: MOST })).briefs }
  })
}
