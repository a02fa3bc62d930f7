import type { OpenAPIHono } from '@hono/zod-openapi'
import type { WebEnv } from '../kit/web/env.ts'

export function matchesApi(_api: OpenAPIHono<WebEnv>): void {
  // its actions come with the room
}
