import type { Pages } from '../../kit/web/env.ts'

/** The open briefs of a network as a feed. */
export function feedPages(_pages: Pages): void {
  // its page follows
}
