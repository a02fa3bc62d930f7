import type { OpenAPIHono } from '@hono/zod-openapi'
import type { WebEnv } from '../../kit/web/env.ts'
import { routes } from '../../routes.ts'
import { scopeFor, webhookMessages } from '../../upkeep/index.ts'
import { ANSWERS, answersOf, PROBLEM } from './answers.ts'
import { exampleOf, type Schema } from './examples.ts'
import { TAGS } from './tags.ts'
import { sentenceOf } from './who-may.ts'

/** What is written down of one thing a program can ask for. */
export type Operation = {
  readonly summary: string
  readonly description: string
  readonly operationId: string
  readonly tags: readonly string[]
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
  readonly parameters?: readonly { readonly name?: string; readonly in?: string; readonly required?: boolean; readonly schema?: Schema; readonly $ref?: string }[]
  readonly requestBody?: { readonly required?: boolean; readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly description?: string; readonly content?: Content; readonly headers?: object; readonly $ref?: string }>>
}
type Content = Readonly<Record<string, { readonly schema: Schema; readonly example?: unknown }>>
export type ApiDocument = {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly webhooks: Readonly<Record<string, object>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>>; readonly [kind: string]: Readonly<Record<string, unknown>> }
}

const ABOUT = `Everything the pages can do, for programs. Send a token as \`Authorization: Bearer gh_token_…\`; it is made under Account, Tokens, and never does more than its person may.

**Lists** take \`limit\` and \`after\`. Where more follows, \`next\` in the answer is the \`after\` of the next page, and a \`Link\` header with rel="next" is its whole address.

**Sent twice**: unsafe requests may carry an \`Idempotency-Key\`. The same key has one effect and gets the same answer for a day; with other words in it, it is refused.

**What goes wrong** comes back as application/problem+json (RFC 9457): \`title\` says what, \`detail\` what to do next, \`problems\` names each field to mend.

**Unchanged**: answers carry an \`ETag\`; asked again with \`If-None-Match\`, what is as it was is a 304 without a body.`

const KEY = {
  name: 'Idempotency-Key', in: 'header', required: false, description: 'A word of your own, new for each thing you do: the same word has one effect and gets the same answer for a day.',
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,100}$' }, example: 'f1d4c9a2-6b1e-4a53-9c58-2f0f6c0b7d11',
}

/** The document of the running house: what the rooms' own schemas say, and what holds for all of them written out for each. */
export function documentOf(api: OpenAPIHono<WebEnv>): ApiDocument {
  const said = api.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Guildhall', version: '1', description: ABOUT, license: { name: 'AGPL-3.0-or-later' } }, servers: [{ url: routes.apiV1 }] }) as unknown as ApiDocument // its own type leaves open what each operation here has
  const schemas = { ...said.components.schemas, Problem: PROBLEM }
  const paths = Object.fromEntries(Object.entries(said.paths).map(([path, methods]) => [path, Object.fromEntries(Object.entries(methods).map(([method, operation]) => [method, whole(method, path, operation, schemas)]))]))
  return {
    ...said, tags: TAGS.filter(({ name }) => Object.values(paths).some((methods) => Object.values(methods).some(({ tags }) => tags.includes(name)))), paths, webhooks: webhookMessages(),
    components: {
      ...said.components, schemas, responses: ANSWERS, parameters: { IdempotencyKey: KEY },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A token made under Account, Tokens. The words in brackets are the scope it needs.' },
        session: { type: 'apiKey', in: 'cookie', name: '__Host-guildhall', description: 'A person signed in with a browser, from our own pages.' },
      },
    },
  }
}

function whole(method: string, path: string, operation: Operation, schemas: ApiDocument['components']['schemas']): Operation {
  const scope = scopeFor(method, path)
  const unsafe = method !== 'get'
  const own = Object.fromEntries(Object.entries(operation.responses).map(([status, answer]) => [status, answer.content ? { ...answer, content: withExamples(answer.content, schemas) } : answer]))
  const lists = operation.parameters?.some(({ name, in: where }) => name === 'after' && where === 'query')
  return {
    ...operation,
    operationId: nameOf(method, path),
    description: [operation.description, sentenceOf(method, path)].filter(Boolean).join('\n\n'),
    security: scope ? [{ token: path.startsWith('/registers') ? [scope, 'upkeep'] : [scope] }, { session: [] }] : [{ session: [] }],
    parameters: [...(operation.parameters ?? []), ...(unsafe ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : [])],
    ...(operation.requestBody && { requestBody: { ...operation.requestBody, content: withExamples(operation.requestBody.content, schemas) } }),
    responses: { ...(lists ? linked(own) : own), ...answersOf(method, path, { hasBody: !!operation.requestBody, asks: (operation.parameters?.length ?? 0) > 0 }) },
  }
}

function withExamples(content: Content, schemas: ApiDocument['components']['schemas']): Content {
  return Object.fromEntries(Object.entries(content).map(([type, { schema }]) => [type, type.includes('json') ? { schema, example: exampleOf(schema, schemas) } : { schema }]))
}

function linked(answers: Operation['responses']): Operation['responses'] {
  return Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, status === '200' ? { ...answer, headers: { Link: { description: 'The next page with rel="next", where more follows', schema: { type: 'string' } } } } : answer]))
}

/** A name of its own for each: `get /networks/{slug}/members` is `getNetworkMembers`. */
function nameOf(method: string, path: string): string {
  const parts = path.split('/').filter(Boolean)
  const words = parts.flatMap((part, at) => (part.startsWith('{') ? [] : [parts[at + 1]?.startsWith('{') ? singular(part) : part]))
  const title = (word: string) => word.split('-').map((one) => one.charAt(0).toUpperCase() + one.slice(1)).join('')
  const last = parts.at(-2)
  const one = parts.at(-1)?.startsWith('{') && last && singular(last) === last ? 'One' : '' // words that are the same for one and for many
  return method + one + words.map(title).join('')
}

function singular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.endsWith('s') ? word.slice(0, -1) : word
}
