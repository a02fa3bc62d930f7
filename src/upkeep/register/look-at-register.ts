import { z } from 'zod'
import type { Ctx } from '../../kit/ctx.ts'
import { id as idField, optionalText, parse } from '../../kit/fields.ts'
import { newId, type Id } from '../../kit/ids.ts'
import { defineJob } from '../../kit/jobs/define.ts'
import { startWork } from '../../kit/jobs/work.ts'
import { takeTurn } from '../../kit/limit.ts'
import { Invalid, Refusal } from '../../kit/refusal.ts'
import { routes } from '../../routes.ts'
import { hostsOnly } from '../who-may.ts'
import type { Brought } from './brought.ts'
import { getBrought, saveBrought, saveFound } from './brought-store.ts'
import { FilesGone } from './errors.ts'
import { lookAt } from './look.ts'
import { COLUMNS, readRegister, TABLES, type Register } from './read-register.ts'
import { dropHandedIn, keepHandedIn, pathOfFolder, pathOfHandedIn, sortFiles } from './registers-folder.ts'
import { FOR_A_PAGE, lookAtColumns } from './read-rows.ts'
import { stat } from 'node:fs/promises'

const OFTEN = { points: 30, perSeconds: 3_600 }
const most = z.preprocess((value) => (value === '' || value === undefined ? undefined : Number(value)), z.int('How many projects is a whole number.').min(1, 'Ask for one project at least, or leave it empty for all.').max(1_000_000, 'A million is the most.').optional())
const input = z.strictObject({ folder: optionalText('The folder', 200), projects: most })

export type Given = { readonly name: string; readonly bytes: Buffer }

export const lookJob = defineJob({
  name: 'upkeep.look-at-register',
  input: z.strictObject({ id: idField<'register'>('That register') }),
  stages: ['Reading the projects', 'Reading the organisations', 'Reading who took part in what'],
  run: async (ctx, { id }, progress) => {
    await hostsOnly(ctx)
    const link = routes.register(id)
    const brought = await ctx.read((tx) => getBrought(tx, id))
    try {
      let stage = 0
      const register = await readBrought(ctx, brought, async () => { await progress.stage(stage); await progress.done(0); stage += 1 })
      const found = lookAt(register, ctx.now.toISOString().slice(0, 10), brought.mostProjects)
      await ctx.transaction((tx) => saveFound(tx, id, found, undefined))
      return { said: `${found.comeIn.toLocaleString('en-GB')} projects of ${found.membersToBe.toLocaleString('en-GB')} organisations would come in. Nothing has been changed.`, link }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      await ctx.transaction((tx) => saveFound(tx, id, undefined, `${error.sentence} ${error.next}`))
      return { said: `${error.sentence} ${error.next}`, link }
    }
  },
})

/** Has a register looked through: one of the folders opened for this, or four files handed in. Nothing that others see changes. */
export async function lookAtRegister(ctx: Ctx, asked: unknown, given: readonly Given[] = []): Promise<Id<'register'>> {
  await hostsOnly(ctx) // before anything is read
  const { folder, projects } = parse(input, asked)
  if (!folder === (given.length === 0)) throw new Invalid([{ field: folder ? 'files' : 'folder', sentence: folder ? 'Choose a folder or hand files in, not both.' : 'Choose a folder, or hand the four files in.' }])
  await takeTurn(ctx, `register ${ctx.actor.person ?? ''}`, OFTEN)
  const id = newId<'register'>()
  const path = folder ? await pathOfFolder(ctx.settings, folder) : await keepHandedIn(ctx.settings, id, sortFiles(given))
  try {
    for (const table of TABLES) await lookAtColumns(path, table, COLUMNS[table], FOR_A_PAGE)
    await ctx.transaction(async (tx) => {
      const title = folder ?? 'Four files'
      const lookWork = await startWork(tx, lookJob, `Looking at ${title}`, { id })
      await saveBrought(tx, { id, person: ctx.actor.person as Id<'person'>, folder, title, mostProjects: projects, lookWork }) // hosts are people
    })
    return id
  } catch (error) {
    if (!folder) await dropHandedIn(ctx.settings, id)
    throw inField(error, folder ? 'folder' : 'files')
  }
}

/** The whole register, from wherever it is. */
export async function readBrought(ctx: Ctx, { id, folder }: Brought, tell: (says: string) => void | Promise<void>): Promise<Register> {
  const path = folder === undefined ? pathOfHandedIn(ctx.settings, id) : await pathOfFolder(ctx.settings, folder)
  if (!await stat(path).then((found) => found.isDirectory(), () => false)) throw new FilesGone()
  return readRegister(path, tell, FOR_A_PAGE)
}

/** On a form what is wrong with any of the tables stands beside where they were chosen. */
function inField(error: unknown, field: string): unknown {
  return error instanceof Refusal && error.kind === 'invalid' ? new Invalid([{ field, sentence: `${error.sentence} ${error.next}` }], error.sentence) : error
}
