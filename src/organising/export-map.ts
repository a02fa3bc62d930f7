import { writeCsv } from '../kit/tables/write-csv.ts'
import { KIND_WORDS } from '../organisations/index.ts'
import { LINK_WORDS } from './link.ts'
import type { NetworkMap } from './read-map.ts'

/** The map as a table: one line a link, and one for each who has none. The same filter and the same sight as the page. */
export function mapAsCsv({ nodes, links }: NetworkMap): string {
  const named = new Map(nodes.map((one) => [one.id as string, one]))
  const linked = new Set(links.flatMap(({ one, other }) => [one as string, other as string]))
  const about = (id: string): readonly string[] => { const one = named.get(id); return one ? [one.name, KIND_WORDS[one.kind], one.district ?? '', one.does.join('; ')] : ['', '', '', ''] }
  return writeCsv(['Member', 'Kind', 'District', 'Does', 'Linked to', 'Their kind', 'Their district', 'They do', 'How', 'What ties them'], [
    ...links.map(({ one, other, kind, words }) => [...about(one), ...about(other), LINK_WORDS[kind], words.join(' ')]),
    ...nodes.filter(({ id }) => !linked.has(id)).map(({ id }) => [...about(id), '', '', '', '', '', '']),
  ])
}

/** The map for programs that draw graphs: GraphML as Gephi, yEd and graphology read it. */
export function mapAsGraphml({ network, nodes, links }: NetworkMap): string {
  const data = (key: string, value: string | undefined) => (value ? `<data key="${key}">${escaped(value)}</data>` : '')
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">',
    ...[['label', 'node'], ['kind', 'node'], ['district', 'node'], ['does', 'node'], ['how', 'edge'], ['ties', 'edge']].map(([name, on]) => `<key id="${name}" for="${on}" attr.name="${name}" attr.type="string"/>`),
    `<graph id="${escaped(network.slug)}" edgedefault="undirected">`,
    ...nodes.map(({ id, name, kind, district, does }) => `<node id="${id}">${data('label', name)}${data('kind', KIND_WORDS[kind])}${data('district', district)}${data('does', does.join('; '))}</node>`),
    ...links.map(({ one, other, kind, words }, at) => `<edge id="e${at}" source="${one}" target="${other}">${data('how', LINK_WORDS[kind])}${data('ties', words.join(' '))}</edge>`),
    '</graph></graphml>\n',
  ].join('\n')
}

/** XML knows five entities and no control characters. */
function escaped(text: string): string {
  // eslint-disable-next-line no-control-regex -- just these cannot stand in XML
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&apos;')
}
