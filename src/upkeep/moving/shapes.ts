import { members } from './members.ts'
import type { Kind, Shape } from './shape.ts'

const SHAPES: Readonly<Partial<Record<Kind, Shape>>> = { members }

export function shapeOf(kind: Kind): Shape {
  const shape = SHAPES[kind]
  if (!shape) throw new Error(`Nothing is known of tables of ${kind}.`)
  return shape
}

export const KINDS_NOW = Object.keys(SHAPES) as readonly Kind[] // the keys of the list above
