import type { Pages } from '../../kit/web/env.ts'
import { claimPages } from './claim.tsx'
import { claimsPages } from './claims.tsx'
import { editorPages } from './editor.tsx'
import { freeWordsPages } from './free-words.tsx'
import { notSoPages } from './not-so.tsx'
import './on-the-page.tsx'
import { proofFormPages } from './proof-forms.tsx'
import { secondLookPages } from './second-look.tsx'
import { versionPages } from './versions.tsx'

/** Every page on which one answers, claims and proves. Fixed words come before the ids that could swallow them. */
export function answersPages(pages: Pages): void {
  editorPages(pages)
  versionPages(pages)
  secondLookPages(pages)
  claimsPages(pages)
  claimPages(pages)
  proofFormPages(pages)
  notSoPages(pages)
  freeWordsPages(pages)
}
