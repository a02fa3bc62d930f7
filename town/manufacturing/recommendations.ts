import type { Recommendation } from '../types.ts'

export const recommendations: readonly Recommendation[] = [
  { key: 'ruth-on-kestrel', from: 'don-side-controls', about: 'kestrel', capability: 'test-rig-design', basis: 'delivered-together', says: 'They ring before the steel is cut. You have no idea how rare that is.', on: '2026-05-20', state: 'public' },
  { key: 'ruth-on-moorside', from: 'don-side-controls', about: 'moorside-precision', capability: 'titanium-machining', basis: 'delivered-together', says: 'Yusuf found the error in our drawing by touch.', on: '2026-03-04', state: 'public' },
  { key: 'ellen-on-ruth', from: 'kestrel', about: 'don-side-controls', capability: 'controls-software', basis: 'delivered-together', says: 'We changed a recipe ourselves on day two. Nobody had to drive anywhere.', on: '2026-06-01', state: 'public' },
  { key: 'yusuf-on-tooling', from: 'moorside-precision', about: 'tollerwick-tooling', capability: 'jigs-and-fixtures', basis: 'bought-from', says: 'Meg stood at the mill until part ten and then bought the bacon rolls.', on: '2026-11-06', state: 'public' },
  { key: 'derek-on-fathom', from: 'saltmarsh-coatings', about: 'fathom-code', capability: 'machine-vision', basis: 'delivered-together', says: 'It sees what I saw at thirty.', on: '2027-01-08', state: 'public' },
  { key: 'paulette-on-rivet', from: 'switchyard-panels', about: 'rivet-and-rowe', capability: 'sheet-metal', basis: 'bought-from', says: '60 doors last year. Three days means three days.', on: '2026-12-14', state: 'public' },
  { key: 'ellen-on-ivar', from: 'kestrel', about: 'halden-pressure-pipework', capability: 'high-pressure-pipework', basis: 'delivered-together', says: '180 joints and I could not find one to complain about.', on: '2025-11-20', state: 'public' },
  { key: 'ivar-on-greaves', from: 'halden-pressure-pipework', about: 'greaves-and-oyelaran', capability: 'weld-inspection', basis: 'bought-from', says: 'Mick found the one bad joint and told me before he told the customer.', on: '2026-11-27', state: 'public' },
  { key: 'ruth-on-hester', from: 'don-side-controls', about: 'pennock-assurance', capability: 'hydrogen-certification', basis: 'delivered-together', says: 'She said no twice, and was right twice.', on: '2026-12-01', state: 'confirmed' },
  { key: 'victoria-on-jag', from: 'ravensgill-test-systems', about: 'delta-turned-parts', capability: 'cnc-turning', basis: 'bought-from', says: '96 couplings, first-off report on day three.', on: '2025-04-02', state: 'public' },
  { key: 'anneka-on-nathaniel', from: 'moorside-precision', about: 'marram-metrology', capability: 'dimensional-inspection', basis: 'delivered-together', says: 'The only man who has ever told us our room was warm.', on: '2026-03-10', state: 'public' },
  { key: 'sian-on-fathom', from: 'don-side-controls', about: 'fathom-code', capability: 'controls-software', basis: 'bought-from', says: 'Rivals on Monday, rescuers on Tuesday. The code came back with comments.', on: '2026-09-15', state: 'waiting' },
]
