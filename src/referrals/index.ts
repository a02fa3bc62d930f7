/** The door of referrals: what other rooms may use. */
import './api.ts'
