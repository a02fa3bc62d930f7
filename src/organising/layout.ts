import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationLinkDatum, type SimulationNodeDatum } from 'd3-force'

export type Spot = { readonly id: string; readonly x: number; readonly y: number }
type Body = SimulationNodeDatum & { id: string; size: number }

export const WIDTH = 1000
export const HEIGHT = 640
const EDGE = 56

/**
 * Where each stands, worked out on the server: the same links always give the same picture, to the last place, whoever looks and on
 * whichever machine. It starts on rings by steps and is settled by a fixed number of turns with a fixed seed.
 */
export function layOut(nodes: readonly { id: string; steps: number; size?: number }[], links: readonly { one: string; other: string }[]): ReadonlyMap<string, Spot> {
  const bodies: Body[] = nodes.map(({ id, steps, size = 26 }, at) => {
    const ring = nodes.filter((one) => one.steps === steps), place = ring.findIndex((one) => one.id === id)
    const angle = (2 * Math.PI * place) / Math.max(1, ring.length) + steps
    return { id, size, x: Math.cos(angle) * steps * 130 + at * 1e-3, y: Math.sin(angle) * steps * 90 }
  })
  const known = new Set(nodes.map((one) => one.id))
  const springs: SimulationLinkDatum<Body>[] = links.filter(({ one, other }) => known.has(one) && known.has(other)).map(({ one, other }) => ({ source: one, target: other }))
  forceSimulation(bodies).randomSource(seeded(20_270_511)).stop()
    .force('spring', forceLink<Body, SimulationLinkDatum<Body>>(springs).id((body) => body.id).distance(110).strength(0.4))
    .force('apart', forceManyBody().strength(-420).distanceMax(500))
    .force('room', forceCollide<Body>((body) => body.size + 16))
    .force('across', forceX(0).strength(0.05)).force('down', forceY(0).strength(0.09))
    .tick(nodes.length > 40 ? 140 : 240)
  return fitted(bodies)
}

/** Stretched into the frame; a single one stands in its middle. */
function fitted(bodies: readonly Body[]): ReadonlyMap<string, Spot> {
  const xs = bodies.map(({ x = 0 }) => x), ys = bodies.map(({ y = 0 }) => y)
  const scale = (all: readonly number[], room: number) => { const span = Math.max(...all) - Math.min(...all); return span > 0 ? Math.min(room / span, 1.6) : 1 }
  const [across, down] = [scale(xs, WIDTH - 2 * EDGE - 60), scale(ys, HEIGHT - 2 * EDGE)]
  const middle = (all: readonly number[]) => (Math.max(...all) + Math.min(...all)) / 2
  const [midX, midY] = [middle(xs), middle(ys)]
  const round = (value: number) => Math.round(value * 10) / 10
  return new Map(bodies.map(({ id, x = 0, y = 0 }) => [id, { id, x: round(WIDTH / 2 + (x - midX) * across), y: round(HEIGHT / 2 + (y - midY) * down) }]))
}

/** Mulberry32: small, and the same everywhere. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
