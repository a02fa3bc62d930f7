import { deliverNews } from '../kit/deliver-news.ts'
import { takePart } from '../kit/jobs/work.ts'
import { deliverMail, openTransport } from '../kit/mail/deliver.ts'
import type { House } from '../kit/open-ctx.ts'
import { sendWebhooks } from '../upkeep/index.ts'
import type { RunningHouse } from './open-house.ts'

const LOOK_EVERY = 1_000

/** Does the background work: news to the rooms below, mail, jobs and chores. Woken by commits, and looking by itself each second. */
export async function startWorker(running: RunningHouse): Promise<{ stop(): Promise<void> }> {
  const { house } = running
  /** What the background work itself commits rouses nobody, or each look would be the cause of the next. */
  const unheard: House = { ...house, wake: () => undefined }
  const transport = house.settings.SMTP_URL ? await openTransport(house.settings.SMTP_URL) : undefined
  let stopped = false
  let asked = true
  let rouse = () => {}

  /** Receivers outside may take ten seconds each, which neither news nor mail waits for. */
  let sent: Promise<number> | undefined
  const sending = () => (sent ??= sendWebhooks(unheard).finally(() => { sent = undefined }))

  const loop = (async () => {
    while (!stopped) {
      asked = false
      try {
        await deliverNews(unheard)
        if (transport) await deliverMail(unheard, transport)
        void sending().catch((error: unknown) => house.log.warn({ err: error }, 'webhooks met an error and go on'))
      } catch (error) {
        house.log.warn({ err: error }, 'the background work met an error and goes on')
      }
      if (!asked && !stopped) await new Promise<void>((done) => { rouse = done; setTimeout(done, LOOK_EVERY).unref() })
    }
  })()
  running.onWake(() => { asked = true; rouse() })
  await takePart(await running.boss, house)

  return {
    stop: async () => {
      stopped = true
      rouse()
      await loop
      await sent?.catch(() => undefined)
      transport?.close()
    },
  }
}
