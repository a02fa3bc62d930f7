import type { Brief } from '../types.ts'

export const briefs: readonly Brief[] = [
  {
    key: 'summer-of-lunches', network: 'haverstow-together', by: 'harbour-youth', title: 'Summer of lunches: six weeks, five days, four places',
    says: 'The Estuary Community Fund will pay for one summer scheme, not four. Children need a hot lunch every weekday from 26 July, somewhere to be until four, and a way to get there. We all want this grant; we suggest we ask for it once.',
    forWhom: 'Children of the harbour wards, Sallow Green and Tollerwick', district: 'HV3', postedOn: '2027-04-13', answerBy: '2027-05-28', startsOn: '2027-07-26', endsOn: '2027-09-03', value: '25k-100k', openToRivals: true, sight: 'network',
    parts: [
      { key: 'meals', says: 'Hot lunch, five days, a different kitchen each day', capability: 'holiday-meals', need: 'must', size: '90 plates a day' },
      { key: 'cold', says: 'One cold store for all kitchens', capability: 'cold-storage', need: 'must', size: '6 cubic metres' },
      { key: 'club', says: 'Something to do until four', capability: 'holiday-activities', need: 'must', size: '90 children' },
      { key: 'bus', says: 'A bus round the two villages', capability: 'minibus-transport', need: 'must', size: '32 seats' },
      { key: 'safe', says: 'Safeguarding, one lead for all', capability: 'safeguarding-training', need: 'must', size: '30 helpers' },
      { key: 'families', says: 'Advice for parents while they wait', capability: 'debt-advice', need: 'should', size: 'Two mornings a week' },
      { key: 'count', says: 'One honest count of children and plates', capability: 'counting-what-changed', need: 'should', size: 'One report' },
    ],
    interests: [
      { by: 'the-tuesday-table', part: 'meals', says: 'Tuesdays and Mondays. 41 pairs of hands.', on: '2027-04-13', state: 'welcomed' },
      { by: 'salt-and-thyme', part: 'meals', says: 'Wednesdays and Fridays, with trainees.', on: '2027-04-15', state: 'welcomed' },
      { by: 'sallow-green-pantry', part: 'cold', says: 'Six cubic metres, yes. Eight if I move the eggs.', on: '2027-04-16', state: 'welcomed' },
      { by: 'steady-wheels', part: 'bus', says: 'Both buses, not before half past nine.', on: '2027-04-20', state: 'waiting' },
      { by: 'plain-dealing-advice', part: 'families', says: 'Two mornings from June are still free.', on: '2027-04-22', state: 'waiting' },
    ],
  },
  {
    key: 'days-and-nights', network: 'haverstow-together', by: 'open-door-donnet', title: 'Days and nights: one offer to people without a home',
    says: 'The council will fund one offer for three years and asks for day centre, night shelter, tenancy support and furniture together. None of us can do all four. We propose one team with the money shown to each other.',
    forWhom: 'Haverstow district council', district: 'HV1', postedOn: '2027-03-30', answerBy: '2027-06-11', startsOn: '2027-10-01', endsOn: '2030-09-30', value: 'over-500k', openToRivals: true, sight: 'partners',
    parts: [
      { key: 'days', says: 'Day centre, seven days', capability: 'day-centre', need: 'must', size: '45 people a day' },
      { key: 'nights', says: 'Night beds all year, dogs allowed', capability: 'night-shelter', need: 'must', size: '18 beds' },
      { key: 'tenancy', says: 'Support in the first year of a tenancy', capability: 'tenancy-support', need: 'must', size: '30 people' },
      { key: 'furniture', says: 'A furnished flat on the day of the key', capability: 'furniture-reuse', need: 'must', size: '30 flats a year' },
      { key: 'rights', says: 'Housing and benefits advice', capability: 'housing-advice', need: 'should', size: 'Two days a week' },
      { key: 'talk', says: 'Somebody to talk to', capability: 'counselling', need: 'should', size: '10 hours a week' },
      { key: 'pen', says: 'A neutral pen', capability: 'bid-writing', need: 'should', size: 'Four weeks' },
    ],
    interests: [
      { by: 'lantern-night-shelter', part: 'nights', says: 'Yes, if the shelter’s address stays out of the papers.', on: '2027-04-02', state: 'welcomed' },
      { by: 'second-chair', part: 'furniture', says: 'Thirty a year is fine. Tell us the date of the key.', on: '2027-04-07', state: 'welcomed' },
      { by: 'plain-dealing-advice', part: 'rights', says: 'Two days, from October.', on: '2027-04-19', state: 'waiting' },
    ],
  },
]
