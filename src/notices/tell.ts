import { asHouse, type Tx } from '../kit/ctx.ts'
import { newId, type Id } from '../kit/ids.ts'
import { getNoticeKind } from './kinds.ts'
import type { Notice } from './notice.ts'
import { saveNotice } from './store.ts'

/** Tells an organisation something, in the transaction of whatever happened. It stands on its Home and goes into its next letter. */
export function tell(tx: Tx, { kind, to, subject }: Pick<Notice, 'kind' | 'to' | 'subject'>): Promise<Id<'notice'>> {
  const { good } = getNoticeKind(kind) // a misspelt kind fails here, not on somebody's Home
  return asHouse(tx).transaction(async (house) => {
    const id = newId<'notice'>()
    await saveNotice(house, { id, kind, to, subject, good, toldAt: house.now })
    await house.emit('notice.told', { organisation: to, notice: id })
    return id
  })
}
