import { z } from 'zod'
import { audit } from '../../kit/audit.ts'
import type { Ctx, Tx } from '../../kit/ctx.ts'
import { choice, parse } from '../../kit/fields.ts'
import type { Id } from '../../kit/ids.ts'
import { addressOutside, NotOutside } from '../../kit/outside.ts'
import { Invalid, NotAllowed, NotFound, Refusal, SignInFirst } from '../../kit/refusal.ts'
import { getNetwork } from '../../networks/index.ts'
import { ActForItFirst, getOrganisationToKeep, mayDecideWhoSees } from '../../organisations/index.ts'
import { mustHaveProvedRecently } from '../../people/index.ts'
import { EVENT_NAMES, NETWORK_EVENTS, ORGANISATION_EVENTS, type WebhookEvent } from './events.ts'
import { secretOf } from './sign.ts'
import { addWebhook, changeSecretNumber, deleteWebhook, getWebhook, listDeliveries, listWebhooks, putInLine, setPaused } from './store.ts'
import { MOST_WEBHOOKS, type Delivery, type Owner, type Webhook } from './webhook.ts'

/** Whose addresses are kept: of the organisation one acts for, or of a network one organises. */
export type Whose = { readonly slug?: string }

const events = z.preprocess((value) => (typeof value === 'string' ? [value] : value ?? []), z.array(choice('what it hears of', EVENT_NAMES), 'Choose what it hears of.').min(1, 'Choose what it hears of.').max(EVENT_NAMES.length, 'Choose each once.'))
export const webhookInput = z.strictObject({ address: z.string('The address is missing.').trim().min(1, 'The address is missing.').max(500, 'The address can have 500 characters at most.'), events })

class EnoughWebhooks extends Refusal {
  readonly kind = 'conflict'
  constructor() { super(`${MOST_WEBHOOKS} addresses are the most.`, 'Take one off that is not needed any more.') }
}

/** Owners keep their organisation's, organisers their network's. Others learn of none. */
export async function ownerOf(tx: Tx, { slug }: Whose): Promise<Owner> {
  if (slug !== undefined) {
    const network = await getNetwork(tx, slug)
    if (!tx.actor.person) throw new SignInFirst()
    if (!network.organises) throw new NotAllowed('Only organisers of this network may do that.', 'Ask one of them; they are named on its page.')
    return { network: network.id }
  }
  const { organisation, person } = tx.actor
  if (!person) throw new SignInFirst()
  if (!organisation) throw new ActForItFirst('nobody')
  await getOrganisationToKeep(tx, organisation, mayDecideWhoSees)
  return { organisation }
}

export type Made = { readonly webhook: Webhook; readonly secret: string }

/** Says an address and what it hears of. The secret that signs is shown this once; being made from the id, it needs no keeping for a request sent twice. */
export async function makeWebhook(ctx: Ctx, whose: Whose, input: unknown): Promise<Made> {
  const webhook = await ctx.transaction(async (tx) => {
    const owner = await ownerOf(tx, whose)
    mustHaveProvedRecently(tx)
    const { address, events } = parse(webhookInput, input)
    mayBeCalled(address)
    const may: readonly WebhookEvent[] = owner.network ? NETWORK_EVENTS : ORGANISATION_EVENTS
    const beyond = events.filter((name) => !may.includes(name))
    if (beyond.length > 0) throw new Invalid([{ field: 'events', sentence: `${beyond.join(', ')}: this is not told here. Choose from the list.` }])
    if ((await listWebhooks(tx, owner)).length >= MOST_WEBHOOKS) throw new EnoughWebhooks()
    const webhook = await addWebhook(tx, { owner, address, events: [...new Set(events)] })
    await note(tx, owner, 'webhook made', webhook.id)
    return webhook
  })
  return { webhook, secret: secretOf(ctx.keys, webhook.id) }
}

/** A new secret, shown this once. The one before goes on signing beside it for a day. */
export async function changeSecret(ctx: Ctx, whose: Whose, id: Id<'webhook'>): Promise<Made> {
  const webhook = await ctx.transaction(async (tx) => {
    const owner = await ownerOf(tx, whose)
    mustHaveProvedRecently(tx)
    const before = await getWebhook(tx, owner, id)
    const secretNumber = await changeSecretNumber(tx, id)
    await note(tx, owner, 'webhook secret changed', id)
    return { ...before, secretNumber, secretChangedAt: tx.now }
  })
  return { webhook, secret: secretOf(ctx.keys, id, webhook.secretNumber) }
}

function mayBeCalled(address: string): void {
  try {
    addressOutside(address)
  } catch (error) {
    if (error instanceof NotOutside) throw new Invalid([{ field: 'address', sentence: error.because }])
    throw error
  }
}

export function readWebhooks(ctx: Ctx, whose: Whose): Promise<{ owner: Owner; webhooks: readonly Webhook[] }> {
  return ctx.read(async (tx) => {
    const owner = await ownerOf(tx, whose)
    return { owner, webhooks: await listWebhooks(tx, owner) }
  })
}

const PAGE = 50

export function readDeliveries(ctx: Ctx, whose: Whose, id: Id<'webhook'>, page = 1, { most = PAGE, past = (page - 1) * PAGE } = {}): Promise<{ webhook: Webhook; deliveries: readonly Delivery[]; more: boolean }> {
  return ctx.read(async (tx) => {
    const webhook = await getWebhook(tx, await ownerOf(tx, whose), id)
    const rows = await listDeliveries(tx, id, most + 1, past)
    return { webhook, deliveries: rows.slice(0, most), more: rows.length > most }
  })
}

/** Nothing is sent meanwhile and nothing is lost; beginning again also forgives an address that had failed too long. */
export function pauseWebhook(ctx: Ctx, whose: Whose, id: Id<'webhook'>, paused: boolean): Promise<void> {
  return change(ctx, whose, id, paused ? 'webhook paused' : 'webhook begun again', (tx) => setPaused(tx, id, paused))
}

export function removeWebhook(ctx: Ctx, whose: Whose, id: Id<'webhook'>): Promise<void> {
  return change(ctx, whose, id, 'webhook taken off', (tx) => deleteWebhook(tx, id))
}

export function sendAgain(ctx: Ctx, whose: Whose, id: Id<'webhook'>, delivery: Id<'webhook delivery'>): Promise<void> {
  return change(ctx, whose, id, 'webhook sent again', async (tx) => {
    if (!await putInLine(tx, id, delivery)) throw new NotFound('There is no such message.', 'Look at the list again.')
  })
}

function change(ctx: Ctx, whose: Whose, id: Id<'webhook'>, act: string, work: (tx: Tx) => Promise<void>): Promise<void> {
  return ctx.transaction(async (tx) => {
    const owner = await ownerOf(tx, whose)
    await getWebhook(tx, owner, id)
    await work(tx)
    await note(tx, owner, act, id)
  })
}

async function note(tx: Tx, owner: Owner, act: string, id: Id<'webhook'>): Promise<void> {
  await audit(tx, { chain: owner.network ? `network:${owner.network}` : `organisation:${owner.organisation ?? ''}`, act, subject: id })
}
