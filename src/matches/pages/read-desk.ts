import { listAnswers, listClaims } from '../../answers/index.ts'
import { listOurBriefs } from '../../briefs/index.ts'
import type { Tx } from '../../kit/ctx.ts'
import type { Id } from '../../kit/ids.ts'
import { findRole } from '../../organisations/index.ts'
import { listPartnershipsOf } from '../../partnerships/index.ts'
import { findMeets, listSaved } from '../choice-store.ts'
import type { Meets, Want } from '../want.ts'
import { mayChooseFor } from '../who-may.ts'
import { listWants } from '../want-store.ts'

/** What we have at hand when we look: our needs, briefs and choices. Empty for an organiser who acts for no member. */
export type Desk = {
  readonly organisation?: Id<'organisation'>
  readonly mayChoose: boolean
  readonly wants: readonly Want[]
  readonly briefs: readonly { readonly id: string; readonly title: string }[]
  readonly saved: ReadonlySet<string>
  /** Partnerships of ours, by partner. */
  readonly partnerships: ReadonlyMap<string, string>
  readonly meets: Meets
  readonly answeredTwo: boolean
  readonly claims: number
}

export async function readDesk(tx: Tx, network: { readonly id: Id<'network'>; readonly isMember: boolean }): Promise<Desk> {
  const { organisation, person } = tx.actor
  if (!organisation || !person || !network.isMember) return { mayChoose: false, wants: [], briefs: [], saved: new Set(), partnerships: new Map(), meets: 'cover', answeredTwo: false, claims: 0 }
  const ours = { network: network.id, organisation }
  const [role, wants, briefs, saved, meets, answers, claims, partnerships] = await Promise.all([
    findRole(tx, organisation, person), listWants(tx, network.id, organisation), listOurBriefs(tx), listSaved(tx, ours), findMeets(tx, organisation), listAnswers(tx, organisation), listClaims(tx, organisation), listPartnershipsOf(tx, organisation),
  ])
  return {
    organisation, mayChoose: mayChooseFor({ role, listedIt: false }), wants, saved: new Set(saved), partnerships: new Map(partnerships.flatMap((one) => (one.partner.id ? [[one.partner.id, one.id]] : []))), meets, answeredTwo: answers.some(({ question }) => question === 2), claims: claims.length,
    briefs: briefs.briefs.filter((one) => one.network === network.id && (one.state.is === 'open' || one.state.is === 'draft')).map(({ id, title }) => ({ id, title })),
  }
}
