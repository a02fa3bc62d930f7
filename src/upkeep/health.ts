import { statfs } from 'node:fs/promises'
import { sql } from 'kysely'
import { checkChain } from '../kit/audit.ts'
import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import { hostsOnly } from './who-may.ts'

/** One line of the health page: fine, look or broken, in words, with the one thing to do. */
export type Check = { readonly name: string; readonly is: 'fine' | 'look' | 'broken'; readonly says: string; readonly fix?: string }

const fine = (name: string, says: string): Check => ({ name, is: 'fine', says })
const look = (name: string, says: string, fix: string): Check => ({ name, is: 'look', says, fix })
const broken = (name: string, says: string, fix: string): Check => ({ name, is: 'broken', says, fix })

/** Looks at everything a host should know, now; nothing here is remembered or guessed. */
export async function readHealth(ctx: Ctx): Promise<readonly Check[]> {
  await hostsOnly(ctx)
  const inside = await asHouse(ctx).read(async (tx) => [await database(tx), await mail(tx), await news(tx), await work(tx), await records(tx)])
  return [address(ctx), ...inside, await backups(ctx), await storage(ctx), outsideSignIn(ctx)]
}

function address(ctx: Ctx): Check {
  const { BASE_URL } = ctx.settings
  if (BASE_URL.startsWith('https:')) return fine('Address', `People reach this house at ${BASE_URL}, and nobody can listen in.`)
  if (!BASE_URL) return look('Address', `No address is set, so links in mails begin with ${ctx.url('/')}. That is right for trying it out on this machine.`, 'Set BASE_URL to the address people will use.')
  return look('Address', `People reach this house at ${BASE_URL}, without encryption.`, 'Put it behind a proxy with a certificate and set BASE_URL to the https address.')
}

async function database(tx: Tx): Promise<Check> {
  const { rows } = await sql<{ version: string; size: string }>`select current_setting('server_version') as version, round(pg_database_size(current_database()) / 1048576.0) || ' MB' as size`.execute(tx.db)
  return fine('Database', `PostgreSQL ${rows[0]?.version}, ${tx.tending?.database ?? 'running'}, holding ${rows[0]?.size}.`)
}

async function mail(tx: Tx): Promise<Check> {
  const since = new Date(tx.now.getTime() - 7 * DAY)
  const { failed } = await tx.db.selectFrom('mail').select((of) => of.fn.countAll<number>().as('failed')).where('failed_at', '>', since).executeTakeFirstOrThrow()
  if (!tx.settings.SMTP_URL) return look('Mail', 'No mail server is set, so messages are kept under Mail with links to copy.', 'Set SMTP_URL when you have one. Until then, pass links on by hand.')
  if (Number(failed) > 0) return look('Mail', `${failed} messages were refused in the last seven days.`, 'Mail says why for each.')
  return fine('Mail', 'Messages go out. None was refused in the last seven days.')
}

async function news(tx: Tx): Promise<Check> {
  const { stuck } = await tx.db.selectFrom('outbox_delivery').select((of) => of.fn.countAll<number>().as('stuck')).where('delivered_at', 'is', null).where('tries', '>=', 3).executeTakeFirstOrThrow()
  return Number(stuck) === 0 ? fine('News between rooms', 'Everything was delivered.') : broken('News between rooms', `${stuck} deliveries failed three times or more.`, 'The log says why. They are tried again by themselves once an hour.')
}

async function work(tx: Tx): Promise<Check> {
  const since = new Date(tx.now.getTime() - 7 * DAY)
  const { failed } = await tx.db.selectFrom('work').select((of) => of.fn.countAll<number>().as('failed')).where('failed_at', '>', since).executeTakeFirstOrThrow()
  return Number(failed) === 0 ? fine('Long work', 'Nothing failed in the last seven days.') : look('Long work', `${failed} pieces of work failed in the last seven days.`, 'The log says why for each.')
}

/** The newest chains are walked each time; the nightly chore walks all. */
async function records(tx: Tx): Promise<Check> {
  const chains = await tx.db.selectFrom('audit_chain').select('chain').orderBy('number', 'desc').limit(20).execute()
  const states = await Promise.all(chains.map(({ chain }) => checkChain(tx, chain)))
  const bad = states.filter((state) => !state.sound)
  const entries = states.reduce((sum, state) => sum + state.entries, 0)
  if (bad.length > 0) return broken('Records', `The record "${bad[0]?.chain}" was changed at entry ${bad[0]?.firstBroken}.`, 'Compare with a backup from before, and ask who had access to the database.')
  return fine('Records', `${entries} entries in ${chains.length} records, and nobody has rewritten one.`)
}

async function backups(ctx: Ctx): Promise<Check> {
  const made = await ctx.tending?.listBackups()
  const last = made?.[0]
  const fix = 'Press “Make a backup now”, and copy it to another machine.'
  if (!last) return look('Backups', 'There is no backup yet.', fix)
  const days = Math.floor((ctx.now.getTime() - last.madeAt.getTime()) / DAY)
  if (days > 7) return look('Backups', `The last backup is ${days} days old.`, fix)
  return fine('Backups', `The last one is ${days === 0 ? 'from today' : `${days} days old`}, and was checked when it was made.`)
}

async function storage(ctx: Ctx): Promise<Check> {
  const { bavail, bsize, blocks } = await statfs(ctx.settings.DATA_DIR)
  const freeGigabytes = (bavail * bsize) / 1024 ** 3
  const says = `${freeGigabytes.toFixed(1)} GB free, ${Math.round((bavail / blocks) * 100)}% of the disk.`
  if (freeGigabytes < 0.2) return broken('Storage', says, 'Make room now: without it nothing can be saved.')
  return freeGigabytes < 2 ? look('Storage', says, 'Make room before it runs out.') : fine('Storage', says)
}

function outsideSignIn(ctx: Ctx): Check {
  const { OIDC_ISSUER, OIDC_CLIENT_ID } = ctx.settings
  if (!OIDC_ISSUER) return fine('Sign-in', 'By password, e-mail link and passkey.')
  if (!OIDC_CLIENT_ID) return broken('Sign-in', 'A provider is named but not what it calls us.', 'Set OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.')
  return fine('Sign-in', `By password, e-mail link, passkey, and ${OIDC_ISSUER}.`)
}

const DAY = 24 * 3_600_000
