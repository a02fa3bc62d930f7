/** The door of matches: what other rooms may use. */
import './api.ts'
import './when.ts'

export { withAtlas } from './atlas/with-atlas.ts'
export { findFits, type Fits, type Suggestion } from './fits/find-fits.ts'
export type { FitQuestion } from './fits/fit-question.ts'
export { findFriendlyPaths, type FriendlyPath, type PathStep } from './paths/friendly-paths.ts'
export { evidenceOf, inWords, type Evidence } from './paths/evidence.ts'
export { defineIntroducerLoad } from './paths/load.ts'
export { listDismissed } from './choice-store.ts'
export { LENSES, LENS_WORDS, type Meets, type Want } from './want.ts'
export { listWants } from './want-store.ts'
export { postWant, withdrawWant } from './post-want.ts'
export { saveMatch, sayNotForUs, sayOwnTrade } from './choose.ts'

// As the house, past asking who may: for the example town.
export { saveWants, type NewWant } from './want-store.ts'
export { putDismissed, putMeets } from './choice-store.ts'
