/**
 * The rooms, in the order things happen. A room may use the rooms above it, never those below; what happens above reaches them as
 * news. The import check is generated from this list, so rule and map cannot drift.
 */
export const rooms = [
  'people', // accounts, sign-in, who works for whom
  'organisations', // the business or charity, its place and its people
  'asks', // everything that waits on someone: until when, one-tap answers, reminders, endings
  'notices', // what somebody is told and need not answer: good news, word of what happened
  'networks', // the circles they gather in: membership, organisers, vocabulary, sight
  'answers', // the four questions: claims, their wording and their proof; the public page
  'briefs', // what needs to be done, in parts; who is interested
  'partnerships', // the bond itself, from first coffee to parting well; recommendations
  'matches', // suggestions through a lens, with reasons; kept, dismissed, hidden; the atlas
  'introductions', // asking to meet, and being asked
  'referrals', // putting your name behind another: offered, accepted, won, thanked
  'cover', // overflow work and the bench that takes it
  'teams', // several organisations, one brief: seats, line-ups, workshare
  'outcomes', // what came of it: the proof that feeds the answers
  'organising', // the organiser’s view; the network as links, places and list
  'home', // what is waiting for you
  'upkeep', // for whoever hosts it: first run, health, backup, mail, tokens
] as const

export type Room = (typeof rooms)[number]

/** Used by every room, using none: no domain words in `kit`, no data in `ui`. */
export const shared = ['kit', 'ui'] as const

/** The processes: wiring only. They may use every room; no room uses them. */
export const outermost = 'entry'
