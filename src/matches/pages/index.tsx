import type { Pages } from '../../kit/web/env.ts'
import { choicePages } from './choices.tsx'
import { findPage } from './find-page.tsx'
import { needPages } from './needs.tsx'
import { savedPages } from './saved.tsx'

export function matchesPages(pages: Pages): void {
  findPage(pages)
  needPages(pages)
  savedPages(pages)
  choicePages(pages)
}
