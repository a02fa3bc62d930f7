import type { BenchPlace, CoverStory } from '../types.ts'

/** Who is prepared to take work off whom. Three on each bench, as Jo always says: one may be ill and one may be at a wedding. */
export const benches: readonly BenchPlace[] = [
  { bench: 'jo-hart-va', associate: 'mel-price-va', since: '2025-11-04', pounds: 22, per: 'hour', dates: 'School hours, and Fridays until six', noTakingMonths: 12, insuredUntil: '2028-01-31' },
  { bench: 'jo-hart-va', associate: 'quiet-hours', since: '2026-01-20', pounds: 24, per: 'hour', dates: 'Evenings from seven, and every weekend', noTakingMonths: 12, insuredUntil: '2027-09-30' },
  { bench: 'jo-hart-va', associate: 'zolkiewska-office', since: '2026-05-12', pounds: 23, per: 'hour', dates: 'Any weekday, with two days’ notice', noTakingMonths: 24, insuredUntil: '2027-12-31' },
  { bench: 'morning-desk', associate: 'mel-price-va', since: '2026-02-10', pounds: 22, per: 'hour', dates: 'Mondays and Thursdays, noon to three', noTakingMonths: 12, insuredUntil: '2028-01-31' },
  { bench: 'morning-desk', associate: 'jo-hart-va', since: '2025-12-02', pounds: 25, per: 'hour', dates: 'Before nine, by asking', noTakingMonths: 12, insuredUntil: '2027-11-15' },
  { bench: 'morning-desk', associate: 'second-pair', since: '2026-09-08', pounds: 160, per: 'day', dates: 'Any working day; one of us is always in', noTakingMonths: 18, insuredUntil: '2027-10-31' },
  { bench: 'quiet-hours', associate: 'second-pair', since: '2026-03-03', pounds: 26, per: 'hour', dates: 'Until ten at night, not later', noTakingMonths: 18, insuredUntil: '2027-10-31' },
  { bench: 'quiet-hours', associate: 'callback-donnet', since: '2026-06-16', pounds: 28, per: 'hour', dates: 'Telephone at any hour', noTakingMonths: 12, insuredUntil: '2028-03-31' },
  { bench: 'quiet-hours', associate: 'mel-price-va', since: '2026-10-13', pounds: 22, per: 'hour', dates: 'Fridays until six', noTakingMonths: 12, insuredUntil: '2028-01-31' },
]

