import type { Hono } from 'hono'
import { SignInFirst } from '../../kit/refusal.ts'
import type { WebEnv } from '../../kit/web/env.ts'
import { routes } from '../../routes.ts'
import { mayWith, mcpServer, readAnswer } from '../../upkeep/index.ts'

/**
 * The Model Context Protocol over streamable HTTP, for programs with a token. Nothing is kept between two messages, so any node can
 * answer. Its tools ask the API beside it with the very same token.
 */
export function mountMcp(app: Hono<WebEnv>): void {
  app.post(routes.mcp, async (c) => {
    const token = c.req.header('Authorization')
    if (c.var.ctx.actor.by !== 'token' || !token) throw new SignInFirst()
    const server = await mcpServer(async (method, path, body) => readAnswer(await app.request(routes.apiV1 + path, { method, headers: { Authorization: token, 'Content-Type': 'application/json', Accept: 'application/json' }, ...(body ? { body: JSON.stringify(body) } : {}) })), mayWith(c.var.ctx.actor.scopes ?? [], 'draft'))
    const { WebStandardStreamableHTTPServerTransport } = await import('@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js')
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true })
    await server.connect(transport)
    const parsedBody: unknown = await c.req.json().catch(() => undefined)
    const answer = await transport.handleRequest(c.req.raw, { parsedBody })
    await server.close()
    return answer
  })
  app.get(routes.mcp, (c) => c.json({ type: 'about:blank', title: 'This address takes messages of the Model Context Protocol by POST.', detail: 'Send them by POST; docs/for-programs.md says how.', status: 405, instance: routes.mcp }, 405, { Allow: 'POST', 'Content-Type': 'application/problem+json' }))
}
