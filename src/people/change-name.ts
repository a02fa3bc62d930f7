import { z } from 'zod'
import type { Ctx } from '../kit/ctx.ts'
import { parse, text } from '../kit/fields.ts'
import { renamePerson } from './store.ts'
import { mustBeSignedIn } from './who-may.ts'

const schema = z.strictObject({ name: text('Your name', 100) })

/** The name others see. */
export async function changeName(ctx: Ctx, input: unknown): Promise<void> {
  const { person } = mustBeSignedIn(ctx.actor)
  const { name } = parse(schema, input)
  await ctx.transaction((tx) => renamePerson(tx, person, name))
}
