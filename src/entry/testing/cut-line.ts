import { serve } from '@hono/node-server'
import type { Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import type { TestWeb } from '../testing.ts'
import { dice } from './hostile.ts'

/** A request written by hand, so that its line can be cut anywhere. */
export type Request = { readonly head: readonly string[]; readonly body: string }

/** A real listener before the house, and requests to it whose line is lost. */
export type CutLine = {
  /** Loses the line once to three times, then asks until it is told how it went; gives the final status. */
  insist(turn: number, request: Request): Promise<number | undefined>
  close(): void
}

export async function openCutLine(web: TestWeb): Promise<CutLine> {
  const server = serve({ fetch: web.app.fetch, port: 0, hostname: '127.0.0.1' }) as Server // without TLS options it is the plain kind
  await new Promise((done) => { server.once('listening', done) })
  return {
    insist: async (turn, request) => {
      const { next } = dice(turn)
      for (let cut = 0; cut <= next() * 3; cut += 1) await send(server, request, next() * 40, next() < 0.2 ? Math.floor(next() * 400) : undefined)
      let status = await send(server, request)
      for (let again = 0; again < 20 && (status === undefined || status === 503); again += 1) status = await send(server, request) // busy: it says to come again, and so one does
      return status
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Its status, or nothing where the line was cut: before all was sent, while it was done, or as it was answered. */
function send(server: Server, { head, body }: Request, cutAfterMs?: number, cutAt?: number): Promise<number | undefined> {
  return new Promise((done) => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1') // a TCP listener's address is of that shape
    const whole = [...head, 'Host: localhost:4000', 'Connection: close', `Content-Length: ${Buffer.byteLength(body)}`, '', body].join('\r\n')
    let answer = ''
    socket.on('data', (piece: Buffer) => { answer += piece.toString() })
    socket.on('error', () => undefined)
    socket.on('close', () => done(/^HTTP\/1\.1 (\d{3}) /.test(answer) && cutAfterMs === undefined ? Number(answer.slice(9, 12)) : undefined))
    socket.write(cutAt === undefined ? whole : whole.slice(0, cutAt))
    if (cutAfterMs !== undefined) setTimeout(() => socket.destroy(), cutAfterMs)
  })
}

/** A form as a browser sends it. */
export function formRequest(path: string, cookie: string, fields: Readonly<Record<string, string>>): Request {
  return { head: [`POST ${path} HTTP/1.1`, `Cookie: ${cookie}`, 'Sec-Fetch-Site: same-origin', 'Content-Type: application/x-www-form-urlencoded'], body: new URLSearchParams(fields).toString() }
}

/** Eight at a time, as many as wanted. */
export async function inEights<Made>(times: number, make: (turn: number) => Promise<Made>): Promise<readonly Made[]> {
  const all: Made[] = []
  for (let turn = 0; turn < times; turn += 8) all.push(...await Promise.all(Array.from({ length: Math.min(8, times - turn) }, (_, more) => make(turn + more))))
  return all
}
