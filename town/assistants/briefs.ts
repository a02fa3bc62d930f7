import type { Brief } from '../types.ts'

export const briefs: readonly Brief[] = [
  {
    key: 'three-day-forum', network: 'donnet-assistants', by: 'the-event-desk', title: 'Three-day forum in October, 520 people',
    says: 'Last year’s conference again, a third larger, and this time in a building that does not flood. The client is ours and it says so in the note we all sign first. We need hands for three days and a few for the six weeks before.',
    forWhom: 'Estuary energy forum', district: 'HV3', postedOn: '2027-04-26', answerBy: '2027-06-04', startsOn: '2027-09-01', endsOn: '2027-10-22', value: '25k-100k', openToRivals: true, sight: 'network',
    parts: [
      { key: 'lists', says: 'Attendees and badges, at the door', capability: 'attendee-lists', need: 'must', size: '520 people' },
      { key: 'phones', says: 'The telephone, six weeks', capability: 'phone-answering', need: 'must', size: '30 calls a day' },
      { key: 'nights', says: 'Evening messages in the last week', capability: 'evening-cover', need: 'should', size: '20 hours' },
      { key: 'minutes', says: 'Minutes of twelve sessions', capability: 'meeting-minutes', need: 'must', size: '12 sessions' },
      { key: 'speakers', says: 'Somebody for the speakers alone', capability: 'speaker-care', need: 'must', size: '31 speakers' },
      { key: 'records', says: 'Records with the date of every yes', capability: 'customer-records', need: 'should', size: '3,100 people' },
      { key: 'programme', says: 'Programme and signs', capability: 'document-design', need: 'should', size: '24 pages' },
    ],
    interests: [
      { by: 'plain-minutes', part: 'minutes', says: 'Twelve is fine if no two are at once.', on: '2027-04-27', state: 'welcomed' },
      { by: 'callback-donnet', part: 'phones', says: 'Yes, with a separate number.', on: '2027-04-28', state: 'waiting' },
      { by: 'paper-lark', part: 'programme', says: 'I can, in September, before the weddings of spring.', on: '2027-04-29', state: 'waiting' },
      { by: 'jo-hart-va', part: 'speakers', says: 'Happy to, once I have seen the note about whose client it is.', on: '2027-05-03', state: 'waiting' },
    ],
  },
]
