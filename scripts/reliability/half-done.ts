import type pg from 'pg'
import { checkChain } from '../../src/kit/audit.ts'
import type { Tx } from '../../src/kit/ctx.ts'
import { openDatabase } from '../../src/kit/database/open.ts'
import { openLog } from '../../src/kit/log.ts'

/** Things that one transaction makes together, so that the one is never there without the other. */
const TOGETHER: Readonly<Record<string, string>> = {
  'an organisation without an owner': `select id from organisation o where claimed_at is not null and closed_at is null and not exists (select from staff s where s.organisation_id = o.id and s.role = 'owner' and s.left_at is null)`,
  'an organisation of which the record knows nothing': `select id from organisation o where not exists (select from audit a where a.chain = 'organisation:' || o.id)`,
  'a network without an organiser': `select id from network n where not exists (select from organiser o where o.network_id = n.id and o.ended_at is null)`,
  'a member of whom the record knows nothing': `select organisation_id from membership m where not exists (select from audit a where a.chain = 'network:' || m.network_id and a.act = 'member.joined' and a.subject = m.organisation_id::text)`,
  'a person without an account': `select id from person p where closed_at is null and not exists (select from account a where a.person_id = p.id)`,
  'news without its deliveries': `select id from outbox o where o.name = 'organisation.listed' and exists (select from outbox_delivery d join outbox o2 on o2.id = d.event_id where o2.name = o.name) and not exists (select from outbox_delivery d where d.event_id = o.id)`,
  'a key without its change': `select key from request_key k where k.answer is null and k.scope like '%/api/v1/organisations'`,
}

/** What stands half done in a house, in words; nothing where all is whole. */
export async function halfDone(client: pg.Client, owner: pg.ClientConfig): Promise<readonly string[]> {
  const found: string[] = []
  for (const [what, query] of Object.entries(TOGETHER)) {
    const { rowCount } = await client.query(query)
    if (rowCount) found.push(`${rowCount} x ${what}`)
  }
  const { db, close } = openDatabase({ ...owner, max: 1 }, openLog('silent'))
  for (const { chain } of await db.selectFrom('audit_chain').select('chain').execute()) {
    const state = await checkChain({ db } as unknown as Tx, chain) // it only reads, and needs nothing but the database
    if (!state.sound) found.push(`a broken record: ${chain}`)
  }
  await close()
  return found
}
