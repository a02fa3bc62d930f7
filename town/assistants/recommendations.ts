import type { Recommendation } from '../types.ts'

export const recommendations: readonly Recommendation[] = [
  { key: 'mel-on-jo', from: 'mel-price-va', about: 'jo-hart-va', capability: 'client-handover', basis: 'delivered-together', says: 'Two pages and I knew what the big pegs were.', on: '2026-10-20', state: 'public' },
  { key: 'jo-on-mel', from: 'jo-hart-va', about: 'mel-price-va', capability: 'inbox-care', basis: 'bought-from', says: 'My clients came back to me on Monday, every one, with nothing broken.', on: '2026-10-19', state: 'confirmed' },
  { key: 'ngozi-on-hannah', from: 'morning-desk', about: 'quiet-hours', capability: 'evening-cover', basis: 'delivered-together', says: 'I went to sleep with 40 messages and woke with three.', on: '2027-02-02', state: 'public' },
  { key: 'oonagh-on-kasia', from: 'devlin-legal-typing', about: 'zolkiewska-office', capability: 'audio-typing', basis: 'bought-from', says: 'I rang three references. All three asked me not to take her.', on: '2026-11-12', state: 'public' },
  { key: 'zainab-on-fiona', from: 'the-event-desk', about: 'plain-minutes', capability: 'meeting-minutes', basis: 'delivered-together', says: 'Nine sessions, eighteen pages, and the speakers agreed with them.', on: '2026-10-15', state: 'public' },
  { key: 'jo-on-tariq', from: 'jo-hart-va', about: 'ledger-and-leaf', capability: 'bookkeeping', basis: 'referred', says: 'I sent him a florist with a shoebox. She sleeps now.', on: '2027-03-09', state: 'public' },
  { key: 'paulette-on-dele', from: 'switchyard-panels', about: 'tidy-systems', capability: 'works-paperwork', basis: 'bought-from', says: 'Eleven forms to two and no course. He even took the old cabinet away.', on: '2026-10-23', state: 'public' },
  { key: 'hannah-on-leon', from: 'quiet-hours', about: 'callback-donnet', capability: 'phone-answering', basis: 'delivered-together', says: 'They answer, I write, nobody treads on anybody.', on: '2026-11-03', state: 'waiting' },
  { key: 'priya-on-jo', from: 'the-wild-bouquet', about: 'jo-hart-va', capability: 'inbox-care', basis: 'bought-from', says: 'She told a bride no for me, so kindly that the bride sent us chocolates.', on: '2026-11-16', state: 'public' },
]