/** One is being asked for, one is under way, and four came back with thanks. */
export const covers: readonly CoverStory[] = [
  {
    by: 'morning-desk', says: 'Three directors’ inboxes, sorted into “now”, “today” and “not you”, by 6.45. Ten minutes on the telephone with me the evening before.', capability: 'day-cover',
    askedOn: '2027-05-03', startsOn: '2027-05-13', endsOn: '2027-05-14', whenSays: 'from 5.30 to 9', hours: 7, how: 'in-turn',
    asked: [{ who: 'second-pair', says: 'no', note: 'Cerys is at a Gymanfa. Ask us in June.' }, { who: 'jo-hart-va', says: 'waiting' }, { who: 'mel-price-va', says: 'waiting' }],
  },
  {
    by: 'jo-hart-va', says: 'Evening messages for somebody who is up trees all day: book the visits, never promise a price.', capability: 'evening-cover',
    askedOn: '2027-04-26', startsOn: '2027-05-03', endsOn: '2027-05-07', whenSays: 'seven until ten', hours: 12, how: 'all-at-once',
    asked: [{ who: 'mel-price-va', says: 'no', note: 'School plays. Sorry.' }, { who: 'quiet-hours', says: 'yes' }, { who: 'zolkiewska-office', says: 'silent' }],
    client: { name: 'Ifan Trew', phone: '07700 900961', contact: 'Text first; he answers from the ground only.' },
    pack: { promises: 'A reply the same evening. A visit within ten days, Tuesdays and Fridays.', how: 'Ask three things: what tree, how near the house, is there a wire. Photographs go into the folder with the street’s name. Anything about a storm goes straight to him.', access: 'Hannah has a login of her own for the inbox and the diary.' },
  },
  {
    by: 'jo-hart-va', says: 'A florist’s inbox on the Friday before a long weekend: orders in, weddings passed on, kindness to whoever is too late.', capability: 'day-cover',
    askedOn: '2027-03-22', startsOn: '2027-03-26', endsOn: '2027-03-26', whenSays: '8 to 6', hours: 9, how: 'in-turn',
    asked: [{ who: 'mel-price-va', says: 'yes' }],
    client: { name: 'Odile Varr', phone: '07700 900962', contact: 'At the market until ten.' },
    pack: { promises: 'First reply within the hour.', how: 'The price list is on the first page. Nobody is promised peonies.', access: 'Mel has a login of her own.' },
    done: { on: '2027-03-26', says: 'Sixty-one messages, nineteen orders, one proposal of marriage (passed on, not answered).', hours: 8.5, thanks: 'You were quicker than me and kinder. Thank you, Mel.', clientSays: 'I did not notice that Jo was away, which is the point.' },
  },
  {
    by: 'morning-desk', says: 'Two mornings of a director’s inbox while my daughter swims for the county.', capability: 'day-cover',
    askedOn: '2027-02-15', startsOn: '2027-02-20', endsOn: '2027-02-21', whenSays: 'before seven', hours: 3, how: 'all-at-once',
    asked: [{ who: 'jo-hart-va', says: 'yes' }, { who: 'mel-price-va', says: 'no', note: 'Not before seven, ever.' }],
    client: { name: 'Conrad Ashby-Poole', phone: '07700 900963', contact: 'Never before 6.45, always by 6.45.' },
    pack: { promises: 'The three that matter, by 6.45.', how: 'Anything from the bank is “now”. Anything with “circling back” is “not you”.', access: 'Through the shared desk; Jo signs in as herself.' },
    done: { on: '2027-02-22', says: 'Both mornings done by 6.40. One “now”: the bank. He rang them at seven.', hours: 3, thanks: 'She came second, and so did I. Thank you.', clientSays: 'Entirely satisfactory.' },
  },
  {
    by: 'quiet-hours', says: 'A vet’s late messages on choir night, in Welsh where they come in Welsh.', capability: 'evening-cover',
    askedOn: '2027-02-22', startsOn: '2027-03-01', endsOn: '2027-03-01', whenSays: 'six until ten', hours: 4, how: 'in-turn',
    asked: [{ who: 'second-pair', says: 'yes' }],
    client: { name: 'Nerys Cadwgan', phone: '07700 900964', contact: 'In surgery until eight.' },
    pack: { promises: 'An answer within twenty minutes to anything that bleeds.', how: 'Anything that bleeds is rung through. Hamsters can wait until morning, but say so gently.', access: 'Bronwen has a login of her own.' },
    done: { on: '2027-03-01', says: 'Nine messages, six of them in Welsh, one ewe rung through and well. Two hamsters waiting.', hours: 4, thanks: 'Diolch. She asked whether you could do it every night; I said no.', clientSays: 'Ardderchog.' },
  },
  {
    by: 'jo-hart-va', says: 'A fortnight’s filing that nobody could find again, and the list of what is where.', capability: 'client-handover',
    askedOn: '2026-11-02', startsOn: '2026-11-09', endsOn: '2026-11-20', whenSays: 'two hours a day', hours: 20, how: 'in-turn',
    asked: [{ who: 'mel-price-va', says: 'silent' }, { who: 'zolkiewska-office', says: 'yes' }],
    done: { on: '2026-11-20', says: 'One list of 214 lines, in three colours. The blue ones should be thrown away; please look first.', hours: 18, thanks: 'Two hundred and fourteen! You have given me back a cupboard.' },
  },
]
