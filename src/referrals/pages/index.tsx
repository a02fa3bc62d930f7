import type { Pages } from '../../kit/web/env.ts'

export function referralsPages(_pages: Pages): void {
  // its pages come with the room
}
