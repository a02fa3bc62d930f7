import type { Id } from '../kit/ids.ts'

/** What an organisation is told and need not answer: good news, or word of what happened. */
export type Notice = {
  readonly id: Id<'notice'>
  readonly kind: string
  readonly to: Id<'organisation'>
  /** What it is about, as ids and short words that its kind understands; never a third person's details. */
  readonly subject: Readonly<Record<string, string>>
  readonly good: boolean
  readonly toldAt: Date
}

declare module '../kit/events.ts' {
  interface Events {
    'notice.told': { organisation: Id<'organisation'>; notice: Id<'notice'> }
  }
}
