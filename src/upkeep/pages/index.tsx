import type { Pages } from '../../kit/web/env.ts'
import { firstRunPages } from './first-run.tsx'
import { healthPages } from './health.tsx'
import { movingPages } from '../moving/index.ts'
import { mailPages } from './mail.tsx'
import { tokensPages } from '../tokens/pages/index.tsx'
import { bringingBackPages } from '../bringing-back/index.ts'
import { everythingPages } from '../everything/index.ts'
import { registerPages } from '../register/index.ts'
import { assistantsPages } from '../assistants/index.ts'
import { settingsPages } from './settings.tsx'
import { webhooksPages } from '../webhooks/index.ts'

export function upkeepPages(pages: Pages): void {
  firstRunPages(pages)
  healthPages(pages)
  mailPages(pages)
  settingsPages(pages)
  movingPages(pages)
  tokensPages(pages)
  webhooksPages(pages)
  everythingPages(pages)
  registerPages(pages)
  bringingBackPages(pages)
  assistantsPages(pages)
}
