import type { OpenAPIHono } from '@hono/zod-openapi'
import type { WebEnv } from '../kit/web/env.ts'

/** Reading a tender, for programs. */
export function readingsApi(_api: OpenAPIHono<WebEnv>): void {
  // its address follows
}
