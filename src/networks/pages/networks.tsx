import { SignInFirst } from '../../kit/refusal.ts'
import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, type FormState } from '../../kit/web/form.ts'
import { listWorkingFor } from '../../organisations/index.ts'
import { routes } from '../../routes.ts'
import { Empty, Heading, LinkButton, Row, Rows, Section, State, WithAside } from '../../ui/index.ts'
import { changeNetwork } from '../change-network.ts'
import { countMembers } from '../member-store.ts'
import type { Network, Place } from '../network.ts'
import { getNetwork, listMyNetworks, listOrganisers, type Organiser } from '../network-store.ts'
import { startNetwork } from '../start-network.ts'
import { getNetworkTo } from '../tend.ts'
import { mayTend } from '../who-may.ts'
import { HouseRules, NetworkForm } from './network-form.tsx'
import { Above, NetworkTabs } from './network-tabs.tsx'
import { slugOf } from './param.ts'

/** Your networks, starting one, its home page and its settings. */
export function networkPages(pages: Pages): void {
  pages.get(routes.networks, async (c) => show(c, await yours(c)))
  formPage(pages, routes.newNetwork, {
    show: (c, form) => newPage(c, form),
    send: async (c, values) => {
      const { slug } = await startNetwork(c.var.ctx, values)
      return goTo(c, routes.inviteMember(slug), { says: 'Your network is open. Invite the first member.' })
    },
  })
  pages.get(routes.network(':slug'), async (c) => show(c, await homeOf(c)))
  formPage(pages, routes.networkSettings(':slug'), {
    start: async (c) => {
      const { name, kind, purpose, houseRules, listed } = await c.var.ctx.read((tx) => getNetworkTo(tx, slugOf(c), mayTend))
      return { name, kind, purpose, houseRules: houseRules ?? '', listed }
    },
    show: (c, form) => settings(c, form),
    send: async (c, values) => {
      await changeNetwork(c.var.ctx, slugOf(c), values)
      return goTo(c, routes.network(slugOf(c)), { says: 'Saved.' })
    },
  })
}

async function yours(c: WebContext): Promise<Shown> {
  if (!c.var.ctx.actor.person) throw new SignInFirst()
  const networks = await c.var.ctx.read((tx) => listMyNetworks(tx))
  return {
    title: 'Networks', width: 'reading',
    body: (
      <>
        <Heading actions={<LinkButton href={routes.newNetwork} variant={networks.length === 0 ? 'main' : 'quiet'}>Start a network</LinkButton>}>Networks</Heading>
        {networks.length === 0
          ? <Empty title="You are in no network yet" example="Don Side Park · Business park · 24 members">A network opens to those it invites. If somebody gave you a link or a poster, open that; or start one of your own.</Empty>
          : <Rows label="Your networks">{networks.map((one) => <Row key={one.id} title={one.name} href={routes.network(one.slug)} detail={`${one.kind}. ${one.purpose}`} aside={one.organises ? <State tone="note">You organise it</State> : undefined} />)}</Rows>}
      </>
    ),
  }
}

async function newPage(c: WebContext, form: FormState): Promise<Shown> {
  const { actor } = c.var.ctx
  if (!actor.person) throw new SignInFirst()
  const working = await c.var.ctx.read((tx) => listWorkingFor(tx))
  const ours = working.find((one) => one.organisation === actor.organisation)
  return {
    title: 'Start a network', width: 'reading',
    body: (
      <>
        <Heading intro="A circle of organisations that want to know each other. You will be its first organiser.">Start a network</Heading>
        <NetworkForm form={form} to={routes.newNetwork} verb="Start it" backHref={routes.networks} offerToJoin={ours?.name} />
      </>
    ),
  }
}

async function homeOf(c: WebContext): Promise<Shown> {
  const { network, organisers, members } = await c.var.ctx.read(async (tx) => {
    const network = await getNetwork(tx, slugOf(c))
    const inside = network.organises || network.isMember
    return { network, organisers: await listOrganisers(tx, network.id), members: inside ? await countMembers(tx, network.id) : undefined }
  })
  const { slug, name, kind, purpose, houseRules, organises, isMember } = network
  return {
    title: name, description: purpose, width: 'work',
    body: (
      <>
        <Heading above={kind} intro={purpose} actions={organises && <LinkButton href={routes.inviteMember(slug)} variant="main">Invite a member</LinkButton>}>{name}</Heading>
        <NetworkTabs network={network} current="about" />
        {members === undefined ? <Closed rules={houseRules} /> : (
          <WithAside label="Who is here" aside={<Circle network={network} members={members} organisers={organisers} />}>
            <Section title="House rules">
              {houseRules ? <HouseRules rules={houseRules} />
                : <Empty title="No house rules yet" example="“Say no quickly. A no on Monday is worth more than a maybe on Friday.”" action={organises && <LinkButton href={routes.networkSettings(slug)}>Write them</LinkButton>}>A few lines on what members expect of each other. Newcomers read them before they join.</Empty>}
            </Section>
            {isMember && <p className="fine"><a href={routes.membershipEnd(slug)}>Leave this network</a></p>}
          </WithAside>
        )}
      </>
    ),
  }
}

/** What somebody outside sees of a network that anyone may find. */
function Closed({ rules }: { rules?: string }) {
  return (
    <>
      <Empty title="This network opens to those it invites">Ask a member or an organiser you know for a link.</Empty>
      {rules && <Section title="House rules"><HouseRules rules={rules} /></Section>}
    </>
  )
}

function Circle({ network: { slug, organises }, members, organisers }: { network: Network & Place; members: number; organisers: readonly Organiser[] }) {
  return (
    <>
      <Section title="Members"><Rows><Row title={members === 0 ? 'None yet' : members === 1 ? 'One member' : `${members.toLocaleString('en-GB')} members`} href={routes.members(slug)} /></Rows></Section>
      <Section title={organisers.length === 1 ? 'Organiser' : 'Organisers'}>
        <Rows>{organisers.map((one) => <Row key={one.person} title={one.name} />)}</Rows>
        {organises && <LinkButton href={routes.organisers(slug)}>Choose organisers</LinkButton>}
      </Section>
    </>
  )
}

async function settings(c: WebContext, form: FormState): Promise<Shown> {
  const network = await c.var.ctx.read((tx) => getNetworkTo(tx, slugOf(c), mayTend))
  return {
    title: `Settings of ${network.name}`, width: 'reading',
    body: (
      <>
        <Heading above={<Above network={network} />}>Settings</Heading>
        <NetworkTabs network={network} current="settings" />
        <NetworkForm form={form} to={routes.networkSettings(network.slug)} verb="Save" backHref={routes.network(network.slug)} />
      </>
    ),
  }
}
