import { KIND_WORDS } from '../../organisations/index.ts'
import { layOut, HEIGHT, WIDTH, type Spot } from '../layout.ts'
import { LINK_WORDS, SHAPES, SHAPE_WORDS, shapeOf, type LinkKind, type MapLink, type MapNode, type Shape } from '../link.ts'
import type { NetworkMap } from '../read-map.ts'

type PictureProps = {
  readonly map: NetworkMap
  /** Where each leads: to the map from there on. */
  readonly hrefOf: (id: string) => string
  readonly hrefOfGroup: (id: string) => string
  /** Those on the friendly path that was asked for. */
  readonly lit?: ReadonlySet<string>
  /** Alone in a file it brings its own look. */
  readonly standsAlone?: boolean
}

/** Who is linked with whom, drawn on the server. Every member is a link: Tab goes from one to the next, arrows follow the lines, Enter moves the map there. */
export function Picture({ map, hrefOf, hrefOfGroup, lit = new Set(), standsAlone }: PictureProps) {
  const around = { className: 'link-map', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'group', 'aria-label': `Members of ${map.network.name} and how they are linked` } as const
  const own = standsAlone ? { xmlns: 'http://www.w3.org/2000/svg', width: WIDTH, height: HEIGHT } : {}
  const picture = (
    <svg {...around} {...own}>
      {standsAlone && <style>{LOOK}</style>}
      {map.groups.length > 0 ? <Groups map={map} hrefOf={hrefOfGroup} /> : <Members map={map} hrefOf={hrefOf} lit={lit} standsAlone={standsAlone} />}
    </svg>
  )
  return standsAlone ? picture : <div className="link-map-frame">{picture}</div> // on a phone it keeps a size one can read, and slides
}

function Members({ map: { nodes, links }, hrefOf, lit, standsAlone }: Pick<PictureProps, 'map' | 'hrefOf' | 'standsAlone'> & { lit: ReadonlySet<string> }) {
  const spots = layOut(nodes, links)
  const crowded = nodes.length > 60
  return (
    <>
      {links.map((link) => <Line key={`${link.one} ${link.other}`} link={link} spots={spots} lit={lit.has(link.one) && lit.has(link.other)} />)}
      {nodes.map((node) => {
        const spot = spots.get(node.id)
        return spot && (
          <a key={node.id} href={hrefOf(node.id)} aria-label={inWords(node, links)} className={lit.has(node.id) ? 'lit' : undefined} data-member={standsAlone ? undefined : node.id} data-linked={standsAlone ? undefined : linkedWith(node.id, links)}>
            <title>{inWords(node, links)}</title>
            <Mark shape={shapeOf(node)} spot={spot} size={crowded && !node.inFocus ? 8 : 14} />
            <Name name={node.name} x={spot.x} y={spot.y + (crowded ? 22 : 32)} small={crowded && !node.inFocus} />
          </a>
        )
      })}
    </>
  )
}

/** Whom the arrow keys lead to from here. */
const linkedWith = (id: string, links: readonly MapLink[]) => links.flatMap(({ one, other }) => (one === id ? [other] : other === id ? [one] : [])).join(' ')

/** The line says how, before any colour does: double, whole, dashed, dotted. */
function Line({ link: { one, other, kind }, spots, lit }: { link: { one: string; other: string; kind: LinkKind }; spots: ReadonlyMap<string, Spot>; lit: boolean }) {
  const [from, to] = [spots.get(one), spots.get(other)]
  if (!from || !to) return null
  const ends = { x1: from.x, y1: from.y, x2: to.x, y2: to.y }
  return (
    <g className={`tie tie-${kind}${lit ? ' lit' : ''}`} aria-hidden="true">
      <line {...ends} />
      {kind === 'agreement' && <line {...ends} className="gap" />}
    </g>
  )
}

export function Mark({ shape, spot: { x, y }, size }: { shape: Shape; spot: Pick<Spot, 'x' | 'y'>; size: number }) {
  const className = `mark mark-${shape}`
  switch (shape) {
    case 'circle': return <circle className={className} cx={x} cy={y} r={size} />
    case 'square': return <rect className={className} x={x - size} y={y - size} width={2 * size} height={2 * size} />
    case 'triangle': return <path className={className} d={`M${x} ${y - size * 1.2}L${x + size * 1.2} ${y + size}H${x - size * 1.2}Z`} />
    case 'diamond': return <path className={className} d={`M${x} ${y - size * 1.5}L${x + size * 1.5} ${y}L${x} ${y + size * 1.5}L${x - size * 1.5} ${y}Z`} />
  }
}

