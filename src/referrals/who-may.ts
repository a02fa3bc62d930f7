import { mayEdit, type Keeping } from '../organisations/index.ts'
import { isOver, type Referral } from './referral.ts'

type Us = string

/** Owners and editors pass people on and answer; readers look. */
export const mayRefer = (keeping: Keeping): boolean => mayEdit(keeping)
/** Give and take, and the monthly picture, are the owner's alone. */
export const maySeeFigures = ({ role }: Keeping): boolean => role === 'owner'

export const isReceiver = (us: Us, referral: Referral): boolean => us === referral.givenTo
export const isGiver = (us: Us, referral: Referral): boolean => us === referral.givenBy
export const mayAnswer = (us: Us, referral: Referral): boolean => isReceiver(us, referral)
export const mayThank = (us: Us, referral: Referral): boolean => isReceiver(us, referral) && (referral.state.is === 'won' || referral.state.is === 'lost') && !referral.state.thanks
export const mayTakeBack = (us: Us, referral: Referral): boolean => isGiver(us, referral) && !isOver(referral) && !referral.acceptedAt
export const mayQuote = (us: Us, referral: Referral): boolean => isGiver(us, referral) && referral.state.is === 'won' && !!referral.state.thanks && !referral.quotedAt
