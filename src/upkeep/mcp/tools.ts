import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import type { CallApi } from './call-api.ts'
import { addPreparing } from './preparing.ts'
import { LOOKS, organisation, network, part, query, told, inWords } from './tool.ts'

const lens = z.enum(['gap', 'audience', 'cover', 'cause']).describe('Why one looks: gap (what we lack), audience (who has our customers), cover (who can stand in), cause (who cares for the same)')
const more = z.string().nullable().optional().describe('Give it as `after` for more; null at the end')
const rest = z.record(z.string(), z.unknown())

/**
 * What an assistant can do here for the person whose token it holds: look, explain and draft. Each tool asks the API as that person, so
 * it sees and may do exactly what they do. Nothing here changes anything; what would is only prepared, and waits at a page for their yes.
 */
export function addTools(server: McpServer, call: CallApi, mayPrepare: boolean): void {
  addLooking(server, call)
  addBriefs(server, call)
  addTeams(server, call)
  if (mayPrepare) addPreparing(server, call)
}

function addLooking(server: McpServer, call: CallApi): void {
  server.registerTool('my_networks', {
    title: 'My networks', description: 'Whom this person acts for, and the networks they are in. Begin here: the other tools want a network’s `slug`.', inputSchema: {}, annotations: LOOKS,
    outputSchema: { me: z.looseObject({ name: z.string(), actingFor: z.string().nullable() }), networks: z.array(z.looseObject({ slug: z.string(), name: z.string() })) },
  }, inWords(async () => told({ me: await call('GET', '/me'), networks: z.looseObject({ networks: z.array(z.unknown()) }).parse(await call('GET', '/networks?limit=200')).networks })))

  const asked = { network, lens: lens.default('gap'), want: z.string().max(500).optional().describe('What is wanted, in words'), brief: z.uuid().optional().describe('A brief of that network, instead of words') }
  server.registerTool('find_partners', {
    title: 'Find partners', annotations: LOOKS, inputSchema: { ...asked, most: z.int().min(1).max(50).default(10), after: z.string().max(2000).optional() },
    description: 'Who completes us, best first, each with a word (Good, Possible, Long shot; never a number), reasons in whole sentences and what to be careful about. What this person may not see changes nothing in it.',
    outputSchema: { found: z.int().describe('How many there are in all'), suggestions: z.array(z.looseObject({ organisation: z.string(), name: z.string(), fit: z.string() })), next: more, refused: z.string().nullable().describe('Why nothing could be asked, if so') },
  }, inWords(async ({ network: slug, most, ...given }) => told(await call('GET', `/networks/${part(slug)}/fits?${query({ ...given, limit: most })}`))))

  server.registerTool('explain_fit', {
    title: 'Explain a fit', annotations: LOOKS, inputSchema: { ...asked, organisation },
    description: 'Why one member fits or does not, with the proof behind each reason, and who could introduce us.',
    outputSchema: { fit: z.looseObject({ name: z.string(), fit: z.string() }).nullable(), says: z.string().optional(), paths: z.array(z.unknown()).describe('Friendly paths to them, the best first') },
  }, inWords(async ({ network: slug, organisation: whom, ...given }) => {
    const paths = rest.parse(await call('GET', `/networks/${part(slug)}/friendly-paths?${query({ to: whom })}`))
    const page = z.object({ suggestions: z.array(z.looseObject({ organisation: z.string() })), next: z.string().nullable() })
    for (let after: string | null | undefined; after !== null;) {
      const { suggestions, next } = page.parse(await call('GET', `/networks/${part(slug)}/fits?${query({ ...given, limit: 50, after })}`))
      const found = suggestions.find((one) => one.organisation === whom)
      if (found) return told({ fit: found, ...paths })
      after = next
    }
    return told({ fit: null, says: 'It is not among those who fit for this.', ...paths })
  }))

  server.registerTool('draft_introduction', {
    title: 'Draft an introduction', annotations: LOOKS, inputSchema: { network, to: organisation, through: z.uuid().optional().describe('Who should introduce us; left out, the ways are listed') },
    description: 'Who could introduce us to a member, and the two notes as we might write them: one to whoever introduces us, one the other side reads. Nothing is sent.',
    outputSchema: { network: z.string(), ways: z.array(z.looseObject({ organisation: z.string(), name: z.string() })), draft: z.object({ toIntroducer: z.string(), toOther: z.string() }).nullable(), notBefore: z.string().nullable() },
  }, inWords(async (given) => told(await call('GET', `/introductions/ways?${query(given)}`))))
}

