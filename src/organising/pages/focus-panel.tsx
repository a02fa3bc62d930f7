import { routes } from '../../routes.ts'
import { Actions, Facts, LinkButton, Section } from '../../ui/index.ts'
import { KIND_WORDS } from '../../organisations/index.ts'
import { LINK_KINDS, LINK_WORDS, type MapNode } from '../link.ts'
import type { NetworkMap } from '../read-map.ts'

/** Whoever is in focus: what it does, how it is linked, and the ways on from there. */
export function FocusPanel({ map: { links, network }, focus, us }: { map: NetworkMap; focus: MapNode; us?: string }) {
  const own = links.filter(({ one, other }) => one === focus.id || other === focus.id)
  const kinds = LINK_KINDS.flatMap((kind) => { const count = own.filter((link) => link.kind === kind).length; return count > 0 ? [`${LINK_WORDS[kind]}: ${count}`] : [] })
  return (
    <Section title={focus.name}>
      <Facts facts={[
        { name: 'Who they are', is: [KIND_WORDS[focus.kind], focus.town, focus.district].filter(Boolean).join(' · ') },
        ...(focus.does.length > 0 ? [{ name: 'What they do', is: focus.does.join(', ') }] : []),
        { name: 'Links', is: own.length === 0 ? 'None that you may know of' : kinds.join(' · ') },
      ]} />
      <Actions>
        <LinkButton href={routes.organisation(focus.id)}>{us === focus.id ? 'Open your page' : 'Open their page'}</LinkButton>
        {us && us !== focus.id && <LinkButton href={`${routes.newIntroduction}?to=${focus.id}&network=${network.slug}`}>Ask for an introduction</LinkButton>}
        {network.organises && <LinkButton href={`${routes.introduceMembers(network.slug)}?one=${focus.id}`}>Introduce to…</LinkButton>}
      </Actions>
    </Section>
  )
}
