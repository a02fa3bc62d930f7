import type { Job } from '../types.ts'

/** Clients of assistants are never named here: that is the first rule of the house. */
export const jobs: readonly Job[] = [
  {
    key: 'storm-week-inboxes', what: 'Five days of storm cancellations for outdoor trades', forWhom: 'Five clients of Jo Hart VA', finishedOn: '2026-10-16', value: '1k-5k', outcome: 'done',
    parts: [
      { by: 'jo-hart-va', capability: 'inbox-care', did: 'Kept the clients, wrote the first replies' },
      { by: 'jo-hart-va', capability: 'client-handover', did: 'Five packs of two pages by ten in the morning' },
      { by: 'mel-price-va', capability: 'day-cover', did: 'Three inboxes, Monday to Friday' },
      { by: 'quiet-hours', capability: 'weekend-cover', did: 'Saturday and Sunday nights' },
      { by: 'callback-donnet', capability: 'phone-answering', did: '311 calls' },
    ],
    customerSays: { says: 'I did not notice it was not Jo, and Jo told me it was not Jo.', by: 'A tree surgeon' }, timesBigger: 4,
  },
  {
    key: 'nine-clients-two-weeks', what: 'Nine clients covered for two weeks', forWhom: 'Helen Stott VA', finishedOn: '2026-08-14', value: '1k-5k', outcome: 'done', sight: 'partners',
    parts: [
      { by: 'helen-stott-va', capability: 'diary-care', did: 'Notes for each, ready a week before' },
      { by: 'mel-price-va', capability: 'holiday-cover', did: 'Five of the nine' },
      { by: 'second-pair', capability: 'day-cover', did: 'Four of the nine, afternoons' },
    ],
  },
  {
    key: 'dawn-and-dusk', what: 'One inbox, five in the morning until two at night', forWhom: 'A client of Morning Desk', finishedOn: '2027-01-29', value: '1k-5k', outcome: 'done',
    parts: [
      { by: 'morning-desk', capability: 'inbox-care', did: 'Five till one' },
      { by: 'quiet-hours', capability: 'evening-cover', did: 'Seven till two, for six weeks of a takeover' },
    ],
    customerSays: { says: 'I have never slept so well during something so large.', by: 'A finance director' },
  },
  {
    key: 'tidal-conference', what: 'Three-day tidal energy conference, 400 people', forWhom: 'Estuary energy forum', finishedOn: '2026-10-08', value: '25k-100k', outcome: 'done',
    parts: [
      { by: 'the-event-desk', capability: 'event-admin', did: 'Led it, and moved it out of a flood' },
      { by: 'the-event-desk', capability: 'attendee-lists', did: '400 through the door in 26 minutes' },
      { by: 'jo-hart-va', capability: 'order-processing', did: 'Hotel rooms, twice' },
      { by: 'plain-minutes', capability: 'meeting-minutes', did: 'Nine sessions, two pages each' },
    ],
    timesBigger: 2,
  },
  {
    key: 'site-meeting-minutes', what: 'Weekly site meeting, two languages, one set of minutes', forWhom: 'A builder at Moorside', finishedOn: '2026-12-17', value: '1k-5k', outcome: 'done',
    parts: [
      { by: 'zolkiewska-office', capability: 'polish-and-english', did: 'Listened in Polish' },
      { by: 'plain-minutes', capability: 'meeting-minutes', did: 'Wrote in English' },
    ],
    customerSays: { says: 'Fewer arguments. More roof.', by: 'The site manager' },
  },
  {
    key: 'inquest-fortnight', what: 'A fortnight of statements, typed by nightfall', forWhom: 'A law firm', finishedOn: '2026-06-19', value: '1k-5k', outcome: 'done', sight: 'only_us',
    parts: [
      { by: 'devlin-legal-typing', capability: 'legal-typing', did: 'Statements and bundle' },
      { by: 'devlin-legal-typing', capability: 'audio-typing', did: 'Dictation by seven each night' },
    ],
  },
  {
    key: 'late-money-month', what: '£14,300 of late invoices brought home', forWhom: 'Six sole traders', finishedOn: '2027-03-05', value: 'under-1k', outcome: 'done',
    parts: [
      { by: 'ledger-and-leaf', capability: 'bookkeeping', did: 'Found what was late' },
      { by: 'jo-hart-va', capability: 'invoice-chasing', did: 'Asked, kindly, three times' },
    ],
    customerSays: { says: 'The hotel paid. The hotel!', by: 'A florist' },
  },
  {
    key: 'eisteddfod-bookings', what: 'Bookings for a choir weekend in Welsh and English', forWhom: 'A choir festival', finishedOn: '2026-07-05', value: '1k-5k', outcome: 'done',
    parts: [
      { by: 'second-pair', capability: 'welsh-and-english', did: 'Every booking in the language it came in' },
      { by: 'callback-donnet', capability: 'phone-answering', did: 'The English half of the phone' },
    ],
  },
  {
    key: 'pantry-list-once', what: 'One membership form in place of five', forWhom: 'Sallow Green Pantry', finishedOn: '2027-01-15', value: 'under-1k', outcome: 'done',
    parts: [
      { by: 'tidy-systems', capability: 'forms-and-flows', did: 'Removed four' },
      { by: 'sallow-green-pantry', capability: 'food-pantry', did: 'Tried it on six families' },
    ],
  },
  {
    key: 'event-list-clean-up', what: '9,000 contacts cut to the 3,100 who had said yes', forWhom: 'A trade society', finishedOn: '2026-11-27', value: '1k-5k', outcome: 'done',
    parts: [
      { by: 'tidy-systems', capability: 'customer-records', did: 'New records with the date of each yes' },
      { by: 'the-event-desk', capability: 'attendee-lists', did: 'Asked 4,000 people again' },
    ],
    unconfirmedBy: ['the-event-desk'],
  },
  {
    key: 'typing-trial-week', what: 'Overflow dictation in a trial week', forWhom: 'A law firm', finishedOn: '2026-11-06', value: 'under-1k', outcome: 'done', sight: 'partners',
    parts: [
      { by: 'devlin-legal-typing', capability: 'legal-typing', did: 'Kept the names' },
      { by: 'zolkiewska-office', capability: 'audio-typing', did: 'Typed the parts without names' },
    ],
  },
  {
    key: 'spring-mailing', what: 'Spring letter to 640 past customers, each with a yes', forWhom: 'A tent firm and a florist', finishedOn: '2027-03-19', value: 'under-1k', outcome: 'done',
    parts: [
      { by: 'jo-hart-va', capability: 'inbox-care', did: 'Answered 96 replies' },
      { by: 'paper-lark', capability: 'document-design', did: 'Two letters, one layout, lists never mixed' },
    ],
  },
]
