import type { OpenAPIHono } from '@hono/zod-openapi'
import type { WebEnv } from '../kit/web/env.ts'
export function networksApi(_api: OpenAPIHono<WebEnv>): void {}
