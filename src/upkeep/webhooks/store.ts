import { sql } from 'kysely'
import type { Tx } from '../../kit/ctx.ts'
import { newId, type Id } from '../../kit/ids.ts'
import { NotFound } from '../../kit/refusal.ts'
import type { WebhookEvent } from './events.ts'
import type { Delivery, Owner, Webhook } from './webhook.ts'

const COLUMNS = ['id', 'organisation_id', 'network_id', 'address', 'events', 'made_at', 'paused_at', 'failing_since', 'disabled_at', 'secret_number', 'secret_changed_at'] as const

function ofOwner(tx: Tx, { organisation, network }: Owner) {
  return tx.db.selectFrom('webhook').select(COLUMNS).$if(organisation !== undefined, (query) => query.where('organisation_id', '=', organisation ?? '')).$if(network !== undefined, (query) => query.where('network_id', '=', network ?? ''))
}

export async function listWebhooks(tx: Tx, owner: Owner): Promise<readonly Webhook[]> {
  return (await ofOwner(tx, owner).orderBy('made_at').orderBy('id').limit(100).execute()).map(fromRow)
}

/** One of this owner's; another's is not there. */
export async function getWebhook(tx: Tx, owner: Owner, id: Id<'webhook'>): Promise<Webhook> {
  const row = await ofOwner(tx, owner).where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('There is no such address here.', 'Look at the list again.')
  return fromRow(row)
}

export async function addWebhook(tx: Tx, { owner, address, events }: Pick<Webhook, 'owner' | 'address' | 'events'>): Promise<Webhook> {
  const id = newId<'webhook'>()
  await tx.db.insertInto('webhook').values({ id, organisation_id: owner.organisation ?? null, network_id: owner.network ?? null, address, events: [...events], made_at: tx.now, made_by: tx.actor.person ?? null }).execute()
  return { id, owner, address, events, madeAt: tx.now, secretNumber: 1 }
}

export async function setPaused(tx: Tx, id: Id<'webhook'>, paused: boolean): Promise<void> {
  await tx.db.updateTable('webhook').set(paused ? { paused_at: tx.now, paused_by: tx.actor.person ?? null } : { paused_at: null, paused_by: null, disabled_at: null, failing_since: null }).where('id', '=', id).execute()
}

/** The next secret; how many there have been with it. */
export async function changeSecretNumber(tx: Tx, id: Id<'webhook'>): Promise<number> {
  const row = await tx.db.updateTable('webhook').set((at) => ({ secret_number: at('secret_number', '+', 1), secret_changed_at: tx.now })).where('id', '=', id).returning('secret_number').executeTakeFirstOrThrow()
  return row.secret_number
}

export async function deleteWebhook(tx: Tx, id: Id<'webhook'>): Promise<void> {
  await tx.db.deleteFrom('webhook').where('id', '=', id).execute()
}

export async function listDeliveries(tx: Tx, webhook: Id<'webhook'>, most: number, offset: number): Promise<readonly Delivery[]> {
  const rows = await tx.db.selectFrom('webhook_delivery').selectAll().where('webhook_id', '=', webhook).orderBy('happened_at', 'desc').orderBy('id').limit(most).offset(offset).execute()
  return rows.map((row) => ({
    id: row.id as Id<'webhook delivery'>, event: row.event, happenedAt: row.happened_at, tries: row.tries, nextTryAt: row.next_try_at ?? undefined, takenAt: row.taken_at ?? undefined, givenUpAt: row.given_up_at ?? undefined, // a column of delivery ids
    lastTriedAt: row.last_tried_at ?? undefined, lastStatus: row.last_status ?? undefined, lastSaid: row.last_said ?? undefined,
  }))
}

/** Puts a delivery in line once more; false where there is none. */
export async function putInLine(tx: Tx, webhook: Id<'webhook'>, id: Id<'webhook delivery'>): Promise<boolean> {
  const row = await tx.db.updateTable('webhook_delivery').set({ next_try_at: tx.now, tries: 0, given_up_at: null, taken_at: null }).where('webhook_id', '=', webhook).where('id', '=', id).returning('id').executeTakeFirst()
  return row !== undefined
}

/** The addresses that had asked for an event when it happened: of these organisations, and of this network. For the house. */
export async function listListening(tx: Tx, event: WebhookEvent, organisations: readonly string[], network: string | undefined, at: Date): Promise<readonly Id<'webhook'>[]> {
  const { rows } = await sql<{ id: Id<'webhook'> }>`select id from webhook where ${event} = any (events) and disabled_at is null and made_at <= ${at}
    and (organisation_id = any (${organisations}::uuid[]) or network_id = ${network ?? null}::uuid)`.execute(tx.db)
  return rows.map((row) => row.id)
}

export async function addDeliveries(tx: Tx, webhooks: readonly Id<'webhook'>[], news: { readonly event: Id<'event'>; readonly name: string; readonly at: Date; readonly data: object }): Promise<void> {
  if (webhooks.length === 0) return
  await tx.db.insertInto('webhook_delivery').values(webhooks.map((webhook) => ({ webhook_id: webhook, id: newId(), event_id: news.event, event: news.name, data: JSON.stringify(news.data), happened_at: news.at, next_try_at: tx.now })))
    .onConflict((at) => at.doNothing()).execute()
}

