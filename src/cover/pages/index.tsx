import type { Pages } from '../../kit/web/env.ts'
import { benchPages } from './bench.tsx'
import { clientPages } from './client.tsx'
import { freePages } from './free.tsx'
import { newCoverPages } from './new-cover.tsx'
import { oneCoverPages } from './one-cover.tsx'
import { overviewPages } from './overview.tsx'
import { packPages } from './pack.tsx'

/** Every page of cover. Fixed words come before the ids that could swallow them. */
export function coverPages(pages: Pages): void {
  overviewPages(pages)
  newCoverPages(pages)
  freePages(pages)
  benchPages(pages)
  clientPages(pages)
  packPages(pages)
  oneCoverPages(pages)
}
