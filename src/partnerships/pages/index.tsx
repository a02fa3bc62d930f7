import type { Pages } from '../../kit/web/env.ts'

export function partnershipsPages(_pages: Pages): void {
  // its pages come with the room
}
