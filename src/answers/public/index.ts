/** The public face: what brings its asks, ears and chores to life, and what the room’s door passes on. */
import './enquiry-kind.ts'
import './when.ts'
import './give-address.ts'

export { addressesOf } from './address-store.ts'
export { giveAddress, giveAddresses } from './give-address.ts'
export { definePublicSection } from './sections.ts'
export { makeStatement } from './make-statement.ts'
export { makeEnquiry, readEnquiry } from './make-enquiry.ts'
