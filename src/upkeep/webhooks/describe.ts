import { EVENT_NAMES, EVENTS } from './events.ts'

const header = (name: string, description: string, example: string) => ({ name, in: 'header', required: true, description, schema: { type: 'string' }, example })
const HEADERS = [
  header('webhook-id', 'The same each time this message is sent, so that a second one is known', 'msg_018f3a5e-0000-7000-8000-000000000001'),
  header('webhook-timestamp', 'When it was sent, in seconds; refuse what is older than five minutes', '1803980400'),
  header('webhook-signature', 'v1 and HMAC-SHA256 over id, timestamp and body; two of them, parted by a blank, for a day after the secret was changed', 'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4='),
]
const ID = 'a1b2c3d4-0000-4000-8000-000000000001'

/** What goes out, written down for programs (OpenAPI 3.1, `webhooks`), from the same list that sends it. */
export function webhookMessages(): Readonly<Record<string, object>> {
  return Object.fromEntries(EVENT_NAMES.map((name) => {
    const { says, data } = EVENTS[name]
    const fields = Object.entries<string>(data)
    const shapeOf = (key: string, description: string) => (key === 'between' ? { type: 'array', items: { type: 'string', format: 'uuid' }, description } : key === 'question' ? { type: 'integer', minimum: 1, maximum: 4, description } : { type: 'string', format: 'uuid', description })
    const exampleOf = (key: string) => (key === 'between' ? [ID, ID.replace(/1$/, '2')] : key === 'question' ? 2 : ID)
    return [name, { post: {
      operationId: `hear${name.split('.').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}`, summary: says, tags: ['webhooks'], parameters: HEADERS,
      description: `${says}. Only ids go out: ask the API for the rest, and you are shown what you may see then.`,
      requestBody: { required: true, content: { 'application/json': {
        schema: { type: 'object', required: ['type', 'timestamp', 'data'], properties: { type: { const: name }, timestamp: { type: 'string', format: 'date-time', description: 'When it happened' }, data: { type: 'object', required: fields.map(([key]) => key), properties: Object.fromEntries(fields.map(([key, description]) => [key, shapeOf(key, description)])) } } },
        example: { type: name, timestamp: '2027-03-02T09:30:00.000Z', data: Object.fromEntries(fields.map(([key]) => [key, exampleOf(key)])) },
      } } },
      responses: { '2XX': { description: 'Taken. Anything else is sent again after 5 seconds, 5 and 30 minutes, 2, 5, 10, 14, 20 and 24 hours' }, 410: { description: 'Gone for good: the address is stopped at once' } },
    } }]
  }))
}
