import type { Capability, Vocabulary } from '../../town/index.ts'
import type { Ctx } from '../kit/ctx.ts'
import { importCapabilities } from '../networks/index.ts'

/** The town's words come in as a table, the way an organiser would bring them. */
export async function loadWords(ctx: Ctx, slug: string, vocabulary: Vocabulary): Promise<void> {
  const lines = vocabulary.words.flatMap((word) => rowsOf(word, []))
  await importCapabilities(ctx, slug, ['code,title,path,synonyms', ...lines].join('\n'))
}

function rowsOf(word: Capability, above: readonly string[]): readonly string[] {
  const path = [...above, word.title]
  const row = [word.code, word.title, path.join(' > '), (word.synonyms ?? []).join('; ')].map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')
  return [row, ...(word.narrower ?? []).flatMap((narrower) => rowsOf(narrower, path))]
}
