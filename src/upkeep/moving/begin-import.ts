import { createHash } from 'node:crypto'
import { asHouse, type Ctx } from '../../kit/ctx.ts'
import { newId, type Id } from '../../kit/ids.ts'
import { takeTurn } from '../../kit/limit.ts'
import { readTable } from '../../kit/tables/read-table.ts'
import { saveDraft, saveRows } from './draft-store.ts'
import { inThousands, type Kind } from './shape.ts'
import { getNetworkToMove } from './who-may.ts'

const OFTEN = { points: 30, perSeconds: 3_600 }

/** Reads a file and keeps its rows aside. Nothing that others see has changed yet. */
export async function beginImport(ctx: Ctx, slug: string, kind: Kind, file: { name: string; bytes: Buffer }): Promise<Id<'import'>> {
  const network = await ctx.read((tx) => getNetworkToMove(tx, slug)) // before a byte is read
  await takeTurn(ctx, `import ${ctx.actor.person ?? ''}`, OFTEN)
  const table = await readTable(file.bytes)
  const id = newId<'import'>()
  return ctx.transaction(async (tx) => {
    await saveDraft(tx, { id, network: network.id, kind, fileName: file.name, sha256: createHash('sha256').update(file.bytes).digest('hex'), head: table.head, rowCount: table.rows.length })
    await asHouse(tx).transaction((tx) => inThousands(table.rows, (part) => saveRows(tx, { id, network: network.id }, part)))
    return id
  })
}
