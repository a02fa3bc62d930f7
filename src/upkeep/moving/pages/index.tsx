import type { Pages } from '../../../kit/web/env.ts'
import { columnsPages } from './columns.tsx'
import { donePages } from './done.tsx'
import { exportPages } from './export.tsx'
import { mendingPages } from './mending.tsx'
import { previewPages } from './preview.tsx'
import { startPages } from './start.tsx'

/** Drop a file, say what its columns mean, mend what needs it, look, go, and take it all back. */
export function movingPages(pages: Pages): void {
  startPages(pages)
  columnsPages(pages)
  mendingPages(pages)
  previewPages(pages)
  donePages(pages)
  exportPages(pages)
}
