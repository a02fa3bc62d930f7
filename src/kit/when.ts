import type { Actor, Tx } from './ctx.ts'
import type { EventName, Events } from './events.ts'
import type { Id } from './ids.ts'

export type News<Name extends EventName = EventName> = {
  readonly id: Id<'event'>
  readonly name: Name
  readonly at: Date
  /** Who caused it. Handlers act as the house, and look here when rights matter. */
  readonly actor: Actor
  readonly news: Events[Name]
}

type Handler<Name extends EventName> = (tx: Tx, event: News<Name>) => Promise<void>
type Registered = { readonly event: string; readonly handler: string; readonly run: Handler<EventName> }

const registered: Registered[] = []

/**
 * What a room does on news from the rooms above. `handler` names it for good (`home: tell the giver`): deliveries are kept by that name.
 * It runs in one transaction with the mark that it ran, so its rows appear exactly once however often delivery is tried.
 */
export function when<Name extends EventName>(event: Name, handler: string, run: Handler<Name>): void {
  if (registered.some((one) => one.handler === handler)) throw new Error(`Two handlers are called "${handler}".`)
  registered.push({ event, handler, run: run as unknown as Handler<EventName> }) // the registry holds all kinds; findHandler gives each its own
}

export function handlersOf(event: string): readonly string[] {
  return registered.filter((one) => one.event === event).map((one) => one.handler)
}

export function findHandler(handler: string): Registered | undefined {
  return registered.find((one) => one.handler === handler)
}
