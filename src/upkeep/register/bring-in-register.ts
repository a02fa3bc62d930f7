import { asHouse, type Ctx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { importCapabilities } from '../../networks/index.ts'
import { inNameOf } from '../../organisations/index.ts'
import { importAtTerminal, type TakenIn } from '../moving/index.ts'
import type { RegisterTables } from './tables-of-register.ts'

export const STEPS = ['vocabulary', 'members', 'claims', 'jobs'] as const
export type Step = (typeof STEPS)[number]
export type StepDone = { readonly step: Step; readonly seconds: number; readonly taken: Pick<TakenIn['counts'], 'new' | 'changed' | 'same'>; readonly leftOut: readonly string[] }
export type BroughtIn = readonly StepDone[]
export type TellStep = (step: Step, says: string, done: number, of: number) => void | Promise<void>

/** What came in before, where the work was broken off; and whom to tell once a step has been taken in. */
type GoingOn = { readonly before?: BroughtIn; readonly after?: (done: StepDone) => Promise<void> }
type Into = { readonly slug: string; readonly organiser: { readonly person: Id<'person'>; readonly email: string } }

/** Brings a register into a network through the importers every organiser uses: each table whole or not at all. Doing it twice changes nothing the second time. */
export async function bringInRegister(ctx: Ctx, network: Into, tables: RegisterTables, tell: TellStep, { before = [], after }: GoingOn = {}): Promise<BroughtIn> {
  const done = [...before]
  for (const step of STEPS.filter((one) => !before.some(({ step }) => step === one))) {
    const began = performance.now()
    const { taken, leftOut } = step === 'vocabulary' ? await takeWords(ctx, network, tables.words, tell) : await takeTable(ctx, network, step, tables[step], tell)
    const one = { step, seconds: (performance.now() - began) / 1000, taken, leftOut }
    done.push(one)
    await after?.(one)
  }
  return done
}

async function takeWords(ctx: Ctx, { slug, organiser }: Into, words: string, tell: TellStep) {
  await tell('vocabulary', 'Taking in', 0, 0)
  const { added, changed, same } = await asHouse(ctx).transaction((tx) => importCapabilities(inNameOf(tx, { person: organiser.person }), slug, words))
  return { taken: { new: added, changed, same }, leftOut: [] }
}

async function takeTable(ctx: Ctx, { slug, organiser }: Into, kind: 'members' | 'claims' | 'jobs', bytes: Buffer, tell: TellStep) {
  const { counts, leftOut } = await importAtTerminal(ctx, { kind, slug, name: `${kind}.csv`, bytes, organiser: organiser.email, leaveOut: true }, (says, done, of) => tell(kind, says, done, of))
  return { taken: { new: counts.new, changed: counts.changed, same: counts.same }, leftOut }
}
