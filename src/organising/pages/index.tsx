import type { Pages } from '../../kit/web/env.ts'
import { mapPages } from './map.tsx'

/** Every page of organising. */
export function organisingPages(pages: Pages): void {
  mapPages(pages)
}
