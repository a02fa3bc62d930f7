import { asHouse, type Ctx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { importCapabilities } from '../../networks/index.ts'
import { inNameOf } from '../../organisations/index.ts'
import { importAtTerminal, type TakenIn } from '../moving/index.ts'
import type { RegisterTables } from './tables-of-register.ts'

export type Step = 'vocabulary' | 'members' | 'claims' | 'jobs'
export type BroughtIn = readonly { readonly step: Step; readonly seconds: number; readonly taken: Pick<TakenIn['counts'], 'new' | 'changed' | 'same'>; readonly leftOut: readonly string[] }[]
export type TellStep = (step: Step, says: string, done: number, of: number) => void

/** Brings a register into a network through the importers every organiser uses: each table whole or not at all. Doing it twice changes nothing the second time. */
export async function bringInRegister(ctx: Ctx, network: { readonly slug: string; readonly organiser: { readonly person: Id<'person'>; readonly email: string } }, tables: RegisterTables, tell: TellStep): Promise<BroughtIn> {
  const { slug, organiser } = network
  const timed = async (step: Step, work: () => Promise<{ taken: BroughtIn[number]['taken']; leftOut: readonly string[] }>) => {
    const began = performance.now()
    const { taken, leftOut } = await work()
    return { step, seconds: (performance.now() - began) / 1000, taken, leftOut }
  }
  const table = (kind: 'members' | 'claims' | 'jobs', bytes: Buffer) => timed(kind, async () => {
    const { counts, leftOut } = await importAtTerminal(ctx, { kind, slug, name: `${kind}.csv`, bytes, organiser: organiser.email, leaveOut: true }, (says, done, of) => tell(kind, says, done, of))
    return { taken: counts, leftOut }
  })
  return [
    await timed('vocabulary', async () => {
      tell('vocabulary', 'Taking in', 0, 0)
      const { added, changed, same } = await asHouse(ctx).transaction((tx) => importCapabilities(inNameOf(tx, { person: organiser.person }), slug, tables.words))
      return { taken: { new: added, changed, same }, leftOut: [] }
    }),
    await table('members', tables.members), await table('claims', tables.claims), await table('jobs', tables.jobs),
  ]
}
