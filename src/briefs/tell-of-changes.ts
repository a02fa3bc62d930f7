import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import { defineChore } from '../kit/jobs/define.ts'
import { tell } from '../notices/index.ts'
import { takeBefore, type Before } from './before-store.ts'
import { findBrief } from './brief-store.ts'
import { isOpen } from './brief.ts'
import { whatChanged, whatChangedIn } from './changes.ts'
import { listInterests } from './interest-store.ts'

const MINUTE = 60_000
/** The owner has let go of it for so long; and however long they go on, nobody waits for more than a day. */
const STILL = 30 * MINUTE, LONG = 24 * 60 * MINUTE
const AT_ONCE = 50

/** Whoever offered help with an open brief hears what changed in it: once, when its owner is done. Their line stands as it was. */
export async function tellOfChanges(ctx: Ctx): Promise<void> {
  while (await asHouse(ctx).transaction(async (house) => {
    const taken = await takeBefore(house, new Date(house.now.getTime() - STILL), new Date(house.now.getTime() - LONG), AT_ONCE)
    for (const before of taken) await tellOf(house, before)
    return taken.length === AT_ONCE
  }));
}

/** One that has closed or was withdrawn meanwhile has been told of already; one that reads as before was not changed. */
async function tellOf(house: Tx, { network, brief: id, said }: Before): Promise<void> {
  const brief = await findBrief(house, network, id)
  if (!brief || !isOpen(brief)) return
  const what = whatChanged(said, brief)
  if (what.length === 0) return
  const told = new Map<string, { interest: string; mine: readonly string[] }>()
  for (const one of await listInterests(house, network, id)) {
    if (one.state.is === 'declined' || one.madeAt > brief.changedAt) continue // whoever came after has read it as it is
    const before = told.get(one.organisation)
    told.set(one.organisation, { interest: before?.interest ?? one.id, mine: [...new Set([...before?.mine ?? [], ...whatChangedIn(one.part, said, brief)])] })
  }
  for (const [to, { interest, mine }] of told) await tell(house, { kind: 'briefs.changed', to: to as Parameters<typeof tell>[1]['to'], subject: { network, brief: id, interest, what: [...mine, ...what].join(' ') } }) // keys of that kind
}

defineChore({ name: 'briefs.tell-of-changes', cron: '*/10 * * * *', run: tellOfChanges })
