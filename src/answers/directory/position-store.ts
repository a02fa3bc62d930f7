import type { Tx } from '../../kit/ctx.ts'

export type DistrictPosition = { readonly code: string; readonly name?: string; readonly latitude: number; readonly longitude: number }

/** Says where districts lie, and who says so. The house writes it: from the example town, or from an open table its host brings. */
export async function savePositions(tx: Tx, positions: readonly DistrictPosition[], source: string): Promise<void> {
  for (let start = 0; start < positions.length; start += 1000) {
    await tx.db.insertInto('district_position').values(positions.slice(start, start + 1000).map(({ code, name, latitude, longitude }) => ({ code, name, latitude, longitude, source, saved_at: tx.now })))
      .onConflict((at) => at.column('code').doUpdateSet((row) => ({ name: row.ref('excluded.name'), latitude: row.ref('excluded.latitude'), longitude: row.ref('excluded.longitude'), source, saved_at: tx.now }))).execute()
  }
}
