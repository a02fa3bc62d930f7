import type { Pages } from '../../kit/web/env.ts'

export function coverPages(_pages: Pages): void {
  // its pages come with the room
}
