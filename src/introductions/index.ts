/** The door of introductions: what other rooms may use. */
import './api.ts'
import './forget-contacts.ts'
import './kinds.ts'
import './next-steps.ts'
import './notices.ts'
import './when.ts'

export { MOST_OPEN, type Introduction, type IntroductionState } from './introduction.ts'
export { countIntroductions, findIntroduction, listIntroductions, VIEWS, type View } from './store.ts'
export { askInput, askIntroduction } from './ask-introduction.ts'
export { totalsOfIntroductionsIn, type IntroductionTotals } from './figures.ts'
export { introduceMembers } from './introduce-members.ts'
