import { listOpenAsksTo } from '../asks/index.ts'
import type { Ctx, Tx } from '../kit/ctx.ts'
import { listRunningWork } from '../kit/jobs/work.ts'
import { listMyNetworks, type MyNetwork } from '../networks/index.ts'
import { listWorkingFor } from '../organisations/index.ts'
import { findAccount, isHost } from '../people/index.ts'
import { routes } from '../routes.ts'
import type { Job, Place, SwitcherProps } from '../ui/index.ts'
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

export function readFrame(ctx: Ctx): Promise<Frame> {
  return ctx.read(async (tx) => {
    const example = (await isExample(tx)) ? { leaveHref: routes.leaveTown } : undefined
    const { person } = tx.actor
    if (!person) return { site: 'Guildhall', example }
    const account = await findAccount(tx, person)
    const working = await listWorkingFor(tx)
    const networks = await listMyNetworks(tx)
    const acting = working.find((one) => one.organisation === tx.actor.organisation)
    const waiting = (await listOpenAsksTo(tx)).length
    return {
      site: networks.length === 1 && networks[0] ? networks[0].name : 'Guildhall',
      example,
      person: {
        places: placesFor(networks, acting?.organisation, waiting),
        account: { name: account?.name ?? '', detail: acting?.name ?? account?.email, links: linksFor(await isHost(tx, person)) },
        switcher: working.length > 1 && acting ? {
          label: acting.name, detail: 'you act for it', to: routes.actingFor, name: 'organisation',
          choices: working.map((one) => ({ value: one.organisation, label: one.name, current: one.organisation === acting.organisation })),
          links: [{ label: 'List another organisation', href: routes.newOrganisation }],
        } : undefined,
        jobs: (await listRunningWork(tx)).map(jobOf),
      },
    }
  })
}

/** Only places that exist: Refer and Together come with their rooms. */
function placesFor(networks: readonly MyNetwork[], organisation: string | undefined, waiting: number): readonly Place[] {
  const network = networks[0]
  return [
    { label: 'Home', href: routes.home, icon: 'home', waiting: waiting || undefined },
    { label: 'Find', href: routes.find, icon: 'find' },
    ...(organisation ? [{ label: 'My page', href: routes.organisation(organisation), icon: 'page' as const }] : []),
    ...(networks.length === 1 && network ? [{ label: 'Network', href: routes.network(network.slug), icon: 'network' as const }] : []),
    ...(networks.length > 1 ? [{ label: 'Networks', href: routes.networks, icon: 'network' as const }] : []),
  ]
}

function linksFor(isHost: boolean): readonly { label: string; href: string }[] {
  return [
    { label: 'Account', href: routes.account },
    { label: 'Organisations', href: routes.organisations },
    { label: 'Networks', href: routes.networks },
    ...(isHost ? [{ label: 'Health', href: routes.health }, { label: 'Mail', href: routes.mail }] : []),
  ]
}

async function isExample(tx: Tx): Promise<boolean> {
  return !!(await tx.db.selectFrom('house_setting').select('name').where('name', '=', 'example town').executeTakeFirst())
}
