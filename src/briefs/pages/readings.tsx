import type { Pages } from '../../kit/web/env.ts'

/** Pasting a tender, and looking through what was found. */
export function readingPages(_pages: Pages): void {
  // its pages follow
}
