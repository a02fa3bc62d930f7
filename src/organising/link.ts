import type { Id } from '../kit/ids.ts'
import type { Kind } from '../organisations/index.ts'

/** How two members are linked, the strongest first. Each has a line of its own, so that the picture reads in black and white. */
export const LINK_KINDS = ['agreement', 'worked', 'trust', 'met'] as const
export type LinkKind = (typeof LINK_KINDS)[number]
export const LINK_WORDS: Readonly<Record<LinkKind, string>> = { agreement: 'Agreement', worked: 'Worked together', trust: 'Trust each other', met: 'Introduced' }

export const strongerOf = (one: LinkKind, other: LinkKind): LinkKind => (LINK_KINDS.indexOf(one) <= LINK_KINDS.indexOf(other) ? one : other)

export type MapNode = {
  readonly id: Id<'organisation'>
  readonly name: string
  readonly kind: Kind
  readonly district?: string
  readonly town?: string
  readonly inFocus: boolean
  /** How many steps from where it starts. */
  readonly steps: number
  /** What it does, in the network's words, as far as the viewer sees; the strongest first. */
  readonly does: readonly string[]
}

export type MapLink = { readonly one: Id<'organisation'>; readonly other: Id<'organisation'>; readonly kind: LinkKind; /** What ties them, in whole sentences. */ readonly words: readonly string[] }

/** A shape for each sort of organisation. */
export const SHAPES = ['circle', 'square', 'triangle', 'diamond'] as const
export type Shape = (typeof SHAPES)[number]
export const SHAPE_WORDS: Readonly<Record<Shape, string>> = { circle: 'Business', square: 'Charity or community', triangle: 'Public body', diamond: 'In focus' }

const COMMUNITY: readonly Kind[] = ['charity', 'community-interest-company', 'co-operative']
export function shapeOf({ kind, inFocus }: Pick<MapNode, 'kind' | 'inFocus'>): Shape {
  if (inFocus) return 'diamond'
  if (COMMUNITY.includes(kind)) return 'square'
  return kind === 'public-body' ? 'triangle' : 'circle'
}
