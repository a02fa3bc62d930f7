import type { Pages } from '../../kit/web/env.ts'
import { endingPages } from './ending.tsx'
import { newPages } from './new.tsx'
import { partnersPages } from './partners.tsx'
import { partnershipPages } from './partnership.tsx'
import { recommendPages } from './recommend.tsx'
import { termsPages } from './terms.tsx'

/** Every page of partnerships. Fixed words come before the ids that could swallow them. */
export function partnershipsPages(pages: Pages): void {
  partnersPages(pages)
  newPages(pages)
  partnershipPages(pages)
  termsPages(pages)
  recommendPages(pages)
  endingPages(pages)
}
