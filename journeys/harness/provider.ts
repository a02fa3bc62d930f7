import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export type RunningProvider = {
  readonly settings: Readonly<Record<string, string>>
  /** Once the house is open and its address known. */
  expect(house: string): void
  close(): void
}

const SECRET = 'a secret between us and the provider'

/** A real OpenID Connect provider on this machine, with sign-in pages of its own. Whoever says a name there is that person. */
export async function openProvider(): Promise<RunningProvider> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // listening, so it has one
  return {
    settings: { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'guildhall', OIDC_CLIENT_SECRET: SECRET, OIDC_NAME: 'Saltmarsh Account' },
    expect(house) {
      const provider = new Provider(issuer, {
        clients: [{ client_id: 'guildhall', client_secret: SECRET, redirect_uris: [`${house}/sign-in/elsewhere/return`], token_endpoint_auth_method: 'client_secret_post' }],
        pkce: { required: () => true },
        claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
        findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => ({ sub, name: sub, email: `${sub.toLowerCase()}@saltmarsh.example`, email_verified: true }) }),
      })
      server.on('request', provider.callback())
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
