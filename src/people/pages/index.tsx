import type { Pages } from '../../kit/web/env.ts'
import { accountPages } from './account.tsx'
import { confirmItIsYouPages } from './confirm-it-is-you.tsx'
import { passkeyPages } from './passkeys.tsx'
import { linkPages } from './sign-in-by-link.tsx'
import { signInPages } from './sign-in.tsx'
import { signUpPages } from './sign-up.tsx'

/** Every page of this room. Fixed addresses come before those that end in a token. */
export function peoplePages(pages: Pages): void {
  signUpPages(pages)
  signInPages(pages)
  passkeyPages(pages)
  linkPages(pages)
  confirmItIsYouPages(pages)
  accountPages(pages)
}
