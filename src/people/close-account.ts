import { audit } from '../kit/audit.ts'
import { asHouse, type Ctx } from '../kit/ctx.ts'
import { OnlyHost } from './errors.ts'
import { seeToLastThings } from './leaving.ts'
import { NAME_OF_THE_GONE } from './person.ts'
import { emptyPerson, isOnlyHost, withdrawLinksOf } from './store.ts'
import { mustHaveProvedRecently } from './who-may.ts'

/** Leaves for good: every way in and the name go, at once. What was done together with others stands, by someone who has left. */
export async function closeAccount(ctx: Ctx): Promise<void> {
  const { person } = mustHaveProvedRecently(ctx)
  await asHouse(ctx).transaction(async (tx) => {
    if (await isOnlyHost(tx, person)) throw new OnlyHost()
    await seeToLastThings(tx, person)
    await withdrawLinksOf(tx, ['sign-in', 'reset-password', 'confirm-email', 'confirm-it-is-you'], person)
    await emptyPerson(tx, person, NAME_OF_THE_GONE)
    await audit(tx, { chain: 'house', act: 'account closed', subject: `person:${person}` })
    await tx.emit('person.closed', { person })
  }, { serializable: true })
}
