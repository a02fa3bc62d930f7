import type { Ctx } from '../kit/ctx.ts'

/** Whether e-mail is set up. Where it is not, letters are kept for the host to pass on, and nobody can be asked to prove an address. */
export function lettersGoOut({ settings }: Pick<Ctx, 'settings'>): boolean {
  return settings.SMTP_URL !== ''
}
