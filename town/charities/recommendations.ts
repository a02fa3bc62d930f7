import type { Recommendation } from '../types.ts'

export const recommendations: readonly Recommendation[] = [
  { key: 'grace-on-delroy', from: 'salt-and-thyme', about: 'harbour-youth', capability: 'hot-meals', basis: 'delivered-together', says: 'He counts plates honestly, which is why funders believe the rest of us.', on: '2027-03-05', state: 'public' },
  { key: 'janet-on-margaret', from: 'sallow-green-pantry', about: 'the-tuesday-table', capability: 'volunteer-finding', basis: 'delivered-together', says: 'She rang on a Sunday and there were eight people in my yard on Monday.', on: '2027-03-02', state: 'public' },
  { key: 'margaret-on-janet', from: 'the-tuesday-table', about: 'sallow-green-pantry', capability: 'cold-storage', basis: 'delivered-together', says: 'The fridge is alarmed, labelled and cleaner than mine.', on: '2027-03-02', state: 'public' },
  { key: 'kofi-on-tesfaye', from: 'plain-dealing-advice', about: 'new-shore-welcome', capability: 'interpreting', basis: 'delivered-together', says: 'An interpreter on the line in forty minutes, and she knew what an appeal was.', on: '2026-11-20', state: 'public' },
  { key: 'parveen-on-shabnam', from: 'kind-ear', about: 'haverstow-carers', capability: 'carers-groups', basis: 'referred', says: 'Four of our talkers go on Fridays now. They ring to tell us.', on: '2026-07-14', state: 'public' },
  { key: 'parveen-on-hilary', from: 'kind-ear', about: 'good-neighbours-tollerwick', capability: 'home-visits', basis: 'delivered-together', says: 'Nine knocks, none later than noon.', on: '2027-04-06', state: 'waiting' },
  { key: 'rob-on-bev', from: 'open-door-donnet', about: 'second-chair', capability: 'furniture-reuse', basis: 'delivered-together', says: 'They carried a cooker up five floors and then plugged it in.', on: '2026-10-05', state: 'public' },
  { key: 'delroy-on-len', from: 'harbour-youth', about: 'steady-wheels', capability: 'minibus-transport', basis: 'bought-from', says: 'Sixty days, two buses, not one child left at a stop.', on: '2026-09-02', state: 'public' },
  { key: 'agnieszka-on-tariq', from: 'lantern-night-shelter', about: 'ledger-and-leaf', capability: 'charity-accounts', basis: 'bought-from', says: 'He did not sigh at the carrier bags.', on: '2026-02-10', state: 'public' },
  { key: 'shabnam-on-fiona', from: 'haverstow-carers', about: 'plain-minutes', capability: 'trustee-minutes', basis: 'bought-from', says: 'Out in two days, and you can tell who promised what.', on: '2027-03-30', state: 'public' },
  { key: 'ellen-on-wayne', from: 'kestrel', about: 'donside-skills', capability: 'operator-training', basis: 'delivered-together', says: 'The operators knew the rig before it arrived.', on: '2026-05-22', state: 'public' },
]
