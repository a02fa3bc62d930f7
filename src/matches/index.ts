/** The door of matches: what other rooms may use. */
import './api.ts'

export { withAtlas } from './atlas/with-atlas.ts'
export { findFits } from './fits/find-fits.ts'
export type { FitQuestion } from './fits/fit-question.ts'
export { findFriendlyPaths, type FriendlyPath, type PathStep } from './paths/friendly-paths.ts'
export { defineIntroducerLoad } from './paths/load.ts'
export { listDismissed } from './store.ts'
