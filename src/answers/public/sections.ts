import type { Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'

export type PublicLine = { readonly says: string; readonly href: string; readonly detail?: string }
export type PublicSection = { readonly name: string; readonly title: string; readonly lines: readonly PublicLine[] }

type Kind = {
  /** Such as `briefs`; names it for good. */
  readonly name: string
  readonly title: string
  /** Asked with the reader's eyes, who may be nobody. Empty where there is nothing to show. What it rests on belongs in `marks_of_public_pages`, or a page kept ready goes stale. */
  readonly list: (tx: Tx, organisation: Id<'organisation'>) => Promise<readonly PublicLine[]>
}

const kinds: Kind[] = []

/** How rooms below add to an organisation's public page. */
export function definePublicSection(kind: Kind): void {
  if (kinds.some((one) => one.name === kind.name)) throw new Error(`Two sections of a public page are called "${kind.name}".`)
  kinds.push(kind)
}

export async function readSections(tx: Tx, organisation: Id<'organisation'>): Promise<readonly PublicSection[]> {
  const sections: PublicSection[] = []
  for (const { name, title, list } of kinds) sections.push({ name, title, lines: await list(tx, organisation) })
  return sections.filter(({ lines }) => lines.length > 0)
}