export type Due = { readonly webhook: Webhook; readonly id: Id<'webhook delivery'>; readonly eventId: string; readonly event: string; readonly data: unknown; readonly happenedAt: Date; readonly tries: number }

/** What is due, set aside for a minute for whoever sends it: a process that dies meanwhile leaves it to be sent again. Paused addresses wait. */
export async function takeDue(tx: Tx, most: number): Promise<readonly Due[]> {
  const later = new Date(tx.now.getTime() + 60_000)
  const { rows } = await sql<Parameters<typeof fromRow>[0] & { delivery: Id<'webhook delivery'>; event_id: string; event: string; data: unknown; happened_at: Date; tries: number }>`
    with due as (select d.webhook_id, d.id from webhook_delivery d join webhook w on w.id = d.webhook_id where d.next_try_at <= ${tx.now} and w.paused_at is null and w.disabled_at is null order by d.next_try_at, d.id limit ${most} for update of d skip locked),
    mine as (update webhook_delivery d set next_try_at = ${later} from due where d.webhook_id = due.webhook_id and d.id = due.id returning d.*)
    select mine.id as delivery, mine.event_id, mine.event, mine.data, mine.happened_at, mine.tries, w.id, w.organisation_id, w.network_id, w.address, w.events, w.made_at, w.paused_at, w.failing_since, w.disabled_at, w.secret_number, w.secret_changed_at
    from mine join webhook w on w.id = mine.webhook_id`.execute(tx.db)
  return rows.map((row) => ({ webhook: fromRow(row), id: row.delivery, eventId: row.event_id, event: row.event, data: row.data, happenedAt: row.happened_at, tries: row.tries }))
}

export type Outcome = { readonly status?: number; readonly said: string; readonly taken: boolean; readonly nextTryAt?: Date }

export async function markTried(tx: Tx, { webhook, id, tries }: Pick<Due, 'webhook' | 'id' | 'tries'>, { status, said, taken, nextTryAt }: Outcome): Promise<void> {
  await tx.db.updateTable('webhook_delivery').set({
    tries: tries + 1, last_tried_at: tx.now, last_status: status ?? null, last_said: said.slice(0, 200), next_try_at: taken ? null : nextTryAt ?? null, taken_at: taken ? tx.now : null, given_up_at: taken || nextTryAt ? null : tx.now,
  }).where('webhook_id', '=', webhook.id).where('id', '=', id).execute()
  await tx.db.updateTable('webhook').set({ failing_since: taken ? null : webhook.failingSince ?? tx.now }).where('id', '=', webhook.id).execute()
}

export async function disable(tx: Tx, id: Id<'webhook'>): Promise<boolean> {
  const row = await tx.db.updateTable('webhook').set({ disabled_at: tx.now }).where('id', '=', id).where('disabled_at', 'is', null).returning('id').executeTakeFirst()
  return row !== undefined
}

/** The owner of a brief, both sides of an interest, the lead of a team. For the house. */
export async function concerned(tx: Tx, ask: 'brief' | 'interest' | 'team', news: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  const id = (key: string) => { const said = news[key]; return typeof said === 'string' ? said : '' }
  if (ask === 'team') return (await tx.db.selectFrom('team').select('lead_organisation_id').where('network_id', '=', id('network')).where('id', '=', id('team')).execute()).map((row) => row.lead_organisation_id)
  const owner = (await tx.db.selectFrom('brief').select('organisation_id').where('network_id', '=', id('network')).where('id', '=', id('brief')).execute()).map((row) => row.organisation_id)
  if (ask === 'brief') return owner
  return [...owner, ...(await tx.db.selectFrom('interest').select('organisation_id').where('network_id', '=', id('network')).where('id', '=', id('interest')).execute()).map((row) => row.organisation_id)]
}

export async function forgetOldDeliveries(tx: Tx, before: Date): Promise<void> {
  await tx.db.deleteFrom('webhook_delivery').where('happened_at', '<', before).execute()
}

type Row = { id: string; organisation_id: string | null; network_id: string | null; address: string; events: string[]; made_at: Date; paused_at: Date | null; failing_since: Date | null; disabled_at: Date | null; secret_number: number; secret_changed_at: Date | null }

function fromRow(row: Row): Webhook {
  const owner = row.organisation_id ? { organisation: row.organisation_id as Id<'organisation'> } : { network: (row.network_id ?? '') as Id<'network'> } // columns of those ids, of which one is there
  return {
    id: row.id as Id<'webhook'>, owner, address: row.address, events: row.events as WebhookEvent[], madeAt: row.made_at, // written by addWebhook alone
    pausedAt: row.paused_at ?? undefined, failingSince: row.failing_since ?? undefined, disabledAt: row.disabled_at ?? undefined,
    secretNumber: row.secret_number, secretChangedAt: row.secret_changed_at ?? undefined,
  }
}
