import type { OpenAPIHono } from '@hono/zod-openapi'
import type { WebEnv } from '../kit/web/env.ts'
export function organisationsApi(_api: OpenAPIHono<WebEnv>): void {}
