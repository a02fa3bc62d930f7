import ICAL from 'ical.js'

/** One entry of a calendar feed (RFC 5545). Whole days are written as 2027-03-02 and last to the end of `untilOn`; a moment is an instant. */
export type CalendarEntry = {
  /** Stays the same for the same thing, however often it is read and whatever changes in it. */
  readonly uid: string
  readonly says: string
  readonly detail?: string
  readonly when: { readonly on: string; readonly untilOn?: string; /** Comes back on this day every year. */ readonly yearly?: true } | { readonly at: Date }
  /** When it last changed: what has not changed reads the same, so that nobody fetches it twice. */
  readonly changedAt: Date
  readonly href: string
}

/** How often calendars may come back; most look once a day whatever is said. */
const REFRESH = 'PT4H'

/** A calendar to subscribe to. Escaping and folding are the library's; characters that stand in no calendar are left out. */
export function icalOf({ name, entries, source }: { readonly name: string; readonly entries: readonly CalendarEntry[]; readonly source?: string }): string {
  const calendar = new ICAL.Component(['vcalendar', [], []])
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('prodid', '-//Guildhall//Guildhall//EN')
  calendar.addPropertyWithValue('calscale', 'GREGORIAN')
  for (const called of ['name', 'x-wr-calname']) addText(calendar, called, name) // RFC 7986, and what came before it
  for (const called of ['refresh-interval', 'x-published-ttl']) calendar.addProperty(typed(called, 'duration', ICAL.Duration.fromString(REFRESH)))
  if (source) calendar.addProperty(typed('source', 'uri', source))
  for (const entry of entries) calendar.addSubcomponent(eventOf(entry))
  return `${calendar.toString()}\r\n`
}

function eventOf({ uid, says, detail, when, changedAt, href }: CalendarEntry): ICAL.Component {
  const event = new ICAL.Component('vevent')
  event.addPropertyWithValue('uid', uid)
  event.addPropertyWithValue('dtstamp', instant(changedAt))
  event.addPropertyWithValue('last-modified', instant(changedAt))
  if ('at' in when) event.addPropertyWithValue('dtstart', instant(when.at))
  else {
    event.addPropertyWithValue('dtstart', day(when.on))
    event.addPropertyWithValue('dtend', day(dayAfter(when.untilOn ?? when.on))) // the day an all-day entry ends is the first that it does not last
    if (when.yearly) event.addPropertyWithValue('rrule', ICAL.Recur.fromString('FREQ=YEARLY'))
  }
  addText(event, 'summary', says)
  if (detail) addText(event, 'description', detail)
  event.addPropertyWithValue('url', href)
  event.addPropertyWithValue('transp', 'TRANSPARENT') // it makes nobody look busy
  event.addPropertyWithValue('class', 'PRIVATE')
  return event
}

function addText(to: ICAL.Component, called: string, words: string): void {
  to.addProperty(typed(called, 'text', clean(words)))
}

/** The library guesses the type of a name it does not know; only with a type are words escaped. */
function typed(called: string, type: string, value: ICAL.Duration | string): ICAL.Property {
  const property = new ICAL.Property(called)
  property.resetType(type)
  property.setValue(value)
  return property
}

/** Control characters stand in no calendar, and half a pair of surrogates in no UTF-8. Lines end in one way. */
const clean = (words: string): string => words.toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll(/[\u0000-\u0009\u000B-\u001F\u007F\u2028\u2029]/g, ' ')

const instant = (at: Date): ICAL.Time => ICAL.Time.fromJSDate(at, true)
const day = (on: string): ICAL.Time => ICAL.Time.fromDateString(on)
const dayAfter = (on: string): string => new Date(Date.parse(on) + 86_400_000).toISOString().slice(0, 10)
