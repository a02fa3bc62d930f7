import type { Recommendation } from '../types.ts'

export const recommendations: readonly Recommendation[] = [
  { key: 'tom-on-priya', from: 'toms-tipis', about: 'the-wild-bouquet', capability: 'wedding-flowers', basis: 'delivered-together', says: 'Faultless. She was packed and gone before my first peg.', on: '2026-07-20', state: 'public' },
  { key: 'billie-on-priya', from: 'crakestead-barn', about: 'the-wild-bouquet', capability: 'foraged-installations', basis: 'delivered-together', says: 'Nine metres of hops over a barn door, in a wind, and it was still there on Monday.', on: '2026-09-09', state: 'public' },
  { key: 'priya-on-asha', from: 'the-wild-bouquet', about: 'ashas-cakes', capability: 'wedding-cakes', basis: 'delivered-together', says: 'Asha rings when she says she will. My violas have never looked so good.', on: '2026-07-21', state: 'public' },
  { key: 'priya-on-tom', from: 'the-wild-bouquet', about: 'toms-tipis', capability: 'tipi-hire', basis: 'referred', says: 'Three of my couples have had Tom walk their field. All three still talk about it.', on: '2026-10-02', state: 'public' },
  { key: 'niamh-on-nell', from: 'plain-words-ceremonies', about: 'nell-dress-co', capability: 'heirloom-remaking', basis: 'bought-from', says: 'She remade my mother’s 1958 dress for my niece and gave us back the scraps in an envelope.', on: '2026-03-02', state: 'public' },
  { key: 'desmond-on-stem', from: 'the-customs-house', about: 'stem-and-stone', capability: 'wedding-flowers', basis: 'bought-from', says: '22 tables with nine days to go, and the invoice was what they said.', on: '2026-04-01', state: 'public' },
  { key: 'hugo-on-fern', from: 'hugo-lacey-photography', about: 'fern-ashdown-hair', capability: 'bridal-hair', basis: 'referred', says: 'The calmest kitchen I ever photographed.', on: '2026-06-20', state: 'public' },
  { key: 'fern-on-hugo', from: 'fern-ashdown-hair', about: 'hugo-lacey-photography', capability: 'film-photography', basis: 'referred', says: 'I have sent him eleven couples. Eleven boxes, no complaints.', on: '2026-12-04', state: 'public' },
  { key: 'imogen-on-leila', from: 'two-herons-photography', about: 'slow-reel-films', capability: 'wedding-film', basis: 'delivered-together', says: 'We never once stood in each other’s way, and that is rare.', on: '2026-10-14', state: 'confirmed' },
  { key: 'imogen-on-hugo', from: 'two-herons-photography', about: 'hugo-lacey-photography', capability: 'second-shooter', basis: 'delivered-together', says: 'He stood in with two days’ notice and gave us every negative.', on: '2026-10-15', state: 'public' },
  { key: 'tom-on-power', from: 'toms-tipis', about: 'quayside-power', capability: 'event-power', basis: 'delivered-together', says: 'You can hear the vows, not the generator.', on: '2026-08-04', state: 'public' },
  { key: 'desmond-on-thyme', from: 'the-customs-house', about: 'salt-and-thyme', capability: 'wedding-catering', basis: 'bought-from', says: 'Twelve Tuesdays, never a plate late. We asked for the same cooks again.', on: '2026-11-30', state: 'public' },
  { key: 'billie-on-wheels', from: 'crakestead-barn', about: 'steady-wheels', capability: 'guest-transport', basis: 'bought-from', says: 'Three hundred people home and one lost shoe, returned.', on: '2026-10-01', state: 'public' },
  { key: 'beatriz-on-jo', from: 'paper-lark', about: 'jo-hart-va', capability: 'guest-list-admin', basis: 'delivered-together', says: 'First list in nine years that I did not have to ring anybody about.', on: '2027-02-15', state: 'public' },
  { key: 'nell-on-gurdeep', from: 'nell-dress-co', about: 'slow-lane-cars', capability: 'wedding-cars', basis: 'referred', says: 'He asked for the width of the skirt before I could tell him.', on: '2026-05-02', state: 'waiting' },
]
