import { audit } from '../../kit/audit.ts'
import { asHouse, type Ctx } from '../../kit/ctx.ts'
import { takeTurn } from '../../kit/limit.ts'
import { writeCsv } from '../../kit/tables/write-csv.ts'
import { mustHaveProvedRecently } from '../../people/index.ts'
import { inPlainWords, type Kind } from './shape.ts'
import { shapeOf } from './shapes.ts'
import { getNetworkToMove } from './who-may.ts'

export type Exported = { readonly name: string; readonly csv: string; readonly rows: number }

/** A network's members, claims or jobs as a table, as far as the organiser may see them. It can be edited and brought back. It is logged. */
export async function exportTable(ctx: Ctx, slug: string, kind: Kind): Promise<Exported> {
  if (ctx.actor.by !== 'house') {
    await ctx.read((tx) => getNetworkToMove(tx, slug))
    mustHaveProvedRecently(ctx)
    await takeTurn(ctx, `export ${ctx.actor.person ?? ''}`, { points: 60, perSeconds: 3_600 })
  }
  const { listAll, fields } = shapeOf(kind)
  const { network, all } = await ctx.read(async (tx) => {
    const network = await getNetworkToMove(tx, slug)
    return { network, all: await listAll(tx, network.id) }
  })
  await asHouse(ctx).transaction((tx) => audit(tx, { chain: `network:${network.id}`, act: `${kind}.exported`, subject: network.id, detail: { rows: all.length } }))
  const csv = writeCsv(fields.map(({ label }) => label), all.map((cells) => fields.map((field) => inPlainWords(field, cells[field.name] ?? ''))))
  return { name: `${network.slug}-${kind}-${ctx.now.toISOString().slice(0, 10)}.csv`, csv, rows: all.length }
}
