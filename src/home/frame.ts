import type { Ctx } from '../kit/ctx.ts'
import { routes } from '../routes.ts'
import type { Job, Place, SwitcherProps } from '../ui/index.ts'
import { isExample, readFrameRow, type FrameRead } from './frame-store.ts'
import { jobOf } from './job-of.ts'

/** What stands around every page: whose house, who is here, where they may go, what is under way. */
export type Frame = {
  readonly site: string
  /** On every page of the example town. */
  readonly example?: { readonly leaveHref: string }
  readonly person?: {
    readonly places: readonly Place[]
    readonly account: { readonly name: string; readonly detail?: string; readonly links: readonly { label: string; href: string }[] }
    readonly switcher?: SwitcherProps
    readonly jobs: readonly Job[]
  }
}

const leaving = { leaveHref: routes.leaveTown }

export function readFrame(ctx: Ctx): Promise<Frame> {
  return ctx.read(async (tx) => {
    if (!tx.actor.person) return { site: 'Guildhall', example: (await isExample(tx)) ? leaving : undefined }
    const read = await readFrameRow(tx)
    const { networks, working } = read
    const acting = working.find((one) => one.organisation === tx.actor.organisation)
    return {
      site: networks.length === 1 && networks[0] ? networks[0].name : 'Guildhall',
      example: read.example ? leaving : undefined,
      person: {
        places: placesFor(read, acting?.organisation),
        account: { name: read.name, detail: acting?.name ?? read.email, links: linksFor(read.hosts, !!acting) },
        switcher: working.length > 1 && acting ? {
          label: acting.name, detail: 'you act for it', to: routes.actingFor, name: 'organisation',
          choices: working.map((one) => ({ value: one.organisation, label: one.name, current: one.organisation === acting.organisation })),
          links: [{ label: 'List another organisation', href: routes.newOrganisation }],
        } : undefined,
        jobs: read.work.map(jobOf),
      },
    }
  })
}

/** Six places. What somebody does in the name of an organisation is there once they have one. */
function placesFor({ networks, waiting }: FrameRead, organisation: string | undefined): readonly Place[] {
  const [network] = networks
  return [
    { label: 'Home', href: routes.home, icon: 'home', waiting: waiting || undefined },
    { label: 'Find', href: routes.findPartners, icon: 'find' },
    ...(organisation ? [
      { label: 'Refer', href: routes.referrals, icon: 'refer' as const },
      { label: 'Together', href: routes.together, icon: 'together' as const },
      { label: 'My page', href: routes.organisation(organisation), icon: 'page' as const },
    ] : []),
    ...(networks.length === 1 && network ? [{ label: 'Network', href: routes.network(network.slug), icon: 'network' as const }] : []),
    ...(networks.length > 1 ? [{ label: 'Networks', href: routes.networks, icon: 'network' as const }] : []),
  ]
}

function linksFor(hosts: boolean, acts: boolean): readonly { label: string; href: string }[] {
  return [
    { label: 'Account', href: routes.account },
    { label: 'Organisations', href: routes.organisations },
    { label: 'Networks', href: routes.networks },
    { label: 'Calendar', href: routes.calendar },
    ...(acts ? [{ label: 'Letters', href: routes.letters }, { label: 'Take everything out', href: routes.everything }, { label: 'Webhooks', href: routes.webhooks }] : []),
    ...(hosts ? [{ label: 'Health', href: routes.health }, { label: 'Mail', href: routes.mail }] : []),
  ]
}
