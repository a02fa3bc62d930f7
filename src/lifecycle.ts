/**
 * The rooms, in the order things happen. A room may use the rooms above it, never those below; what happens above reaches them as
 * news. The import check is generated from this list, so rule and map cannot drift.
 */
export const rooms = [
  'people', // accounts, sign-in, who works for whom
  'organisations', // the business or charity, its place and its people
  'asks', // everything that waits on someone: until when, one-tap answers, reminders, endings
  'networks', // the circles they gather in: membership, organisers, vocabulary, sight
  'answers', // the four questions: claims, their wording and their proof; the public page
  'home', // what is waiting for you
  'upkeep', // for whoever hosts it: first run, health, backup, mail, tokens
] as const

export type Room = (typeof rooms)[number]

/** Used by every room, using none: no domain words in `kit`, no data in `ui`. */
export const shared = ['kit', 'ui'] as const

/** The processes: wiring only. They may use every room; no room uses them. */
export const outermost = 'entry'
