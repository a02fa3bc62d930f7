import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { serve } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveJobs } from '../../answers/index.ts'
import { asHouse } from '../../kit/ctx.ts'
import { newId } from '../../kit/ids.ts'
import { sayWhoSees } from '../../networks/index.ts'
import { joins, someone, type Character } from '../../networks/testing/cast.ts'
import { openBench, type Bench } from '../../teams/testing/bench.ts'
import { makeToken } from '../../upkeep/tokens/index.ts'
import { openTestWeb, type TestWeb } from '../testing.ts'

/** An assistant’s whole errand for the hydrogen bench, by the protocol’s own client over both ways in. */
let web: TestWeb
let bench: Bench
let pennock: Character
const tokens = {} as Record<'reads' | 'prepares' | 'writes', string>

beforeAll(async () => {
  web = await openTestWeb()
  bench = await openBench(web.town)
  pennock = await someone(web.town, 'Penny', 'Pennock Assurance')
  await joins(web.town, bench.network.id, pennock)
  await sayWhoSees(pennock.ctx, pennock.organisation, { page: 'network', contact: 'network', place: 'network' })
  await bench.claims(bench.kestrel, 'Design of the bench', '2026-05-01')
  await bench.claims(bench.moorside, 'Titanium machining', '2026-06-01')
  await bench.claims(bench.donside, 'Controls software', '2026-04-01')
  await bench.claims(pennock, 'Certification')
  const together = [bench.kestrel, pennock].map((other) => ({ by: other.organisation, what: 'A rig together', finishedOn: '2026-02-01', parties: [other, bench.donside].map(({ organisation }) => ({ organisation, sight: 'network' as const, confirmedAt: web.town.clock.now() })) }))
  await asHouse(web.town.ctx()).transaction((tx) => saveJobs(tx, together))
  await web.town.settle()
  const fresh = web.town.ctx({ ...bench.kestrel.ctx.actor, session: newId<'session'>(), provedAt: web.town.clock.now() })
  for (const [name, scopes] of [['reads', ['read']], ['prepares', ['read', 'draft']], ['writes', ['read', 'write']]] as const) tokens[name] = (await makeToken(fresh, { name: 'Assistant', scopes, lasts: 'month' })).text
})
afterAll(() => web.close())

async function assistant(token: string): Promise<Client> {
  const client = new Client({ name: 'a test', version: '1' })
  await client.connect(new StreamableHTTPClientTransport(new URL('http://localhost:4000/api/v1/mcp'), { fetch: async (url, init) => web.app.request(String(url), init), requestInit: { headers: { Authorization: `Bearer ${token}` } } }))
  return client
}

type Told = { readonly text: string; readonly isError: boolean; readonly data: Record<string, unknown> }

async function ask(client: Client, name: string, args: Record<string, unknown> = {}): Promise<Told> {
  const { content, isError, structuredContent } = await client.callTool({ name, arguments: args })
  return { text: (content as { text: string }[]).map(({ text }) => text).join('\n'), isError: isError === true, data: (structuredContent ?? {}) as Record<string, unknown> }
}

const count = async (table: 'introduction' | 'team' | 'held_act') => (await asHouse(web.town.ctx()).read((tx) => tx.db.selectFrom(table).select('id').execute())).length
const LOOKING = ['build_team', 'draft_introduction', 'explain_fit', 'find_partners', 'my_networks', 'my_teams', 'open_briefs', 'read_brief', 'read_tender']
const PREPARING = ['prepare_introduction', 'prepare_team', 'what_became_of']

test('with a token that may read, an assistant finds, explains, builds a team and drafts an introduction, and can change nothing', async () => {
  const client = await assistant(tokens.reads)

  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name).sort()).toEqual(LOOKING)
  expect(tools.filter(({ annotations, description = '', outputSchema }) => !annotations?.readOnlyHint || description.length < 30 || !outputSchema).map(({ name }) => name)).toEqual([])

  const mine = await ask(client, 'my_networks')
  const { slug } = (mine.data['networks'] as { slug: string }[])[0] ?? { slug: '' }
  const open = (await ask(client, 'open_briefs', { network: slug })).data['briefs'] as { id: string; title: string }[]
  expect(open.map(({ title }) => title)).toEqual(['Hydrogen test bench'])
  const brief = open[0]?.id ?? ''
  expect((await ask(client, 'read_brief', { network: slug, brief })).text).toContain('A bench for valves at 700 bar.')

  const found = await ask(client, 'find_partners', { network: slug, want: 'Titanium machining' })
  expect((found.data['suggestions'] as { name: string }[])[0]?.name).toBe('Moorside Precision')
  const why = await ask(client, 'explain_fit', { network: slug, want: 'Titanium machining', organisation: bench.moorside.organisation })
  expect(why.data['fit']).toMatchObject({ name: 'Moorside Precision', fit: 'Good', why: expect.arrayContaining([expect.objectContaining({ says: expect.stringContaining('titanium') as string })]) as object })

  const team = await ask(client, 'build_team', { network: slug, brief })
  const [smallest] = team.data['proposals'] as { kind: string; open: string[]; members: { organisation: string }[] }[]
  expect([smallest?.kind, smallest?.open, team.data['gaps']]).toEqual(['smallest', [], []])
  expect(smallest?.members.map(({ organisation }) => organisation).sort()).toEqual([bench.kestrel, bench.moorside, bench.donside, pennock].map(({ organisation }) => organisation as string).sort())

  const ways = await ask(client, 'draft_introduction', { network: slug, to: pennock.organisation })
  expect((ways.data['ways'] as { name: string }[]).map(({ name }) => name)).toContain('Don Side Controls')
  const draft = await ask(client, 'draft_introduction', { network: slug, to: pennock.organisation, through: bench.donside.organisation })
  expect(draft.data['draft']).toMatchObject({ toIntroducer: expect.stringMatching(/\w{3}/) as string, toOther: expect.stringMatching(/\w{3}/) as string })
  expect((await ask(client, 'read_tender', { network: slug, text: 'Supply of a test bench\n\nThe works comprise:\n1. Pipework at 700 bar\n2. A control panel\n' })).text).toContain('Pipework at 700 bar')

  expect([await count('introduction'), await count('team'), await count('held_act')]).toEqual([0, 0, 0])
  const hidden = await ask(client, 'find_partners', { network: 'another-network', want: 'x' })
  expect(hidden).toMatchObject({ isError: true, text: expect.stringMatching(/no such network.+\. .+\./i) as string })
  expect(await ask(client, 'build_team', { team: newId() })).toMatchObject({ isError: true, text: expect.stringContaining('There is') as string })
  await expect(assistant('gh_token_forged')).rejects.toThrow()
})

