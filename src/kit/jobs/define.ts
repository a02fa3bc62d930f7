import type { z } from 'zod'
import type { Ctx } from '../ctx.ts'

/** Work that takes longer than a page may: it has stages, a count, and can be stopped. */
export type JobKind<Input> = {
  readonly name: string
  readonly input: z.ZodType<Input>
  /** What it goes through, in order, in words for people. */
  readonly stages: readonly string[]
  /** Runs as the person who asked, whose rights are looked up again. Returns a sentence on how it went and perhaps where to look. */
  readonly run: (ctx: Ctx, input: Input, progress: Progress) => Promise<Ending>
  /** What stays of it when it was stopped or failed half-way, and where to look. Without it nothing does. */
  readonly stands?: (ctx: Ctx, input: Input) => Promise<Ending>
}

type Ending = { readonly said: string; readonly link?: string }

export type Progress = {
  /** Which of the stages it is in now, from 0; `total` where it is known how many there are to do. */
  stage(number: number, total?: number): Promise<void>
  /** How many are done. Throws `Cancelled` once the person has pressed Cancel. */
  done(count: number): Promise<void>
  readonly signal: AbortSignal
}

export class Cancelled extends Error {
  constructor() {
    super('Stopped because someone pressed Cancel.')
    this.name = 'Cancelled'
  }
}

/** Something the house does by itself, such as reminding: by cron words, in UTC. */
export type Chore = { readonly name: string; readonly cron: string; readonly run: (ctx: Ctx) => Promise<void> }

const jobs = new Map<string, JobKind<unknown>>()
const chores = new Map<string, Chore>()

export function defineJob<Input>(kind: JobKind<Input>): JobKind<Input> {
  mustBeName(kind.name)
  jobs.set(kind.name, kind as unknown as JobKind<unknown>) // its own schema parses the input again before it runs
  return kind
}

export function defineChore(chore: Chore): void {
  mustBeName(chore.name)
  chores.set(chore.name, chore)
}

export const allJobs = (): readonly JobKind<unknown>[] => [...jobs.values()]
export const allChores = (): readonly Chore[] => [...chores.values()]

/** The queue takes letters, digits, dots and hyphens; better said here than at the first start. */
function mustBeName(name: string): void {
  if (!/^[a-z]+\.[a-z-]+$/.test(name)) throw new Error(`"${name}" is no name for work: write room.what-it-does.`)
}
