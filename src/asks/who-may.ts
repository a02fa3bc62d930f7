import type { Actor } from '../kit/ctx.ts'
import type { Ask } from './ask.ts'

export const mayAnswer = (actor: Actor, ask: Ask): boolean =>
  (!!actor.person && actor.person === ask.to.person) || (!!actor.organisation && actor.organisation === ask.to.organisation)

export const mayWithdraw = (actor: Actor, ask: Ask): boolean =>
  (!!actor.person && actor.person === ask.from.person) || (!!actor.organisation && actor.organisation === ask.from.organisation)
