import { icalOf, type CalendarEntry } from '../../kit/ical.ts'
import type { Pages, Shown, WebContext } from '../../kit/web/env.ts'
import { show } from '../../kit/web/env.ts'
import { answerFeed } from '../../kit/web/feed.ts'
import { goTo } from '../../kit/web/form.ts'
import { SignInFirst } from '../../kit/refusal.ts'
import { routes } from '../../routes.ts'
import { Actions, CopyLink, Day, Empty, Heading, LinkButton, Moment, PostButton, Row, Rows, Section } from '../../ui/index.ts'
import { makeCalendarLink, readOwnLink, removeCalendarLink, type OwnLink } from '../calendar/keep-link.ts'
import { readCalendar, readCalendarByLink } from '../calendar/read-calendar.ts'

export const CALENDAR = { name: 'Guildhall', type: 'text/calendar', kept: 'private, no-cache' } as const

/** Somebody's dates, and the secret link that carries them into their own calendar program. */
export function calendarPages(pages: Pages): void {
  pages.get(routes.calendar, async (c) => show(c, await calendarPage(c)))
  pages.post(routes.calendar, async (c) => {
    const before = await readOwnLink(c.var.ctx)
    await makeCalendarLink(c.var.ctx)
    return goTo(c, routes.calendar, { says: before ? 'There is a new link. The old one shows nothing more.' : 'Your calendar is on.' })
  })
  pages.post(routes.calendarRemoval, async (c) => {
    await removeCalendarLink(c.var.ctx)
    return goTo(c, routes.calendar, { says: 'Turned off. The link shows nothing more.' })
  })
  pages.get(routes.calendarFeed(':token'), async (c) => {
    const token = c.req.param('token') ?? ''
    return answerFeed(c, { ...CALENDAR, text: icalOf({ name: CALENDAR.name, entries: await readCalendarByLink(c.var.ctx, token), source: c.var.ctx.url(routes.calendarFeed(token)) }) })
  })
}

const FIRST = 20

async function calendarPage(c: WebContext): Promise<Shown> {
  const { ctx } = c.var
  if (!ctx.actor.person) throw new SignInFirst()
  const [link, entries] = [await readOwnLink(ctx), await readCalendar(ctx, ctx.actor.person)]
  const today = ctx.now.toISOString().slice(0, 10)
  const coming = entries.filter((entry) => lastDayOf(entry) >= today).toSorted((one, other) => nextDayOf(one, today).localeCompare(nextDayOf(other, today)))
  return {
    title: 'Calendar', width: 'reading',
    body: (
      <>
        <Heading intro="What waits for you and until when, the days of your briefs and teams, cover, and what comes next with your partners.">Calendar</Heading>
        <Section title="In your own calendar">{link ? <LinkIsOn link={link} /> : <LinkIsOff />}</Section>
        <Section title="What is in it" count={coming.length}>
          {coming.length === 0
            ? <Empty title="No day is set yet" example="Our brief closes: Hydrogen test bench · 14 May">A brief, a team, cover, or a next step with a partner puts a day here.</Empty>
            : <Rows label="Coming days">{coming.slice(0, FIRST).map((entry) => <EntryRow key={entry.uid} entry={entry} today={today} />)}</Rows>}
          {coming.length > FIRST && <p className="fine">And {coming.length - FIRST} later ones, which your calendar program shows.</p>}
        </Section>
      </>
    ),
  }
}

function LinkIsOff() {
  return (
    <>
      <p>Your phone or calendar program can show these days beside your own. It reads them by a secret link, which you can turn off at any time.</p>
      <Actions><PostButton to={routes.calendar} variant="main">Turn it on</PostButton></Actions>
    </>
  )
}

function LinkIsOn({ link: { url, madeAt } }: { link: OwnLink }) {
  return (
    <>
      <CopyLink link={url} label="Your secret link" hint="Add it in your calendar program as a calendar by address. Whoever has it reads these days, so keep it to yourself." id="calendar-link" />
      <p className="fine">Made on <Day on={madeAt} />. It names no contact details, and shows only what you may see at that very time.</p>
      <Actions>
        <LinkButton href={url.replace(/^https?:/, 'webcal:')}>Open in a calendar program</LinkButton>
        <PostButton to={routes.calendar} variant="quiet">Make a new link</PostButton>
        <PostButton to={routes.calendarRemoval} variant="quiet">Turn it off</PostButton>
      </Actions>
    </>
  )
}

function EntryRow({ entry: { says, href, when }, today }: { entry: CalendarEntry; today: string }) {
  const path = URL.parse(href)?.pathname ?? '/'
  if ('at' in when) return <Row title={says} href={path} detail={<Moment at={when.at} />} />
  return <Row title={says} href={path} detail={when.yearly ? <>Every year, next on <Day on={nextYearly(when.on, today)} /></> : when.untilOn && when.untilOn !== when.on ? <><Day on={when.on} /> to <Day on={when.untilOn} /></> : <Day on={when.on} />} />
}

function lastDayOf({ when }: CalendarEntry): string {
  return 'at' in when ? when.at.toISOString().slice(0, 10) : when.yearly ? '9999-12-31' : when.untilOn ?? when.on
}

const nextDayOf = ({ when }: CalendarEntry, today: string): string => ('at' in when ? when.at.toISOString() : when.yearly ? nextYearly(when.on, today) : when.on)

/** The day it next comes round. */
function nextYearly(on: string, today: string): string {
  const thisYear = `${today.slice(0, 4)}${on.slice(4)}`
  const next = thisYear >= today ? thisYear : `${Number(today.slice(0, 4)) + 1}${on.slice(4)}`
  return next > on ? next : on
}
