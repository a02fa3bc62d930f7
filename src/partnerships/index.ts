/** The door of partnerships: what other rooms may use. */
import './api.ts'
import './next-steps.ts'
import './notices.ts'
import './tend.ts'
import './when.ts'

export { STAGES, STAGE_WORDS, type Met, type Pair, type Partnership, type Stage, type Standing, type Through } from './partnership.ts'
export type { Moment, MomentKind } from './moment.ts'

// What the asker may see of their own.
export { beganOn } from './anniversary.ts'
export { findPartnership, findPartnershipById, listPartnershipsOf, listPartnersToAsk } from './store.ts'

// What they may do, for pages, the API and imports.
export { notePartnership, type Noted } from './note-partnership.ts'
export { endPartnership } from './end.ts'
export { setStage } from './set-stage.ts'
export { addLine } from './add-line.ts'
export { restPartnership } from './rest.ts'

// What two did together, told by the rooms below; and their ties, for the atlas. As the house.
export { recordTogether, type Together } from './record-together.ts'
export { listTies, type Tie } from './list-ties.ts'
export { savePartnerships, type KnownMoment, type KnownPartnership } from './save-partnerships.ts'