/** Too many to draw one by one: by what they do first, each group a door. */
function Groups({ map: { groups, groupLinks }, hrefOf }: { map: NetworkMap; hrefOf: (id: string) => string }) {
  const sizeOf = (count: number) => Math.min(16 + 3 * Math.sqrt(count), 70)
  const spots = layOut(groups.map(({ id, count }, at) => ({ id, steps: at === 0 ? 0 : 1, size: sizeOf(count) + 20 })), groupLinks)
  return (
    <>
      {groupLinks.map(({ one, other }) => <Line key={`${one} ${other}`} link={{ one, other, kind: 'worked' }} spots={spots} lit={false} />)}
      {groups.map(({ id, title, count }) => {
        const spot = spots.get(id)
        return spot && (
          <a key={id} href={hrefOf(id)} aria-label={`${count} ${title}`}>
            <circle className="mark mark-group" cx={spot.x} cy={spot.y} r={sizeOf(count)} />
            <text x={spot.x} y={spot.y + 5}>{count}</text>
            <Name name={title} x={spot.x} y={spot.y + sizeOf(count) + 18} />
          </a>
        )
      })}
    </>
  )
}

function inWords({ id, name, kind, district, inFocus, does }: MapNode, links: readonly MapLink[]): string {
  const count = links.filter(({ one, other }) => one === id || other === id).length
  return [`${name}${inFocus ? ', in focus' : ''}`, KIND_WORDS[kind], district, does[0], count === 1 ? '1 link here' : `${count} links here`].filter(Boolean).join(', ')
}

/** A long name on two lines; cut off it would read otherwise than it is read aloud. */
function Name({ name, x, y, small }: { name: string; x: number; y: number; small?: boolean }) {
  const words = name.split(' ')
  const half = name.length > 20 ? words.findIndex((_, at) => words.slice(0, at + 1).join(' ').length >= name.length / 2) + 1 : words.length
  const lines = [words.slice(0, half).join(' '), words.slice(half).join(' ')].filter(Boolean)
  return <text x={x} y={y} className={small ? 'small' : undefined}>{lines.map((line, at) => <tspan key={line} x={x} dy={at === 0 ? 0 : '1.15em'}>{at < lines.length - 1 ? `${line} ` : line}</tspan>)}</text>
}

/** What each line and shape means, drawn with the very same marks. */
export function Legend() {
  const kinds = Object.entries(LINK_WORDS) as [LinkKind, string][]
  return (
    <ul className="map-legend" role="list" aria-label="What the lines mean">
      {kinds.map(([kind, words]) => (
        <li key={kind}>
          <svg className="link-map legend-mark" viewBox="0 0 40 12" width="40" height="12" aria-hidden="true" focusable="false"><g className={`tie tie-${kind}`}><line x1="2" y1="6" x2="38" y2="6" />{kind === 'agreement' && <line x1="2" y1="6" x2="38" y2="6" className="gap" />}</g></svg>
          {words}
        </li>
      ))}
      {SHAPES.map((shape) => (
        <li key={shape}><svg className="link-map legend-mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false"><Mark shape={shape} spot={{ x: 12, y: 12 }} size={7} /></svg>{SHAPE_WORDS[shape]}</li>
      ))}
    </ul>
  )
}

const LOOK = `.link-map{background:#fff;font-family:sans-serif}.tie line{stroke:#525b5e;stroke-width:2;fill:none}.tie-agreement line{stroke-width:6}.tie-agreement .gap{stroke:#fff;stroke-width:2}.tie-trust line{stroke-dasharray:9 6}.tie-met line{stroke-dasharray:2 6;stroke-linecap:round}.mark{fill:#e6f4ea;stroke:#0b5d57;stroke-width:2}.mark-square{fill:#fff4d6;stroke:#8a4b08}.mark-triangle{fill:#e6f1fa;stroke:#0a5a8a}.mark-diamond{fill:#0b5d57}text{font-size:14px;text-anchor:middle;fill:#1d2426;paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round}.small{font-size:11px}`
