import type { Tx } from '../../kit/ctx.ts'
import { keepingOf } from '../../organisations/index.ts'
import { readPublicFace, type PublicFace } from '../public-face.ts'
import { mayAnswerFor } from '../who-may.ts'
import { addressesOf, findByAddress } from './address-store.ts'
import { isAddress } from './address.ts'
import { NoSuchPage } from './errors.ts'
import { readSections, type PublicSection } from './sections.ts'
import { partnersOf } from './page-words.ts'

/** A public page as this reader may see it. */
export type PublicPage = {
  readonly slug: string
  readonly face: PublicFace
  /** Where the partners’ own pages are, of those the reader may see. */
  readonly addresses: ReadonlyMap<string, string>
  /** What rooms below add, such as open briefs. */
  readonly sections: readonly PublicSection[]
  /** The reader keeps it. */
  readonly ours: boolean
}

/** The page at an address; refuses alike where it is hidden, closed or was never there. */
export async function readPage(tx: Tx, slug: string): Promise<PublicPage> {
  const found = isAddress(slug) ? await findByAddress(tx, slug) : undefined
  if (!found) throw new NoSuchPage()
  const whole = await readPublicFace(tx, found.organisation)
  const ours = mayAnswerFor(await keepingOf(tx, whole.organisation))
  const face = whole.organisation.standing.is === 'resting' && !ours ? nameAlone(whole) : whole
  const partners = partnersOf(face).map(({ organisation }) => organisation as typeof found.organisation) // ids of organisations, as the face gave them
  const resting = face.organisation.standing.is === 'resting'
  return { slug: found.slug, face, addresses: await addressesOf(tx, partners), sections: resting ? [] : await readSections(tx, found.organisation), ours }
}

/** What is left of a page that rests: nothing further down can tell more by a slip. */
function nameAlone({ organisation: { id, name, kind, sight, standing } }: PublicFace): PublicFace {
  return { organisation: { id, name, kind, sight, standing, identifiers: [] }, answers: [], claims: [], jobs: [], recommendations: [], certificates: [], figures: [] }
}
