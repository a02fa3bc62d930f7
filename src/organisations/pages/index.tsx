import type { Pages } from '../../kit/web/env.ts'
import { identifierPages } from './identifiers.tsx'
import { organisationPages } from './organisations.tsx'
import { staffLinkPages } from './staff-link.tsx'
import { staffPages } from './staff.tsx'

/** Every page of organisations. */
export function organisationsPages(pages: Pages): void {
  organisationPages(pages)
  identifierPages(pages)
  staffPages(pages)
  staffLinkPages(pages)
}
