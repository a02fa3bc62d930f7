import type { Pages } from '../../../kit/web/env.ts'
import { enquiryPages } from './enquiry-pages.tsx'
import { facePages } from './public-pages.tsx'
import { ownerPages } from './owner-pages.tsx'
import { robotPages } from './robots.ts'
import { statementPages } from './statement-pages.tsx'

/** The public face of an organisation: its page, sheet, badge and card, and the way to say "That’s us". */
export function publicPages(pages: Pages): void {
  facePages(pages)
  statementPages(pages)
  enquiryPages(pages)
  ownerPages(pages)
  robotPages(pages)
}
