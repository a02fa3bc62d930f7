import type { Ctx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { listWork } from '../../kit/jobs/work.ts'
import { getNetworkById, listMyNetworks, type MyNetwork } from '../../networks/index.ts'
import { hostsOnly } from '../who-may.ts'
import { standingOf, type Brought, type Standing } from './brought.ts'
import { getBrought, isAtWork, listBrought } from './brought-store.ts'
import { listFolders } from './registers-folder.ts'

export type Standings = { readonly brought: Brought; readonly is: Standing }

/** What may be read, and what this host had looked at before. */
export async function readRegisters(ctx: Ctx): Promise<{ readonly folders: readonly string[]; readonly registers: readonly Standings[] }> {
  await hostsOnly(ctx)
  const folders = await listFolders(ctx.settings)
  return ctx.read(async (tx) => {
    const registers: Standings[] = []
    for (const brought of await listBrought(tx)) registers.push({ brought, is: standingOf(brought, await isAtWork(tx, brought)) })
    return { folders, registers }
  })
}

export type OneRegister = Standings & {
  readonly network?: { readonly slug: string; readonly name: string }
  readonly work?: Awaited<ReturnType<typeof listWork>>[number]
  /** Where it may go. */
  readonly organised: readonly MyNetwork[]
}

export async function readRegisterBrought(ctx: Ctx, id: Id<'register'>): Promise<OneRegister> {
  await hostsOnly(ctx)
  const read = await ctx.read(async (tx) => {
    const brought = await getBrought(tx, id)
    const is = standingOf(brought, await isAtWork(tx, brought))
    const organised = (await listMyNetworks(tx)).filter((one) => one.organises)
    return { brought, is, network: brought.network && await getNetworkById(tx, brought.network), organised }
  })
  const mine = read.brought.work ?? read.brought.lookWork
  return { ...read, work: mine && (await listWork(ctx, 200)).find((one) => one.id === mine) }
}
