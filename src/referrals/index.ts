/** The door of referrals: what other rooms may use. */
import './api.ts'
import './tend.ts'

export { THANKS_WORDS, STATE_WORDS, thanksOf, type Referral, type ReferralState, type SeenReferral } from './referral.ts'
export { getReferral } from './store.ts'
export { countReferrals, listReferrals, type Counts } from './pipeline.ts'
export { suggestReceivers, type Suggestion } from './suggest.ts'

// What they may do, for pages, the API and imports.
export { passSomeoneOn, passFurther } from './pass-someone-on.ts'
export { acceptReferral, declineReferral, lookLater, takeBack } from './answer-referral.ts'
export { sayOutcome } from './say-outcome.ts'
export { thankGiver } from './thank-giver.ts'

// As the house: totals for whoever organises, never whose; and the example town.
export { totalsOfReferralsIn, type Totals } from './figures.ts'
export { putReferrals, type PutReferral } from './put-referrals.ts'
