/** The door of referrals: what other rooms may use. */
import './api.ts'

export { THANKS_WORDS, type Referral, type ReferralState, type SeenReferral } from './referral.ts'
export { getReferral } from './store.ts'
