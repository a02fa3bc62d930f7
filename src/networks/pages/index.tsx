import type { Pages } from '../../kit/web/env.ts'
import { capabilityPages } from './capabilities.tsx'
import { importPages } from './import.tsx'
import { invitePages } from './invite.tsx'
import { joinPages } from './join.tsx'
import { memberPages } from './members.tsx'
import { namePages } from './names.ts'
import { networkPages } from './networks.tsx'
import { organiserPages } from './organisers.tsx'
import { whoSeesPages } from './who-sees.tsx'

/** Every page of networks. Fixed words come before the ids that could swallow them. */
export function networksPages(pages: Pages): void {
  networkPages(pages)
  memberPages(pages)
  organiserPages(pages)
  invitePages(pages)
  joinPages(pages)
  importPages(pages)
  capabilityPages(pages)
  whoSeesPages(pages)
  namePages(pages)
}
