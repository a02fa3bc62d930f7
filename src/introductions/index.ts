/** The door of introductions: what other rooms may use. */
import './api.ts'

export { MOST_OPEN, type Introduction, type IntroductionState } from './introduction.ts'
export { countIntroductions, findIntroduction, listIntroductions, VIEWS, type View } from './store.ts'