test('what would be sent waits for a yes that no tool and no token can give', async () => {
  const client = await assistant(tokens.prepares)
  const words = { network: bench.network.slug, to: pennock.organisation, through: bench.donside.organisation, toIntroducer: 'Would you introduce us?', toOther: 'We build a bench and need it certified.' }
  const as = bench.kestrel.person

  expect((await client.listTools()).tools.map(({ name }) => name).sort()).toEqual([...LOOKING, ...PREPARING].sort())
  const held = await ask(client, 'prepare_introduction', words)
  const [id, at] = [String(held.data['id']), new URL(String(held.data['confirmAt'])).pathname]
  expect(held.data).toMatchObject({ done: false })
  expect((await ask(client, 'what_became_of', { id })).data).toMatchObject({ state: 'waits', made: null })
  for (const token of [tokens.prepares, tokens.writes]) expect([(await web.get(at, { token })).status, (await web.post(`${at}/yes`, {}, { token })).status, (await web.api('POST', `${at}/yes`, {}, { token })).status < 400]).toEqual([403, 403, false])
  expect((await web.api('POST', '/introductions', words, { token: tokens.prepares })).text).toContain('needs the scope')
  expect((await web.post(`${at}/yes`, {}, { as: pennock.person })).status).toBe(404)
  expect(await count('introduction')).toBe(0)

  const page = await web.get(at, { as })
  for (const said of ['Pennock Assurance', 'Don Side Controls', 'Would you introduce us?', 'We build a bench and need it certified.']) expect(page.text).toContain(said)
  expect((await web.post(`${at}/yes`, {}, { as })).location).toMatch(/^\/introductions\//)
  expect(await count('introduction')).toBe(1)
  expect((await ask(client, 'what_became_of', { id })).data).toMatchObject({ state: 'done', made: expect.stringMatching(/^[0-9a-f-]{36}$/) as string })
  expect((await web.post(`${at}/yes`, {}, { as })).status).toBe(410)

  const again = await ask(client, 'prepare_introduction', words)
  const refused = await web.post(`${new URL(String(again.data['confirmAt'])).pathname}/yes`, {}, { as })
  expect([refused.status, (await ask(client, 'what_became_of', { id: String(again.data['id']) })).data['state'], await count('introduction')]).toEqual([409, 'waits', 1])
  const team = await ask(client, 'prepare_team', { network: bench.network.id, brief: bench.brief })
  await web.post(`${new URL(String(team.data['confirmAt'])).pathname}/no`, {}, { as })
  expect([(await ask(client, 'what_became_of', { id: String(team.data['id']) })).data['state'], await count('team')]).toEqual(['refused', 0])
  expect((await web.get('/confirmations', { as })).text).toContain('You said no')
  expect((await ask(client, 'prepare_introduction', { ...words, to: newId() })).isError).toBe(true)
})

test('the same tools over standard input and output, by the command itself', { timeout: 300_000 }, async () => {
  const listening = serve({ fetch: web.app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise<void>((done) => { listening.once('listening', () => done()) })
  const url = `http://127.0.0.1:${(listening.address() as AddressInfo).port}` // a listening socket has one
  const client = new Client({ name: 'a test', version: '1' })
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [join(import.meta.dirname, '../../../bin/guildhall.cjs'), 'mcp', '--url', url, '--prepare'], env: { PATH: process.env.PATH ?? '', GUILDHALL_TOKEN: tokens.reads }, stderr: 'pipe' }))

  expect((await client.listTools()).tools.map(({ name }) => name).sort()).toEqual([...LOOKING, ...PREPARING].sort())
  expect((await ask(client, 'my_networks')).data['networks']).toMatchObject([{ slug: bench.network.slug }])
  const refused = await ask(client, 'prepare_team', { network: bench.network.id, brief: bench.brief })
  expect([refused.isError, refused.text]).toEqual([true, 'This token may not do that: it needs the scope "draft". Make one with that scope, under Account, Tokens.'])

  await client.close()
  await new Promise<void>((done) => { listening.close(() => done()) })
})
