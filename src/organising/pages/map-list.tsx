import { KIND_WORDS } from '../../organisations/index.ts'
import { routes } from '../../routes.ts'
import { Pager, pageSpan, Row, Rows } from '../../ui/index.ts'
import { LINK_WORDS } from '../link.ts'
import type { NetworkMap } from '../read-map.ts'

/** The full equal of the picture: the same members, the same facts, “linked to” as a list within. */
export function MapList({ map: { nodes, links, groups }, page, hrefOf, hrefOfPage }: { map: NetworkMap; page: number; hrefOf: (id: string) => string; hrefOfPage: (page: number) => string }) {
  const { page: at, pages, from, to } = pageSpan(page, nodes.length)
  const named = new Map(nodes.map((one) => [one.id as string, one.name]))
  return (
    <>
      <Rows label="Members and how they are linked">
        {nodes.slice(Math.max(0, from - 1), to).map((node) => {
          const linked = links.filter(({ one, other }) => one === node.id || other === node.id).map((link) => ({ ...link, to: link.one === node.id ? link.other : link.one }))
          return (
            <Row key={node.id} title={node.name} href={routes.organisation(node.id)} detail={[node.inFocus && 'In focus', KIND_WORDS[node.kind], [node.town, node.district].filter(Boolean).join(' '), node.does.join(', ')].filter(Boolean).join(' · ')}
              aside={node.inFocus ? undefined : <a href={hrefOf(node.id)}>Start from here<span className="unseen">: {node.name}</span></a>}>
              {linked.length === 0 ? <p className="fine">Linked to nobody here.</p> : (
                <details className="more linked" open={linked.length <= 6 && groups.length === 0}>
                  <summary>{linked.length === 1 ? 'Linked to 1' : `Linked to ${linked.length}`}</summary>
                  <ul>{linked.map(({ to: other, kind, words }) => <li key={other}><a href={hrefOf(other)}>{named.get(other)}</a>: {LINK_WORDS[kind].toLowerCase()}.{words.length > 0 && <span className="quiet-text"> {words.join(' ')}</span>}</li>)}</ul>
                </details>
              )}
            </Row>
          )
        })}
      </Rows>
      <Pager things="members" from={from} to={to} total={nodes.length} previousHref={at > 1 ? hrefOfPage(at - 1) : undefined} nextHref={at < pages ? hrefOfPage(at + 1) : undefined} />
    </>
  )
}
