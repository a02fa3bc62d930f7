import { asHouse, house as theHouse, type Ctx, type Tx } from '../../kit/ctx.ts'
import { defineChore } from '../../kit/jobs/define.ts'
import { sendMail } from '../../kit/mail/send.ts'
import { callOutside, NotOutside } from '../../kit/outside.ts'
import { openCtx, type House } from '../../kit/open-ctx.ts'
import { getNetworkById, listOrganisers } from '../../networks/index.ts'
import { defineNoticeKind, tell } from '../../notices/index.ts'
import { findAccount } from '../../people/index.ts'
import { routes } from '../../routes.ts'
import { secretsNow, signed } from './sign.ts'
import { disable, forgetOldDeliveries, markTried, takeDue, type Due, type Outcome } from './store.ts'
import { DISABLED_AFTER_MS, nextTry } from './webhook.ts'

const SIDE_BY_SIDE = 8

/** Sends what is due and says how much it tried. Each is sent at least once, under one id for good, so that a receiver can tell a second time. */
export async function sendWebhooks(house: House, most = 200): Promise<number> {
  let tried = 0
  while (tried < most) {
    const due = await openCtx(house, { actor: theHouse }).transaction((tx) => takeDue(tx, SIDE_BY_SIDE))
    await Promise.all(due.map((one) => sendOne(house, one)))
    tried += due.length
    if (due.length < SIDE_BY_SIDE) return tried
  }
  return tried
}

async function sendOne(house: House, due: Due): Promise<void> {
  const ctx = openCtx(house, { actor: theHouse })
  const body = JSON.stringify({ type: due.event, timestamp: due.happenedAt.toISOString(), data: due.data })
  const outcome = await call(ctx, due, body)
  await openCtx(house, { actor: theHouse }).transaction(async (tx) => {
    await markTried(tx, due, outcome)
    const failedLong = !outcome.taken && due.webhook.failingSince !== undefined && tx.now.getTime() - due.webhook.failingSince.getTime() >= DISABLED_AFTER_MS
    if ((failedLong || outcome.status === GONE) && await disable(tx, due.webhook.id)) await tellItsKeepers(tx, due)
  })
}

const GONE = 410

async function call(ctx: Ctx, { webhook, eventId, tries }: Due, body: string): Promise<Outcome> {
  const again = (said: string, status?: number): Outcome => ({ taken: false, said, nextTryAt: nextTry(ctx.now, tries + 1), ...(status === undefined ? {} : { status }) })
  try {
    const headers = { 'Content-Type': 'application/json', ...signed(secretsNow(ctx.keys, webhook, ctx.now), { id: `msg_${eventId}`, at: ctx.now, body }) }
    const { status, text } = await callOutside(webhook.address, { method: 'POST', body, headers }, ctx.settings)
    if (status >= 200 && status < 300) return { taken: true, status, said: 'Taken.' }
    if (status === GONE) return { taken: false, status, said: 'The address says it is gone for good.' }
    return again(status >= 300 && status < 400 ? 'It sent us elsewhere, where we do not follow.' : plainly(text) || 'It was not taken.', status)
  } catch (error) {
    return again(error instanceof NotOutside ? error.because : `No connection (${codeIn(error)}).`)
  }
}

const plainly = (text: string) => text.slice(0, 200).replaceAll(/[\u0000-\u001f\u007f]+/g, ' ').toWellFormed().trim()
const codeIn = (error: unknown) => (typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'it broke off')

const stopped = defineNoticeKind({
  name: 'upkeep.webhook-stopped', good: false,
  describe: async (_tx, { subject }) => ({ says: `We stopped telling ${subject['host'] ?? 'an address of yours'} what happens, because it took nothing for five days.`, href: routes.webhooks, more: 'Look at what it answered' }),
})

/** An organisation finds it on its Home; a network's organisers get a letter. */
async function tellItsKeepers(tx: Tx, { webhook }: Due): Promise<void> {
  const { host } = new URL(webhook.address)
  if (webhook.owner.organisation) return void (await tell(tx, { kind: stopped.name, to: webhook.owner.organisation, subject: { host } }))
  if (!webhook.owner.network) return
  const network = await getNetworkById(tx, webhook.owner.network)
  for (const { person } of await listOrganisers(tx, network.id)) {
    const account = await findAccount(tx, person)
    if (account) await sendMail(tx, { to: account.email, person, subject: `${host} no longer hears from ${network.name}`, lines: [`We stopped telling ${host} what happens in ${network.name}, because it took nothing for five days.`], link: { says: 'Look at what it answered', url: tx.url(routes.networkWebhooks(network.slug)) } })
  }
}

const KEPT_MS = 30 * 86_400_000
defineChore({ name: 'upkeep.forget-webhooks', cron: '40 3 * * *', run: (ctx) => asHouse(ctx).transaction((tx) => forgetOldDeliveries(tx, new Date(tx.now.getTime() - KEPT_MS))) })
