/** The door of outcomes: what other rooms may use. */
import './api.ts'
import './ask-customer.ts'
import './ask-party.ts'
import './notices.ts'

export { ENDING_WORDS, type Ending, type Outcome } from './outcome.ts'
export { noteOutcome, outcomeInput, type NotedOutcome } from './note-outcome.ts'
export { readOutcomes, type OutcomeLine } from './read-outcome.ts'
export { countOutcomesIn } from './figures.ts'
export { listOutcomes } from './store.ts'
