import type { Kysely } from 'kysely'
import type { DB } from '../../db/types.ts'
import type { EventName, Events } from './events.ts'
import type { Id } from './ids.ts'
import type { Queue } from './jobs/send.ts'
import type { Keys } from './keys.ts'
import type { Log } from './log.ts'
import type { Settings } from './settings.ts'
import type { Tending } from './tending.ts'

/** Who is asking: a person at a page, a program with a token, someone with a link, or the house itself at work. */
export type Actor = {
  readonly by: 'session' | 'token' | 'link' | 'nobody' | 'house'
  readonly person?: Id<'person'>
  /** The organisation they act for just now. */
  readonly organisation?: Id<'organisation'>
  /** The network they stand in just now. */
  readonly network?: Id<'network'>
  readonly session?: Id<'session'>
  /** When they last proved who they are; acts that bind want this to be recent. */
  readonly provedAt?: Date
  /** What a token may do; sessions may do all their person may. */
  readonly scopes?: readonly string[]
}

export type TransactionOptions = {
  /** For money, seats, signatures and quotas, where two at once must come out as one after the other. */
  readonly serializable?: boolean
  /** False where the result holds a secret that must not be stored for a repeated request. */
  readonly keepResult?: boolean
}

/** What every action is given first: who is acting, when, and the one way to the database. */
export type Ctx = {
  readonly actor: Actor
  readonly now: Date
  readonly settings: Settings
  readonly log: Log
  readonly queue: Queue
  /** Secrets kept outside the database. */
  readonly keys: Keys
  readonly tending?: Tending
  /** The address the request came from, for limits and the audit; empty for jobs. */
  readonly address: string
  /** A whole address for a path of ours, for mails and links. */
  url(path: string): string
  /** Reads under the actor's own sight. Inside a transaction it joins that. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** One action, one transaction: all of it happens or none, and news goes out only after. Inside one it joins. */
  transaction<T>(work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>
  /** The same request as someone else, such as the house when it does what the actor may not do by hand. */
  as(actor: Actor): Ctx
}

/** A ctx inside its transaction. */
export type Tx = Ctx & {
  readonly db: Kysely<DB>
  /** News for the rooms below; stored with the change, delivered after the commit. */
  emit<Name extends EventName>(name: Name, news: Events[Name]): Promise<void>
}

export const house: Actor = { by: 'house' }
export const nobody: Actor = { by: 'nobody' }

/** The same request with the house's own sight: for what the actor causes but may not look up, after asking what they may. */
export function asHouse(ctx: Ctx): Ctx {
  return ctx.actor.by === 'house' ? ctx : ctx.as({ ...ctx.actor, by: 'house' }) // inside its own transaction it joins that
}
