import type { Tx } from '../kit/ctx.ts'
import { sendMail } from '../kit/mail/send.ts'
import { routes } from '../routes.ts'
import type { Account } from './person.ts'

// The letters about signing in. None says anything that whoever reads the mailbox may not know.

const ONCE = 'The link works once.'
const NOT_YOU = 'If that was not you, do nothing: nothing has happened.'

export async function sendSignUpLink(tx: Tx, to: { name: string; email: string }, token: string): Promise<void> {
  await sendMail(tx, {
    to: to.email, subject: 'Finish signing up',
    lines: [`Hello ${to.name},`, 'Welcome. One more step and your account is ready: show us that this address is yours.'],
    link: { says: 'Finish signing up', url: tx.url(routes.finishSignUp(token)) },
    after: [`${ONCE} It ends in three days. ${NOT_YOU}`],
  })
}

export async function sendAlreadyHere(tx: Tx, { person, name, email }: Account): Promise<void> {
  await sendMail(tx, {
    to: email, person, subject: 'You already have an account',
    lines: [`Hello ${name},`, 'Someone, perhaps you, wanted to sign up with this address. You already have an account, so you can simply sign in.'],
    link: { says: 'Sign in', url: tx.url(routes.signIn) },
    after: ['If you no longer know your password, the same page sends you a link instead.', NOT_YOU],
  })
}

export async function sendSignInLink(tx: Tx, { person, name, email }: Account, token: string): Promise<void> {
  await sendMail(tx, {
    to: email, person, subject: 'Your sign-in link', lines: [`Hello ${name},`, 'Here is your link to sign in.'],
    link: { says: 'Sign in', url: tx.url(routes.signInByLink(token)) }, after: [`${ONCE} It ends in 15 minutes. ${NOT_YOU}`],
  })
}

/** To an address without an account: whoever mistyped or used another one is told so, and a page's answer need not differ. */
export async function sendNotHere(tx: Tx, email: string): Promise<void> {
  await sendMail(tx, {
    to: email, subject: 'There is no account with this address',
    lines: ['Hello,', 'Someone, perhaps you, wanted to sign in with this address, but there is no account for it here. Perhaps you used another address?'],
    link: { says: 'Sign up', url: tx.url(routes.signUp) }, after: [NOT_YOU],
  })
}

export async function sendResetLink(tx: Tx, { person, name, email }: Account, token: string): Promise<void> {
  await sendMail(tx, {
    to: email, person, subject: 'Choose a new password', lines: [`Hello ${name},`, 'Here is your link to choose a new password. You will be signed out everywhere else.'],
    link: { says: 'Choose a new password', url: tx.url(routes.resetByLink(token)) }, after: [`${ONCE} It ends in one hour. ${NOT_YOU}`],
  })
}

export async function sendConfirmLink(tx: Tx, to: { name: string; email: string }, token: string): Promise<void> {
  await sendMail(tx, {
    to: to.email, subject: 'Confirm your address', lines: [`Hello ${to.name},`, 'Show us that this address is yours, and your account will use it.'],
    link: { says: 'Confirm this address', url: tx.url(routes.confirmEmail(token)) }, after: [`${ONCE} It ends in one day. ${NOT_YOU}`],
  })
}

export async function sendProofLink(tx: Tx, { person, name, email }: Account, token: string): Promise<void> {
  await sendMail(tx, {
    to: email, person, subject: 'Confirm that it is you', lines: [`Hello ${name},`, 'Open this in the browser where you are signed in, and you can go on.'],
    link: { says: 'It is me', url: tx.url(routes.confirmItIsYouByLink(token)) }, after: [`${ONCE} It ends in 15 minutes. ${NOT_YOU}`],
  })
}

/** What changed about their way in, to where they were reached until now. The one thing to do if it was not them stands in it. */
export async function sendChanged(tx: Tx, { person, name, email }: Account, what: string): Promise<void> {
  await sendMail(tx, {
    to: email, person, subject: 'Your account was changed', lines: [`Hello ${name},`, what],
    link: { says: 'Look at your account', url: tx.url(routes.account) },
    after: ['If that was not you, choose a new password at once and tell whoever hosts this.'],
  })
}
