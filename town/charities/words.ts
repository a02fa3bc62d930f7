import type { Vocabulary } from '../types.ts'

export const words: Vocabulary = {
  key: 'charity-words',
  title: 'Words of Haverstow Together',
  scheme: "Haverstow Together's own scheme (HTG), not an official classification",
  words: [
    { key: 'food', code: 'HTG-10', title: 'Food', synonyms: ['food poverty', 'feeding families'], narrower: [
      { key: 'hot-meals', code: 'HTG-11', title: 'Hot meals', synonyms: ['community meals', 'tea for families', 'free supper'] },
      { key: 'food-parcels', code: 'HTG-12', title: 'Food parcels', synonyms: ['food bank', 'emergency food'] },
      { key: 'food-pantry', code: 'HTG-13', title: 'Pantry with a small weekly fee', synonyms: ['food club', 'social supermarket'] },
      { key: 'holiday-meals', code: 'HTG-14', title: 'Meals in school holidays', synonyms: ['holiday hunger', 'summer lunches'] },
      { key: 'cooking-classes', code: 'HTG-15', title: 'Cooking classes', synonyms: ['cook on a budget'] },
      { key: 'cold-storage', code: 'HTG-16', title: 'Cold storage', synonyms: ['walk-in fridge', 'freezer space'] },
    ] },
    { key: 'young-people', code: 'HTG-20', title: 'Young people', narrower: [
      { key: 'youth-club', code: 'HTG-21', title: 'Youth club', synonyms: ['drop-in', 'open access youth work'] },
      { key: 'street-youth-work', code: 'HTG-22', title: 'Youth work on the street', synonyms: ['detached youth work', 'outreach'] },
      { key: 'mentoring', code: 'HTG-23', title: 'Mentoring', synonyms: ['one to one', 'role model'] },
      { key: 'holiday-activities', code: 'HTG-24', title: 'Holiday activities', synonyms: ['summer scheme', 'play scheme'] },
    ] },
    { key: 'older-people-and-carers', code: 'HTG-30', title: 'Older people and carers', narrower: [
      { key: 'phone-befriending', code: 'HTG-31', title: 'Befriending by phone', synonyms: ['telephone friendship', 'loneliness calls'] },
      { key: 'home-visits', code: 'HTG-32', title: 'Visits at home', synonyms: ['befriending visits', 'loneliness'] },
      { key: 'carers-breaks', code: 'HTG-33', title: 'Breaks for carers', synonyms: ['respite', 'sitting service'] },
      { key: 'carers-groups', code: 'HTG-34', title: 'Groups for carers', synonyms: ['carers support'] },
      { key: 'memory-cafe', code: 'HTG-35', title: 'Memory café', synonyms: ['dementia café'] },
    ] },
    { key: 'a-home', code: 'HTG-40', title: 'A home', synonyms: ['homelessness'], narrower: [
      { key: 'day-centre', code: 'HTG-41', title: 'Day centre', synonyms: ['showers', 'laundry', 'drop-in centre'] },
      { key: 'night-shelter', code: 'HTG-42', title: 'Night shelter', synonyms: ['emergency beds', 'rough sleeping'] },
      { key: 'tenancy-support', code: 'HTG-43', title: 'Keeping a tenancy', synonyms: ['floating support', 'housing support'] },
      { key: 'furniture-reuse', code: 'HTG-44', title: 'Furniture for reuse', synonyms: ['furniture bank', 'white goods'] },
      { key: 'mobility-repair', code: 'HTG-45', title: 'Repair of scooters and wheelchairs', synonyms: ['mobility aids'] },
    ] },
    { key: 'money-and-rights', code: 'HTG-50', title: 'Money and rights', synonyms: ['advice'], narrower: [
      { key: 'debt-advice', code: 'HTG-51', title: 'Debt advice', synonyms: ['money advice', 'bailiffs'] },
      { key: 'benefits-advice', code: 'HTG-52', title: 'Benefits advice', synonyms: ['welfare rights', 'appeals'] },
      { key: 'housing-advice', code: 'HTG-53', title: 'Housing advice', synonyms: ['eviction', 'disrepair'] },
      { key: 'immigration-advice', code: 'HTG-54', title: 'Immigration advice', synonyms: ['visas', 'asylum'] },
    ] },
    { key: 'newcomers', code: 'HTG-60', title: 'Newcomers', narrower: [
      { key: 'english-classes', code: 'HTG-61', title: 'English classes', synonyms: ['ESOL', 'conversation group'] },
      { key: 'interpreting', code: 'HTG-62', title: 'Interpreting', synonyms: ['translation', 'Tigrinya', 'Arabic', 'Dari', 'Ukrainian'] },
      { key: 'first-weeks', code: 'HTG-63', title: 'The first weeks', synonyms: ['welcome', 'resettlement', 'orientation'] },
    ] },
    { key: 'health', code: 'HTG-70', title: 'Body and mind', narrower: [
      { key: 'counselling', code: 'HTG-71', title: 'Counselling', synonyms: ['talking therapy'] },
      { key: 'wellbeing-groups', code: 'HTG-72', title: 'Walking and making groups', synonyms: ['wellbeing', 'social prescribing'] },
    ] },
    { key: 'work-and-skills', code: 'HTG-80', title: 'Work and skills', narrower: [
      { key: 'catering-training', code: 'HTG-81', title: 'Training in a kitchen', synonyms: ['chef training', 'food hygiene'] },
      { key: 'trades-training', code: 'HTG-82', title: 'Training in a workshop', synonyms: ['welding', 'bench skills'] },
      { key: 'work-coaching', code: 'HTG-83', title: 'Help towards a job', synonyms: ['employment support', 'CV'] },
    ] },
    { key: 'getting-about', code: 'HTG-90', title: 'Getting about', narrower: [
      { key: 'minibus-transport', code: 'HTG-91', title: 'Minibus with a driver', synonyms: ['community transport', 'dial-a-ride', 'tail lift'] },
      { key: 'volunteer-drivers', code: 'HTG-92', title: 'Volunteer drivers', synonyms: ['hospital lifts', 'car scheme'] },
    ] },
    { key: 'running-a-charity', code: 'HTG-95', title: 'Running a charity', narrower: [
      { key: 'volunteer-finding', code: 'HTG-96', title: 'Finding and keeping volunteers', synonyms: ['volunteer recruitment'] },
      { key: 'safeguarding-training', code: 'HTG-97', title: 'Safeguarding training', synonyms: ['child protection', 'adults at risk'] },
      { key: 'bid-writing', code: 'HTG-98', title: 'Writing bids', synonyms: ['fundraising', 'grant applications'] },
      { key: 'counting-what-changed', code: 'HTG-99', title: 'Counting what changed', synonyms: ['evaluation', 'impact', 'outcomes'] },
      { key: 'trustee-minutes', code: 'HTG-101', title: 'Trustee minutes', synonyms: ['board clerk', 'minute taking'] },
      { key: 'charity-accounts', code: 'HTG-102', title: 'Charity accounts', synonyms: ['SORP', 'restricted funds', 'bookkeeping for charities'] },
      { key: 'room-to-borrow', code: 'HTG-103', title: 'A room to borrow', synonyms: ['hall', 'meeting space', 'kitchen'] },
      { key: 'data-care', code: 'HTG-104', title: 'Looking after data', synonyms: ['GDPR', 'data protection', 'sharing agreement'] },
    ] },
  ],
}
