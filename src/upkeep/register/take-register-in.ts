import { z } from 'zod'
import { asHouse, type Ctx, type Tx } from '../../kit/ctx.ts'
import { id as idField, optionalText, parse, text } from '../../kit/fields.ts'
import type { Id } from '../../kit/ids.ts'
import { defineJob } from '../../kit/jobs/define.ts'
import { startWork } from '../../kit/jobs/work.ts'
import { Refusal } from '../../kit/refusal.ts'
import { getNetworkById, startNetwork } from '../../networks/index.ts'
import { findAccount } from '../../people/index.ts'
import { routes } from '../../routes.ts'
import { getNetworkToMove } from '../moving/who-may.ts'
import { hostsOnly } from '../who-may.ts'
import { bringInRegister, STEPS, type BroughtIn } from './bring-in-register.ts'
import { saysWhatIsIn, type Brought } from './brought.ts'
import { deleteBrought, getBrought, isAtWork, markComingIn, markIn, saveSteps } from './brought-store.ts'
import { NotLookedYet, RegisterIsIn, StillComingIn } from './errors.ts'
import { readBrought } from './look-at-register.ts'
import { projectsToBring } from './look.ts'
import { dropHandedIn } from './registers-folder.ts'
import { tablesOf } from './tables-of-register.ts'

const input = z.strictObject({ network: optionalText('The network', 120), name: optionalText('The name of the new network', 100), purpose: optionalText('What it is for', 500) })
const newNetwork = z.strictObject({ name: text('The name of the new network', 100), purpose: text('What it is for', 500) })
const which = z.strictObject({ id: idField<'register'>('That register') })

export const registerJob = defineJob({
  name: 'upkeep.bring-in-register',
  input: which,
  stages: ['Reading the files', 'Taking in the vocabulary', 'Taking in the members', 'Taking in what they can do', 'Taking in the finished jobs'],
  run: async (ctx, { id }, progress) => {
    const link = routes.register(id)
    try {
      const { brought, into } = await ctx.read((tx) => mayStillCome(tx, id)) // rights are asked again: they may have ended since
      const register = await readBrought(ctx, brought, () => progress.done(0))
      const today = ctx.now.toISOString().slice(0, 10)
      const tables = tablesOf(register, projectsToBring(register, today, brought.mostProjects), today)
      let at = ''
      const done = await bringInRegister(asHouse(ctx), into, tables, async (step, says, count, of) => {
        if (at !== `${step} ${says}`) await progress.stage(1 + STEPS.indexOf(step), of || undefined)
        at = `${step} ${says}`
        await progress.done(count)
      }, { before: brought.steps, after: (step) => keepStep(ctx, id, step) })
      await ctx.transaction((tx) => markIn(tx, id))
      await dropHandedIn(ctx.settings, id)
      return { said: inWords(done), link }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { said: `${error.sentence} ${error.next} ${(await stands(ctx, id)).said}`, link }
    }
  },
  stands: (ctx, { id }) => stands(ctx, id),
})

async function stands(ctx: Ctx, id: Id<'register'>) {
  const { steps } = await ctx.read((tx) => getBrought(tx, id))
  return { said: saysWhatIsIn(steps), link: routes.register(id) }
}

/** Told of in a transaction of its own right after the step's: should the process end between the two, the step is found done when it is tried again. */
function keepStep(ctx: Ctx, id: Id<'register'>, step: BroughtIn[number]): Promise<void> {
  return ctx.transaction(async (tx) => {
    const { steps } = await getBrought(tx, id, { hold: true })
    await saveSteps(tx, id, [...steps.filter((one) => one.step !== step.step), { ...step, leftOut: step.leftOut.slice(0, 200) }])
  })
}

async function mayStillCome(tx: Tx, id: Id<'register'>) {
  await hostsOnly(tx)
  const brought = await getBrought(tx, id)
  const network = brought.network && await getNetworkById(tx, brought.network)
  const { slug } = await getNetworkToMove(tx, network?.slug ?? '')
  const account = await findAccount(tx, brought.person)
  return { brought, into: { slug, organiser: { person: brought.person, email: account?.email ?? '' } } }
}

/** Sets it going, into a network the host organises or a new one. Pressing twice is harmless: the second finds the first at work. After a stop it goes on. */
export async function takeRegisterIn(ctx: Ctx, id: Id<'register'>, asked: unknown): Promise<Id<'work'>> {
  await hostsOnly(ctx)
  const wanted = parse(input, asked)
  return ctx.transaction(async (tx) => {
    const brought = await getBrought(tx, id, { hold: true })
    if (brought.doneAt) throw new RegisterIsIn()
    if (brought.work && await isAtWork(tx, brought)) return brought.work
    if (!brought.found) throw new NotLookedYet()
    const network = brought.network ?? await networkFor(tx, wanted)
    const work = await startWork(tx, registerJob, `Bringing in ${brought.title}`, { id })
    await markComingIn(tx, id, network, work)
    return work
  })
}

async function networkFor(tx: Tx, { network, name, purpose }: z.output<typeof input>): Promise<Id<'network'>> {
  const as = tx.as({ by: 'session', person: tx.actor.person }) // a program that may tend the house does here what its person may
  if (network) return (await as.read((tx) => getNetworkToMove(tx, network))).id
  const words = parse(newNetwork, { name, purpose })
  return (await startNetwork(as, { ...words, kind: 'Register', listed: 'members' })).id
}

/** Throws away what was looked at or broken off. What is in the network stays there, and can be taken back on its own page. */
export async function discardRegister(ctx: Ctx, id: Id<'register'>): Promise<void> {
  await hostsOnly(ctx)
  await ctx.transaction(async (tx) => {
    const brought: Brought = await getBrought(tx, id, { hold: true })
    if (brought.work && await isAtWork(tx, brought)) throw new StillComingIn()
    await deleteBrought(tx, id)
  })
  await dropHandedIn(ctx.settings, id)
}

function inWords(done: BroughtIn): string {
  const of = (step: BroughtIn[number]['step']) => done.find((one) => one.step === step)?.taken.new ?? 0
  return `${of('members').toLocaleString('en-GB')} members, ${of('claims').toLocaleString('en-GB')} claims and ${of('jobs').toLocaleString('en-GB')} finished jobs are new.`
}
