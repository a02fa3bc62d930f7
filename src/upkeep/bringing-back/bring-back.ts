import { z } from 'zod'
import { audit } from '../../kit/audit.ts'
import { asHouse, type Ctx, type Tx } from '../../kit/ctx.ts'
import { codeOf } from '../../kit/database/transaction.ts'
import { id as idField } from '../../kit/fields.ts'
import { newId, type Id } from '../../kit/ids.ts'
import { defineJob } from '../../kit/jobs/define.ts'
import { startWork } from '../../kit/jobs/work.ts'
import { takeTurn } from '../../kit/limit.ts'
import { Refusal, SignInFirst } from '../../kit/refusal.ts'
import { listOrganisation } from '../../organisations/index.ts'
import { routes } from '../../routes.ts'
import type { Tell } from '../moving/shape.ts'
import { dropBrought, getBrought, markBrought, readBroughtBytes, saveBrought, type BroughtFile } from './brought-store.ts'
import { DoesNotFit, InAlready, NothingToTakeIn } from './errors.ts'
import { intoNetwork, intoOrganisation, mayStill } from './into.ts'
import { bringNetwork } from './network-back.ts'
import { pageIn } from './page-part.ts'
import { planOrganisation, type Section } from './parts.ts'
import { readExport, type Brought } from './read-export.ts'

const OFTEN = { points: 60, perSeconds: 3_600 }

export type Counts = Readonly<Record<'new' | 'changed' | 'same' | 'left', number>>
export type Look = { readonly file: BroughtFile; readonly sections: readonly Section[]; readonly counts: Counts }
/** `into`: "new" for one of its own, or the address of a network; else what the file itself says. */
export type Bringing = { readonly name: string; readonly bytes: Buffer; readonly into?: string }

/** Reads a file of everything, says whose it is and keeps it aside. Nothing that others see has changed yet. */
export async function bringFile(ctx: Ctx, { name, bytes, into }: Bringing): Promise<Id<'brought'>> {
  if (!ctx.actor.person) throw new SignInFirst() // before a byte is read
  await takeTurn(ctx, `bring back ${ctx.actor.person}`, OFTEN)
  const brought = await readExport(bytes)
  const id = newId<'brought'>()
  await ctx.transaction(async (tx) => {
    const to = brought.kind === 'organisation' ? { organisation: await intoOrganisation(tx, brought, into === 'new') } : { network: await intoNetwork(tx, brought, into) }
    await saveBrought(tx, { id, kind: brought.kind, from: brought.of.id, title: brought.of.name, fileName: name, sha256: brought.sha256, bytes, ...to })
  })
  await lookAt(ctx, id).catch(async (error: unknown) => { // what no house would have written is refused now, not on the next page
    await ctx.transaction((tx) => dropBrought(tx, id))
    throw error
  })
  return id
}

class OnlyLooked extends Error {
  readonly sections: readonly Section[]
  constructor(sections: readonly Section[]) { super('Rolled back on purpose.'); this.sections = sections }
}

/** What it would do, before anything does. A network is brought in and put back as it was, so that the look says what will happen. */
export async function lookAt(ctx: Ctx, id: Id<'brought'>): Promise<Look> {
  const file = await ctx.read(async (tx) => {
    const file = await getBrought(tx, id)
    await mayStill(tx, file)
    return file
  })
  const brought = await readExport(await readBroughtBytes(ctx, id))
  const sections = brought.kind === 'organisation' ? await ctx.read((tx) => planOrganisation(tx, brought, { organisation: file.organisation, writeTo: () => file.organisation ?? ('' as Id<'organisation'>) })) : await putBack(ctx, brought, file) // a new one has no id until it is written
  return { file, sections, counts: countsOf(sections) }
}

async function putBack(ctx: Ctx, brought: Brought, { network }: BroughtFile): Promise<readonly Section[]> {
  try {
    return await ctx.transaction(async (tx) => { throw new OnlyLooked((await bringNetwork(tx, brought, network, async () => undefined)).sections) })
  } catch (error) {
    if (error instanceof OnlyLooked) return error.sections
    throw error
  }
}

export function countsOf(sections: readonly Section[]): Counts {
  const counts = { new: 0, changed: 0, same: 0, left: 0 }
  for (const { steps } of sections) for (const { does } of steps) counts[does] += 1
  return counts
}

