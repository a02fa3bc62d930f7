import { getAsk, linkTo } from '../asks/index.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'

export { linkTo }

/** The ask while it is open, for whoever asked. */
export async function listOpenAsk(tx: Tx, id: Id<'ask'>) {
  const asked = await getAsk(tx, id)
  return asked.state.is === 'open' ? asked : undefined
}
