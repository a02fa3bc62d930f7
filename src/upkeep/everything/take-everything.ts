import { createReadStream } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { z } from 'zod'
import { audit } from '../../kit/audit.ts'
import { asHouse, type Ctx, type Tx } from '../../kit/ctx.ts'
import { newId, type Id } from '../../kit/ids.ts'
import { defineChore, defineJob } from '../../kit/jobs/define.ts'
import { startWork } from '../../kit/jobs/work.ts'
import { takeTurn } from '../../kit/limit.ts'
import { sendMail } from '../../kit/mail/send.ts'
import { NotFound, SignInFirst } from '../../kit/refusal.ts'
import { ActForItFirst, getOrganisationToKeep, mayEdit } from '../../organisations/index.ts'
import { findAccount, mustHaveProvedRecently } from '../../people/index.ts'
import { routes } from '../../routes.ts'
import { KINDS } from '../moving/shape.ts'
import { getNetworkToMove } from '../moving/who-may.ts'
import { contentsOfNetwork, contentsOfOrganisation } from './contents.ts'
import { TAKEN } from './tables.ts'
import { exportPath, writeArchive } from './write-archive.ts'

const LASTS_MS = 48 * 3_600_000
const OFTEN = { points: 10, perSeconds: 86_400 }

const input = z.strictObject({ slug: z.string().optional() })

export const everythingJob = defineJob({
  name: 'upkeep.take-everything',
  input,
  stages: ['Gathering it', 'Packing it'],
  run: async (ctx, { slug }, progress) => {
    const whose = await ctx.read((tx) => mayTake(tx, slug)) // rights are asked again: they may have ended since
    await progress.stage(0, slug === undefined ? TAKEN.length : KINDS.length + 1)
    const tell = (done: number) => progress.done(done)
    const contents = whose.organisation ? await contentsOfOrganisation(ctx, whose.organisation, tell) : await contentsOfNetwork(ctx, slug ?? '', tell)
    await progress.stage(1)
    const id = newId<'export'>()
    const bytes = await writeArchive(exportPath(ctx.settings.DATA_DIR, id), contents, ctx.now)
    const { person } = ctx.actor
    await asHouse(ctx).transaction(async (tx) => {
      const endsAt = new Date(tx.now.getTime() + LASTS_MS)
      await tx.db.insertInto('export_made').values({ id, organisation_id: whose.organisation ?? null, network_id: whose.network ?? null, person_id: person ?? '', title: contents.title, bytes, made_at: tx.now, ends_at: endsAt }).execute()
      await audit(tx, { chain: chainOf(whose), act: 'everything.exported', subject: id, detail: { bytes } })
      const account = person && await findAccount(tx, person)
      if (account) await sendMail(tx, { to: account.email, person, subject: `${contents.title}: everything, as one file`, lines: [`You asked for everything of ${contents.title}. It is ready, and can be fetched for two days by you, signed in.`], link: { says: 'Fetch it', url: tx.url(routes.exportMade(id)) } })
    })
    return { said: 'It is ready. You can fetch it for two days.', link: routes.exportMade(id) }
  },
})

type Whose = { readonly organisation?: Id<'organisation'>; readonly network?: Id<'network'>; readonly title: string }
const chainOf = ({ organisation, network }: Whose) => (network ? `network:${network}` : `organisation:${organisation ?? ''}`)

/** An organisation's own people take its own; organisers take their network's. */
export async function mayTake(tx: Tx, slug: string | undefined): Promise<Whose> {
  if (slug !== undefined) {
    const network = await getNetworkToMove(tx, slug)
    return { network: network.id, title: network.name }
  }
  if (!tx.actor.person) throw new SignInFirst()
  if (!tx.actor.organisation) throw new ActForItFirst('nobody')
  const { id, name } = await getOrganisationToKeep(tx, tx.actor.organisation, mayEdit)
  return { organisation: id, title: name }
}

/** Sets it going; where it has come to shows in the tray, and a letter says when it is ready. */
export async function takeEverything(ctx: Ctx, slug?: string): Promise<Id<'work'>> {
  const { title } = await ctx.read((tx) => mayTake(tx, slug))
  mustHaveProvedRecently(ctx)
  await takeTurn(ctx, `everything ${ctx.actor.person ?? ''}`, OFTEN)
  return ctx.transaction((tx) => startWork(tx, everythingJob, `Everything of ${title}, as one file`, slug === undefined ? {} : { slug }))
}

export type MadeExport = { readonly id: Id<'export'>; readonly title: string; readonly bytes: number; readonly madeAt: Date; readonly endsAt: Date }

/** One that this person asked for and that has not ended. */
export function getExport(ctx: Ctx, id: Id<'export'>): Promise<MadeExport & Whose> {
  return ctx.read(async (tx) => {
    const row = await tx.db.selectFrom('export_made').selectAll().where('id', '=', id).where('person_id', '=', tx.actor.person ?? null).where('ends_at', '>', tx.now).executeTakeFirst()
    if (!row) throw new NotFound('There is no such file, or its two days are over.', 'Ask for it again.')
    return { id, title: row.title, bytes: Number(row.bytes), madeAt: row.made_at, endsAt: row.ends_at, organisation: (row.organisation_id ?? undefined) as Id<'organisation'> | undefined, network: (row.network_id ?? undefined) as Id<'network'> | undefined } // columns of those ids
  })
}

/** The bytes, for whoever asked for them and has just shown who they are; each fetching is in the log. */
export async function fetchExport(ctx: Ctx, id: Id<'export'>): Promise<{ made: MadeExport; bytes: Readable }> {
  const made = await getExport(ctx, id)
  mustHaveProvedRecently(ctx)
  const path = exportPath(ctx.settings.DATA_DIR, id)
  if (!await stat(path).then((found) => found.isFile(), () => false)) throw new NotFound('This file is no longer here.', 'Ask for it again.') // a house brought back from a backup knows of files it has not
  await asHouse(ctx).transaction((tx) => audit(tx, { chain: chainOf(made), act: 'everything.fetched', subject: id }))
  return { made, bytes: createReadStream(path) }
}

/** Ends what has had its two days: the row first, then the bytes. */
export async function endExports(ctx: Ctx): Promise<void> {
  const kept = await asHouse(ctx).transaction(async (tx) => {
    await tx.db.deleteFrom('export_made').where('ends_at', '<=', tx.now).execute()
    return new Set((await tx.db.selectFrom('export_made').select('id').execute()).map((row) => `${row.id}.zip`))
  })
  const folder = join(ctx.settings.DATA_DIR, 'exports')
  for (const name of await readdir(folder).catch((): string[] => [])) if (name.endsWith('.zip') && !kept.has(name)) await rm(join(folder, name), { force: true })
}

defineChore({ name: 'upkeep.end-exports', cron: '10 * * * *', run: endExports })
