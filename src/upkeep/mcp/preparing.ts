import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import type { CallApi } from './call-api.ts'
import { inWords, LOOKS, network, organisation, told, type Result } from './tool.ts'

const PREPARES = { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false } as const
const outcome = { done: z.literal(false), says: z.string(), confirmAt: z.string().describe('The page where the person reads the words and says yes or no'), id: z.string() }

/**
 * What would change something is written down and waits. The yes is given at a page of the house by the person, signed in: no tool gives
 * it, and no token opens that page.
 */
export function addPreparing(server: McpServer, call: CallApi): void {
  const hold = async (kind: 'introduction' | 'team', words: object): Promise<Result> => {
    const { id, confirmAt } = z.looseObject({ id: z.string(), confirmAt: z.string() }).parse(await call('POST', '/confirmations', { kind, words }))
    return told({ done: false, says: 'Nothing was sent. Give the person this address: there they read the very words, signed in, and say yes or no. You cannot say it for them.', confirmAt, id })
  }
  server.registerTool('prepare_introduction', {
    title: 'Prepare an introduction', annotations: PREPARES, outputSchema: outcome, description: 'Writes down an introduction to be asked for: whom to meet, through whom, and the two notes. It is sent once the person has said yes at the page named in the answer.',
    inputSchema: { network, to: organisation, through: z.uuid().describe('Who introduces us, as draft_introduction lists them'), toIntroducer: z.string().max(2000), toOther: z.string().max(2000), way: z.enum(['page', 'typed']).default('page').describe('How they reach us once both agree: as our page says, or as typed here'), askFor: z.string().max(200).optional(), phone: z.string().max(40).optional(), email: z.string().max(254).optional() },
  }, inWords((given) => hold('introduction', given)))
  server.registerTool('prepare_team', {
    title: 'Prepare a team', annotations: PREPARES, outputSchema: outcome, description: 'Writes down a team to be started for a brief, with us as its lead. It is started once the person has said yes at the page named in the answer; nobody is invited by it.',
    inputSchema: { network: z.uuid().describe('The id of the network, as my_networks gives it'), brief: z.uuid(), title: z.string().max(120).optional() },
  }, inWords((given) => hold('team', given)))
  server.registerTool('what_became_of', {
    title: 'What became of it', annotations: LOOKS, description: 'Whether the person said yes to what was prepared, and the id of what was made by it.', inputSchema: { id: z.uuid().describe('The id that prepare_introduction or prepare_team gave') },
    outputSchema: z.looseObject({ state: z.enum(['waits', 'done', 'refused', 'over']), made: z.string().nullable() }),
  }, inWords(async ({ id }) => told(await call('GET', `/confirmations/${id}`))))
}
