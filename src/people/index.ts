/** The door of `people`: who is here, how they sign in, and what other rooms may ask about them. */
import './forget-old.ts'

export { NAME_OF_THE_GONE, type Person } from './person.ts'
export type { FoundSession, Session, Started } from './session.ts'
export { provedRecently } from './session.ts'
export { mustBeSignedIn, mustBeSomeone, mustHaveProvedRecently } from './who-may.ts'
export { findSession } from './find-session.ts'
export { cookieFor, readSessionCookie, type SessionCookie } from './cookie.ts'
export { actAs } from './act-as.ts'
export { beforeLeaving } from './leaving.ts'
export { ownPath } from './own-path.ts'

export { signUp } from './sign-up.ts'
export { signIn } from './sign-in.ts'
export { endSession, listSessions, signOut, signOutEverywhere } from './sign-out.ts'
export { becomeHost, hasHost, signUpAsHost } from './become-host.ts'
export { isHost } from './is-host.ts'
export { getYourAccount, type YourAccount } from './your-account.ts'
export { deviceOf, enter } from './pages/enter.ts'

// As the house: for invitations, imports and the example town.
export { welcomePerson } from './welcome-person.ts'
export { startSession } from './start-session.ts'
export { hashPassword } from './password.ts'
export { newPassword, refuseOwnWords } from './good-password.ts'
export { limit } from './limits.ts'
export { findAccount, findAccountByEmail, listPeople } from './store.ts'
