import { nobody, type Ctx } from '../../kit/ctx.ts'
import type { PublicFace } from '../public-face.ts'
import { PageRests } from './errors.ts'
import { readPage, type PublicPage } from './read-page.ts'
import { onlyParts, type StatementPart } from './statement.ts'

export type StatementWanted = { readonly parts: readonly StatementPart[]; /** For its own people: also what is not shown to anyone. */ readonly whole: boolean }
export type Statement = { readonly page: PublicPage; readonly face: PublicFace; /** It holds what not everyone may see. */ readonly beyondAnyone: boolean }

/**
 * The sheet as this reader may have it. Its own people are given what anyone sees unless they ask for the whole, since a sheet travels:
 * nothing leaves the house by a slip.
 */
export async function readStatement(ctx: Ctx, slug: string, { parts, whole }: StatementWanted): Promise<Statement> {
  const page = await ctx.read((tx) => readPage(tx, slug))
  const { organisation } = page.face
  if (organisation.standing.is === 'resting' && !page.ours) throw new PageRests()
  const narrow = page.ours && !whole && organisation.sight === 'anyone'
  const face = narrow ? (await ctx.as(nobody).read((tx) => readPage(tx, page.slug))).face : page.face
  return { page, face: onlyParts(face, parts), beyondAnyone: page.ours && !narrow }
}
