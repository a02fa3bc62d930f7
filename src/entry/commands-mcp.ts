import type { Command } from 'commander'
import { Refusal } from '../kit/refusal.ts'
import { routes } from '../routes.ts'
import { mcpServer, readAnswer, type CallApi } from '../upkeep/index.ts'

class NoToken extends Refusal {
  readonly kind = 'sign-in-first'
  constructor() { super('There is no token to ask with.', 'Make one under Account, Tokens, and give it as GUILDHALL_TOKEN.') }
}

/** The same server for assistants that start a program: it speaks over standard input and output, and asks a house by its address. */
export function addMcpCommand(program: Command): void {
  program.command('mcp').description('serve assistants over standard input and output (Model Context Protocol), with the token in GUILDHALL_TOKEN')
    .option('--url <address>', 'the address of the house', 'http://localhost:4000').option('--prepare', 'also offer to prepare what you then say yes to at a page; the token has to allow it')
    .action(async ({ url, prepare }: { url: string; prepare?: boolean }) => {
      const token = process.env.GUILDHALL_TOKEN
      if (!token) throw new NoToken()
      const ask: CallApi = async (method, path, body) => {
        // eslint-disable-next-line no-restricted-globals -- the house that whoever started this named, not an address somebody else gave
        return readAnswer(await fetch(new URL(routes.apiV1 + path, url), { method, headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', Accept: 'application/json' }, redirect: 'error', ...(body ? { body: JSON.stringify(body) } : {}) }))
      }
      const server = await mcpServer(ask, prepare === true)
      const ended = new Promise((done) => { process.stdin.once('end', done) })
      const { StdioServerTransport } = await import('@modelcontextprotocol/sdk/server/stdio.js')
      await server.connect(new StdioServerTransport())
      await ended
    })
}
