/** The door of cover: what other rooms may use. */
import './agree-terms.ts'
import './api.ts'
import './notices.ts'
import './tend-cover.ts'
import './when.ts'

export { TERMS_VERSION, inWords, readTerms, termsShape, whatChanged, type Clause, type Terms } from './terms.ts'
export { termsInForce, type BenchPlace, type TermsVersion } from './bench.ts'
export { STATE_WORDS, stateOf, type Asked, type Cover, type CoverState } from './cover.ts'

// What the asker may see of their own.
export { listPlaces } from './bench-store.ts'
export { readPack } from './read-pack.ts'
export const packPdf = async (...asked: Parameters<typeof import('./pack-pdf.tsx')['packPdf']>) => (await import('./pack-pdf.tsx')).packPdf(...asked) // half a second to read: only for those who ask for it
export { findCover, listAsked, listAskedOf, listCovers } from './cover-store.ts'

// What they may do.
export { changeTerms, endPlace, inviteToBench } from './propose-terms.ts'
export { askForCover } from './ask-for-cover.ts'
export { withdrawCover } from './withdraw-cover.ts'

// As the house, past asking who may: for the example town.
export { putBenchPlace, putCover, type CoverThatWas } from './put-cover.ts'