function addBriefs(server: McpServer, call: CallApi): void {
  server.registerTool('open_briefs', {
    title: 'Open briefs', annotations: LOOKS, inputSchema: { network, after: z.string().max(2000).optional() }, description: 'What needs to be done in a network and is still open, what closes first, first; each with its parts.',
    outputSchema: { briefs: z.array(z.looseObject({ id: z.string(), title: z.string() })), next: more },
  }, inWords(async ({ network: slug, after }) => told(await call('GET', `/networks/${part(slug)}/briefs?${query({ after, limit: 20 })}`))))

  server.registerTool('read_brief', {
    title: 'Read a brief', annotations: LOOKS, inputSchema: { network, brief: z.uuid() }, description: 'One brief, whole: what it says, for whom, until when, and its parts.', outputSchema: z.looseObject({ id: z.string(), title: z.string() }),
  }, inWords(async ({ network: slug, brief }) => told(await call('GET', `/networks/${part(slug)}/briefs/${brief}`))))

  server.registerTool('read_tender', {
    title: 'Read a tender', annotations: LOOKS, inputSchema: { network, text: z.string().max(200_000).describe('The tender as it was written') },
    description: 'Reads the text of a tender into a title, days, a value and parts, as a brief of that network would have them. Nothing is kept.', outputSchema: z.looseObject({ title: z.string().nullable(), parts: z.array(z.looseObject({ says: z.string() })) }),
  }, inWords(async ({ network: slug, text }) => told(await call('POST', `/networks/${part(slug)}/briefs/readings`, { text }))))
}

function addTeams(server: McpServer, call: CallApi): void {
  server.registerTool('my_teams', {
    title: 'My teams', annotations: LOOKS, inputSchema: {}, description: 'The open teams this person’s organisation leads or sits in.', outputSchema: { teams: z.array(z.looseObject({ id: z.string(), title: z.string() })), next: more },
  }, inWords(async () => told(await call('GET', '/teams?limit=200'))))

  server.registerTool('build_team', {
    title: 'Build a team', annotations: LOOKS,
    description: 'Proposes teams that cover every part: the smallest, one and two firms more, a different one, and one that survives any departure; each proven best or with how far below the best it can be at most. Give network and brief before a team is started, or the id of a team this person leads. Nobody is asked or told.',
    inputSchema: { network: network.optional(), brief: z.uuid().optional(), team: z.uuid().optional(), line_up: z.uuid().optional().describe('One of the team’s line-ups; the first otherwise') },
    outputSchema: z.looseObject({ proposals: z.array(z.looseObject({ kind: z.string(), sure: z.string(), open: z.array(z.string()), members: z.array(z.looseObject({ organisation: z.string() })) })), gaps: z.array(z.string()).describe('Parts that nobody here covers'), refused: z.string().nullable() }),
  }, inWords(async ({ network: slug, brief, team, line_up }) => {
    if (slug && brief && !team) return told(await call('GET', `/networks/${part(slug)}/briefs/${brief}/team-proposals`))
    if (!team) return { content: [{ type: 'text', text: 'Give network and brief, or the id of a team. open_briefs and my_teams list them.' }], isError: true }
    const { lineUps } = z.object({ lineUps: z.array(z.looseObject({ id: z.string() })) }).parse(await call('GET', `/teams/${team}/line-ups`))
    const line = lineUps.find(({ id }) => line_up === undefined || id === line_up)
    if (!line) return { content: [{ type: 'text', text: 'This team has no such line-up.' }], isError: true }
    return told({ lineUp: line, ...rest.parse(await call('GET', `/teams/${team}/line-ups/${line.id}/proposals`)) })
  }))
}
