/** The door of briefs: what other rooms may use. */
import './answer-interest.ts'
import './api.ts'
import './notices.ts'
import './on-public-page.ts'
import './tab.ts'
import './tell-of-changes.ts'
import './when.ts'

export { isOpen, NEEDS, NEED_WORDS, MOST_PARTS, type Brief, type BriefPart, type BriefState, type Need } from './brief.ts'
export { INTEREST_WORDS, wantsAnswer, type Interest, type InterestAnswer, type InterestState } from './interest.ts'

// What the asker may see.
export { findBrief, getBrief, listBriefsById, listOurBriefs, type OurBriefs } from './brief-store.ts'
export { countOpenBriefs, listOpenBriefs, type OpenFilters, type OpenPage, type OpenPlace } from './open-store.ts'
export { listInterests, listOurInterests, type OurInterest } from './interest-store.ts'

// What they may do.
export { writeBrief } from './write-brief.ts'
export { publishBrief } from './publish-brief.ts'

// As the house, past asking who may: many rows at once, for imports and the example town.
export { saveBriefs, type NewBrief } from './brief-store.ts'
export { saveInterests, type NewInterest } from './interest-store.ts'
export { askOwner as askOwnerOfBrief } from './ask-owner.ts'
