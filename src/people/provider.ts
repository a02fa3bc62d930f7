import type { Configuration } from 'openid-client'
import type { Ctx } from '../kit/ctx.ts'
import type { Settings } from '../kit/settings.ts'
import { isLoopback } from './cookie.ts'
import { ElsewhereRefused, NoWayElsewhere } from './errors.ts'

const known = new WeakMap<Settings, Promise<Configuration>>()

/** What the button for the outside account says; nothing where none is set up. */
export function nameElsewhere({ settings }: Pick<Ctx, 'settings'>): string | undefined {
  return settings.OIDC_ISSUER && settings.OIDC_CLIENT_ID ? settings.OIDC_NAME : undefined
}

/** The provider as it describes itself, asked once; asked again after a failure. Plain http is for a provider on this machine alone. */
export async function openProvider({ settings, log }: Ctx): Promise<Configuration> {
  if (!nameElsewhere({ settings })) throw new NoWayElsewhere()
  const asked = known.get(settings) ?? discover(settings)
  known.set(settings, asked)
  try {
    return await asked
  } catch (error) {
    known.delete(settings)
    log.warn({ err: error, issuer: settings.OIDC_ISSUER }, 'the sign-in provider could not be reached')
    throw new ElsewhereRefused(`${settings.OIDC_NAME} cannot be reached just now.`, 'Sign in another way, or try again in a minute.')
  }
}

async function discover(settings: Settings): Promise<Configuration> {
  const { allowInsecureRequests, discovery } = await import('openid-client') // only for a house with an outside account
  const issuer = new URL(settings.OIDC_ISSUER)
  return discovery(issuer, settings.OIDC_CLIENT_ID, settings.OIDC_CLIENT_SECRET || undefined, undefined, {
    timeout: 10, execute: issuer.protocol === 'http:' && isLoopback(issuer.hostname) ? [allowInsecureRequests] : [],
  })
}
