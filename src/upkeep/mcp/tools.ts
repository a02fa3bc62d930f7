import { createHash } from 'node:crypto'
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import type { CallApi } from './call-api.ts'

/**
 * What an assistant can do here for the person whose token it holds: look, explain and draft. Each tool asks the API as that person, so
 * it sees and may do exactly what they do. The two that change something are there only for a token that may write, and each is done in
 * two steps: the first says what would happen, the second repeats it with the word the first gave out.
 */
export function addTools(server: McpServer, call: CallApi, mayWrite: boolean): void {
  const network = z.string().max(80).describe('The last part of the network’s address, as my_networks lists it')
  const organisation = z.uuid().describe('The id of a member, as find_partners gives it')
  const words = z.string().max(500).describe('What is wanted, in words')
  const lens = z.enum(['gap', 'audience', 'cover', 'cause']).describe('Why one looks: gap, audience, cover or cause')
  const looks = { readOnlyHint: true, openWorldHint: false } as const

  server.registerTool('my_networks', { title: 'My networks', description: 'The networks this person is in, and whom they act for.', inputSchema: {}, annotations: looks },
    async () => told({ me: await call('GET', '/me'), networks: await call('GET', '/networks') }))

  const asked = { network, lens: lens.default('gap'), want: words.optional(), brief: z.uuid().optional().describe('A brief of that network, instead of words') }
  server.registerTool('find_partners', { title: 'Find partners', description: 'Who completes us, best first, each with a word (never a number) and reasons in whole sentences.', inputSchema: { ...asked, most: z.int().min(1).max(50).default(10) }, annotations: looks },
    async ({ network, most, ...rest }) => told(await call('GET', `/networks/${part(network)}/fits?${query({ ...rest, limit: most })}`)))

  server.registerTool('explain_fit', { title: 'Explain a fit', description: 'Why one member fits or does not, and who could introduce us.', inputSchema: { ...asked, organisation }, annotations: looks },
    async ({ network, organisation, ...rest }) => {
      const paths = await call('GET', `/networks/${part(network)}/friendly-paths?${query({ to: organisation })}`)
      for (let offset = 0; offset < 200; offset += 50) {
        const { suggestions } = z.object({ suggestions: z.array(z.looseObject({ organisation: z.string() })) }).parse(await call('GET', `/networks/${part(network)}/fits?${query({ ...rest, limit: 50, offset })}`))
        const found = suggestions.find((one) => one.organisation === organisation)
        if (found) return told({ fit: found, ...z.record(z.string(), z.unknown()).parse(paths) })
        if (suggestions.length < 50) break
      }
      return told({ fit: null, says: 'It is not among the two hundred who fit best for this.', ...z.record(z.string(), z.unknown()).parse(paths) })
    })

  server.registerTool('build_team', { title: 'Build a team', description: 'For a team this person leads: proposals that cover its parts, each proven best or with how far below the best it can be at most. my_teams lists the teams.', inputSchema: { team: z.uuid(), line_up: z.uuid().optional().describe('One of its line-ups; the first otherwise') }, annotations: looks },
    async ({ team, line_up }) => {
      const { lineUps } = z.object({ lineUps: z.array(z.looseObject({ id: z.string() })) }).parse(await call('GET', `/teams/${team}/line-ups`))
      const line = lineUps.find(({ id }) => line_up === undefined || id === line_up)
      if (!line) return refused('This team has no such line-up.')
      return told({ lineUp: line, ...z.record(z.string(), z.unknown()).parse(await call('GET', `/teams/${team}/line-ups/${line.id}/proposals`)) })
    })

  server.registerTool('my_teams', { title: 'My teams', description: 'The teams this person’s organisation leads or sits in.', inputSchema: {}, annotations: looks }, async () => told(await call('GET', '/teams')))

  const meeting = { network, to: organisation, through: z.uuid().optional().describe('Who should introduce us; left out, the ways are listed') }
  server.registerTool('draft_introduction', { title: 'Draft an introduction', description: 'Who could introduce us, and the two notes as we might write them. Nothing is sent.', inputSchema: meeting, annotations: looks },
    async (given) => told(await call('GET', `/introductions/ways?${query(given)}`)))

  if (!mayWrite) return
  const changes = { readOnlyHint: false, destructiveHint: false, openWorldHint: false } as const
  const confirm = z.string().max(40).optional().describe('Left out the first time; then the word the first answer gave, once the person has said yes')
  server.registerTool('ask_for_introduction', {
    title: 'Ask for an introduction', description: 'Asks a member to introduce us. In two steps: without confirm nothing is sent and the answer says what would be; show it to the person first.', annotations: changes,
    inputSchema: { network, to: organisation, through: z.uuid(), toIntroducer: z.string().max(2000), toOther: z.string().max(2000), way: z.enum(['page', 'typed']).default('page').describe('How they reach us once both agree: as our page says, or as typed here'), askFor: z.string().max(200).optional(), phone: z.string().max(40).optional(), email: z.string().max(254).optional(), confirm },
  }, async ({ confirm, ...given }) => inTwoSteps('ask_for_introduction', given, confirm, 'A letter would go to whoever introduces you, with your note; they pass on the other once they agree.', () => call('POST', '/introductions', given)))

  server.registerTool('start_team', {
    title: 'Start a team', description: 'Starts a team for a brief, with us as its lead. In two steps, as ask_for_introduction. Nobody is invited by it.', annotations: changes,
    inputSchema: { network: z.uuid().describe('The id of the network'), brief: z.uuid(), title: z.string().max(120).optional(), confirm },
  }, async ({ confirm, ...given }) => inTwoSteps('start_team', given, confirm, 'A team would be started for this brief, with your organisation as its lead.', () => call('POST', '/teams', given)))
}

type Result = { content: [{ type: 'text'; text: string }]; isError?: boolean }
const told = (value: unknown): Result => ({ content: [{ type: 'text', text: JSON.stringify(value, null, 2) }] })
const refused = (says: string): Result => ({ content: [{ type: 'text', text: says }], isError: true })

/** The word stands for exactly what was said the first time, so that nothing else can be done with it. */
async function inTwoSteps(tool: string, given: object, confirm: string | undefined, says: string, work: () => Promise<unknown>): Promise<Result> {
  const word = createHash('sha256').update(JSON.stringify([tool, Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1))])).digest('hex').slice(0, 12)
  if (confirm === word) return told(await work())
  return told({ done: false, says: confirm === undefined ? says : 'That word belongs to something else. Nothing was done.', wouldSend: given, toConfirm: `Show this to the person. Once they say yes, call ${tool} again with the same words and confirm: "${word}".` })
}

const part = encodeURIComponent
function query(given: Readonly<Record<string, string | number | undefined>>): string {
  return new URLSearchParams(Object.entries(given).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, String(value)]]))).toString()
}
