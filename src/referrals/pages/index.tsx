import type { Pages } from '../../kit/web/env.ts'
import { answerPages } from './answer-pages.tsx'
import { figurePages } from './figures.tsx'
import { keepingPages } from './keeping.tsx'
import { listPages } from './list.tsx'
import { newPages } from './new.tsx'
import { onePages } from './one.tsx'
import { outcomePages } from './outcome.tsx'
import { privacyPages } from './privacy.tsx'
import { theirPages } from './their-own.tsx'

/** Every page on which one passes people on. Fixed words come before the ids that could swallow them. */
export function referralsPages(pages: Pages): void {
  listPages(pages)
  figurePages(pages)
  keepingPages(pages)
  newPages(pages)
  answerPages(pages)
  outcomePages(pages)
  privacyPages(pages)
  onePages(pages)
  theirPages(pages)
}