export const inWords = (counts: Counts): string => `${counts.new} new, ${counts.changed} changed, ${counts.same} the same, ${counts.left} left out.`

export const bringBackJob = defineJob({
  name: 'upkeep.bring-back',
  input: z.strictObject({ id: idField<'brought'>('That file') }),
  stages: ['Looking it through once more', 'Taking it in'],
  run: async (ctx, { id }, progress) => {
    const link = routes.broughtFile(id)
    try {
      const bytes = await readBroughtBytes(ctx, id)
      await progress.stage(1)
      return { said: await ctx.transaction((tx) => takeBackIn(tx, id, bytes, (done) => progress.done(done))), link }
    } catch (error) {
      if (error instanceof Refusal) return { said: `${error.sentence} ${error.next}`, link }
      throw error
    }
  },
})

/** Does all of it, or none: in the caller's transaction. */
export async function takeBackIn(tx: Tx, id: Id<'brought'>, bytes: Buffer, tell: Tell): Promise<string> {
  try {
    return await doAll(tx, id, bytes, tell)
  } catch (error) {
    if (/^2[23]/.test(codeOf(error))) throw new DoesNotFit() // a value or a rule of a table
    throw error
  }
}

async function doAll(tx: Tx, id: Id<'brought'>, bytes: Buffer, tell: Tell): Promise<string> {
  const file = await getBrought(tx, id, true)
  if (file.doneAt) throw new InAlready()
  await mayStill(tx, file)
  const brought = await readExport(bytes)
  const made = brought.kind === 'organisation' ? await writeOrganisation(tx, brought, file, tell) : await writeNetwork(tx, brought, file, tell)
  const said = inWords(countsOf(made.sections))
  await asHouse(tx).transaction(async (tx) => {
    await markBrought(tx, id, { done_at: tx.now, said, ...made.into })
    await audit(tx, { chain: made.chain, act: `${brought.kind}.brought-back`, subject: id, detail: { ...countsOf(made.sections), file: brought.sha256 } })
  })
  return said
}

async function writeOrganisation(tx: Tx, brought: Brought, file: BroughtFile, tell: Tell) {
  let organisation = file.organisation
  const sections = await planOrganisation(tx, brought, { organisation: file.organisation, writeTo: () => organisation ?? ('' as Id<'organisation'>) }) // set below, before anything is written
  const steps = sections.flatMap((section) => section.steps).filter(({ does }) => does === 'new' || does === 'changed')
  if (steps.length === 0) throw new NothingToTakeIn()
  const { sights: _, ...page } = pageIn(brought)
  organisation ??= await listOrganisation(tx, page)
  const id = organisation
  await asHouse(tx).transaction(async (tx) => {
    for (const [at, step] of steps.entries()) {
      await step.write?.(tx)
      if (at % 10 === 9) await tell(at + 1)
    }
    await tell(steps.length)
    await tx.emit('organisation.changed', { organisation: id })
  })
  return { sections, chain: `organisation:${id}`, into: { organisation_id: id } }
}

async function writeNetwork(tx: Tx, brought: Brought, file: BroughtFile, tell: Tell) {
  const { network, sections } = await bringNetwork(tx, brought, file.network, tell)
  return { sections, chain: `network:${network}`, into: { network_id: network } }
}

/** Sets it going. Pressing twice is harmless: the second finds the first at work. */
export async function goAhead(ctx: Ctx, id: Id<'brought'>): Promise<Id<'work'>> {
  const { file, counts } = await lookAt(ctx, id)
  if (!file.doneAt && counts.new + counts.changed === 0) throw new NothingToTakeIn()
  return ctx.transaction(async (tx) => {
    const held = await getBrought(tx, id, true)
    if (held.doneAt) throw new InAlready()
    const before = held.work && await tx.db.selectFrom('work').select(['id', 'finished_at']).where('id', '=', held.work).executeTakeFirst()
    if (held.work && before && !before.finished_at) return held.work
    const work = await startWork(tx, bringBackJob, `Bringing ${held.title} back in`, { id })
    await markBrought(tx, id, { work_id: work })
    return work
  })
}

/** Throws away a file that has not gone in. */
export function discardFile(ctx: Ctx, id: Id<'brought'>): Promise<void> {
  return ctx.transaction(async (tx) => {
    const { doneAt } = await getBrought(tx, id, true)
    if (doneAt) throw new InAlready()
    await dropBrought(tx, id)
  })
}
