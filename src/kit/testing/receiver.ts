import { mkdtempSync, writeFileSync } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { selfSigned } from './certificate.ts'

export type Received = { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: string }
export type Receiver = { readonly port: number; readonly certificates: string; readonly received: Received[]; /** How many connections were made at all. */ readonly knocked: () => number; answers(with_: (one: Received) => { status: number; headers?: Record<string, string>; body?: string } | undefined): void; close(): Promise<void> }

/** A machine outside, on this one: it keeps what it is sent and answers as it is told; where it is told nothing it hangs up. */
export async function openReceiver(): Promise<Receiver> {
  const { key, cert } = selfSigned()
  const certificates = join(mkdtempSync(join(tmpdir(), 'receiver-')), 'cert.pem')
  writeFileSync(certificates, cert)
  const received: Received[] = []
  let knocks = 0
  let answer: Parameters<Receiver['answers']>[0] = () => ({ status: 204 })
  const server = createServer({ key, cert }, (request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const one = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(pieces).toString('utf8') }
      received.push(one)
      const said = answer(one)
      if (said) response.writeHead(said.status, said.headers).end(said.body)
      else response.destroy()
    })
  })
  server.on('connection', () => { knocks += 1 })
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done) })
  const { port } = server.address() as AddressInfo // a TCP listener's address is of that shape
  return {
    port, certificates, received, knocked: () => knocks, answers: (with_) => { answer = with_ },
    close: () => new Promise<void>((done) => { server.closeAllConnections(); server.close(() => done()) }),
  }
}
