import type { PgBoss } from 'pg-boss'
import { openDatabase } from '../kit/database/open.ts'
import { queueOn, openBoss } from '../kit/jobs/queue.ts'
import { openKeys } from '../kit/keys.ts'
import type { Log } from '../kit/log.ts'
import type { House } from '../kit/open-ctx.ts'
import type { Settings } from '../kit/settings.ts'
import type { OpenDatabase } from './open-database.ts'
import { tendingOf } from './tending.ts'

export type RunningHouse = { readonly house: House; /** Comes once it has looked round; pages need not wait for it. */ readonly boss: Promise<PgBoss>; onWake(listener: () => void): void; setBaseUrl(url: string): void; close(): Promise<void> }

/** Everything a running process shares, made once. */
export async function openHouse(settings: Settings, database: OpenDatabase, log: Log): Promise<RunningHouse> {
  const opened = openDatabase({ ...database.app, max: settings.DATABASE_POOL }, log)
  const boss = openBoss(database.app, log)
  const started = boss.start()
  started.catch(() => undefined) // whoever waits for it is told
  let wake = () => {}
  let baseUrl = settings.BASE_URL || `http://localhost:${settings.PORT}`
  const house: House = {
    db: opened.db, settings, log, queue: { send: async (...work) => { await started; await queueOn(boss).send(...work) } }, keys: openKeys(settings.DATA_DIR), clock: () => new Date(), baseUrl: () => baseUrl, wake: () => wake(),
    tending: tendingOf(settings, database),
  }
  return {
    house, boss: started,
    onWake: (listener) => { wake = listener },
    setBaseUrl: (url) => { baseUrl = url },
    close: async () => {
      await started.catch(() => undefined)
      await boss.stop({ graceful: true, timeout: 5_000 })
      await opened.close()
    },
  }
}
