import { claims } from './claims.ts'
import { jobs } from './jobs.ts'
import { members } from './members.ts'
import type { Kind, Shape } from './shape.ts'

const SHAPES: Readonly<Record<Kind, Shape>> = { members, claims, jobs }

export function shapeOf(kind: Kind): Shape {
  return SHAPES[kind]
}
