import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addClaim } from '../../answers/index.ts'
import { newId } from '../../kit/ids.ts'
import { addCapability } from '../../networks/index.ts'
import { joins, openNetwork, someone, type Character } from '../../networks/testing/cast.ts'
import { recordTogether } from '../../partnerships/index.ts'
import { makeToken } from '../../upkeep/tokens/index.ts'
import { openTestWeb, type TestWeb } from '../testing.ts'

let web: TestWeb
let priya: Character, tom: Character, asha: Character
let slug: string
const tokens = {} as Record<'reads' | 'writes', string>

beforeAll(async () => {
  web = await openTestWeb()
  const { town } = web
  ;[priya, tom, asha] = [await someone(town, 'Priya', 'The Wild Bouquet'), await someone(town, 'Tom', 'Tom’s Tipis'), await someone(town, 'Asha', 'Asha’s Cakes')]
  const network = await openNetwork(priya)
  slug = network.slug
  for (const one of [tom, asha]) await joins(town, network.id, one)
  const capability = await addCapability(priya.ctx, slug, { title: 'Sugar work', synonyms: 'marzipan' })
  await addClaim(asha.ctx, asha.organisation, { network: network.id, capability, strength: 'best_at', sight: 'network' })
  for (const [one, other] of [[priya, tom], [tom, asha]] as const) await town.ctx().transaction((tx) => recordTogether(tx, { between: [one.organisation, other.organisation], moment: { kind: 'job', says: 'A wedding in June', at: tx.now, ties: true } }))
  await town.settle()
  const fresh = town.ctx({ ...priya.ctx.actor, session: newId<'session'>(), provedAt: town.clock.now() })
  tokens.reads = (await makeToken(fresh, { name: 'Assistant', scopes: ['read'], lasts: 'month' })).text
  tokens.writes = (await makeToken(fresh, { name: 'Assistant', scopes: ['read', 'write'], lasts: 'month' })).text
})
afterAll(() => web.close())

async function assistant(token: string): Promise<Client> {
  const client = new Client({ name: 'a test', version: '1' })
  const transport = new StreamableHTTPClientTransport(new URL('http://localhost:4000/api/v1/mcp'), { fetch: async (url, init) => web.app.request(String(url), init), requestInit: { headers: { Authorization: `Bearer ${token}` } } })
  await client.connect(transport)
  return client
}

async function ask(client: Client, name: string, args: Record<string, unknown> = {}): Promise<{ text: string; isError: boolean }> {
  const { content, isError } = await client.callTool({ name, arguments: args })
  return { text: (content as { text: string }[]).map(({ text }) => text).join('\n'), isError: isError === true }
}

test('an assistant that may read finds partners, explains a fit and drafts an introduction, and is offered nothing that writes', async () => {
  const client = await assistant(tokens.reads)

  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name).sort()).toEqual(['build_team', 'draft_introduction', 'explain_fit', 'find_partners', 'my_networks', 'my_teams'])
  expect((await ask(client, 'my_networks')).text).toContain(slug)
  expect((await ask(client, 'find_partners', { network: slug, want: 'marzipan for a wedding' })).text).toContain('Asha’s Cakes')
  const why = await ask(client, 'explain_fit', { network: slug, want: 'marzipan for a wedding', organisation: asha.organisation })
  expect(why.text).toContain('Sugar work')
  expect(why.text).toContain('"paths"')
  const draft = await ask(client, 'draft_introduction', { network: slug, to: asha.organisation, through: tom.organisation })
  expect(JSON.parse(draft.text)).toMatchObject({ draft: { toIntroducer: expect.any(String) as string, toOther: expect.any(String) as string } })
  expect(await web.town.ctx().read((tx) => tx.db.selectFrom('introduction').select('id').execute())).toEqual([])
})

test('one that may write asks for an introduction in two steps, and a word given for one thing confirms no other', async () => {
  const client = await assistant(tokens.writes)
  const words = { network: slug, to: asha.organisation, through: tom.organisation, toIntroducer: 'Would you introduce us?', toOther: 'We grow flowers for cakes.' }
  const introductions = () => web.town.ctx().read((tx) => tx.db.selectFrom('introduction').select('id').execute())

  const first = await ask(client, 'ask_for_introduction', words)
  const { done, toConfirm } = JSON.parse(first.text) as { done: boolean; toConfirm: string }
  const confirm = /confirm: "(\w+)"/.exec(toConfirm)?.[1]
  expect(done).toBe(false)
  const other = await ask(client, 'ask_for_introduction', { ...words, toOther: 'Something else', confirm })
  expect(other.text).toContain('Nothing was done.')
  expect(await introductions()).toEqual([])

  const second = await ask(client, 'ask_for_introduction', { ...words, confirm })
  expect(second).toMatchObject({ isError: false })
  expect(await introductions()).toHaveLength(1)
})

test('an assistant sees no more than its person, and what the house refuses it is told in the house’s words', async () => {
  const client = await assistant(tokens.reads)

  const hidden = await ask(client, 'find_partners', { network: 'another-network', want: 'x' })
  const none = await ask(client, 'build_team', { team: newId() })

  expect([hidden.isError, none.isError]).toEqual([true, true])
  expect(hidden.text).toMatch(/nothing here|no such/i)
  await expect(assistant('gh_token_forged')).rejects.toThrow()
})
