/** The door of webhooks: what is told to addresses outside. */
import './when.ts'

export { sendWebhooks } from './send-webhooks.ts'
export { webhooksApi } from './api.ts'
export { webhookMessages } from './describe.ts'
export { webhooksPages } from './pages/index.tsx'
