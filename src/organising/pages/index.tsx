import type { Pages } from '../../kit/web/env.ts'
import { mapPages } from './map.tsx'
import { weekPages } from './week.tsx'

/** Every page of organising. */
export function organisingPages(pages: Pages): void {
  mapPages(pages)
  weekPages(pages)
}
