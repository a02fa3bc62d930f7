import { randomUUID } from 'node:crypto'
import type { Actor, Ctx } from '../../../kit/ctx.ts'
import type { Id } from '../../../kit/ids.ts'
import { openBoss } from '../../../kit/jobs/queue.ts'
import { takePart } from '../../../kit/jobs/work.ts'
import { openLog } from '../../../kit/log.ts'
import { makeOrganiser, startNetwork } from '../../../networks/index.ts'
import { startSession, welcomePerson } from '../../../people/index.ts'
import { routes } from '../../../routes.ts'
import { openTestWeb, type Answer, type TestWeb } from '../../../entry/testing.ts'

/** A network with two organisers, Olga and Osman, and somebody who is neither. */
export type Guild = {
  readonly web: TestWeb
  readonly slug: string
  readonly id: Id<'network'>
  readonly people: Readonly<Record<'olga' | 'osman' | 'una', Id<'person'>>>
  ctx(name: 'olga' | 'osman' | 'una', organisation?: Id<'organisation'>): Ctx
  upload(bytes: Buffer | string, asked?: { as?: Id<'person'>; kind?: string; name?: string; slug?: string }): Promise<Answer>
  /** Does what waits in the queue, until nothing does. */
  work(): Promise<void>
  close(): Promise<void>
}

export async function openGuild(): Promise<Guild> {
  const web = await openTestWeb()
  const { town } = web
  const actors = {} as Record<'olga' | 'osman' | 'una', Actor>
  const people = {} as Record<'olga' | 'osman' | 'una', Id<'person'>>
  for (const name of ['olga', 'osman', 'una'] as const) {
    const { person, session } = await town.ctx().transaction(async (tx) => {
      const person = await welcomePerson(tx, { name: `${name} Okafor`, email: `${name}@example.org`, emailConfirmedAt: tx.now })
      if (!person) throw new Error('Each address is new.')
      return startSession(tx, { person, how: 'password', device: 'Firefox on Windows' })
    })
    people[name] = person
    actors[name] = { by: 'session', person, session, provedAt: town.clock.now() }
  }
  const { id, slug } = await startNetwork(town.ctx(actors.olga), { name: 'Salisbury Makers', purpose: 'To find each other', kind: 'Association', listed: 'anyone' })
  await makeOrganiser(town.ctx(actors.olga), slug, people.osman).catch(async () => {
    await town.ctx().transaction((tx) => tx.db.insertInto('organiser').values({ network_id: id, person_id: people.osman, since: tx.now }).execute())
  })
  const boss = openBoss(town.app, openLog('silent'))
  await boss.start()
  await takePart(boss, town.house)
  return {
    web, slug, id, people,
    ctx: (name, organisation) => town.ctx({ ...actors[name], organisation }),
    upload: async (bytes, { as = people.olga, kind = 'members', name = 'members.csv', slug: where = slug } = {}) => {
      const form = new FormData()
      form.set('_key', randomUUID())
      form.set('kind', kind)
      form.set('file', new File([new Uint8Array(Buffer.from(bytes))], name))
      return web.send(routes.importTables(where), { method: 'POST', body: form, headers: { 'Sec-Fetch-Site': 'same-origin', Cookie: await web.cookie(as) } })
    },
    work: async () => {
      for (;;) {
        const waiting = await town.ctx().read((tx) => tx.db.selectFrom('work').select('id').where('finished_at', 'is', null).limit(1).execute())
        if (waiting.length === 0) return
        await new Promise((go) => { setTimeout(go, 50) })
      }
    },
    close: async () => {
      await boss.stop({ graceful: false })
      await web.close()
    },
  }
}

/** The last part of the address of a table, from where one is sent after bringing it. */
export function tableIn({ location }: Answer): string {
  return /\/import\/([0-9a-f-]{36})/.exec(location ?? '')?.[1] ?? ''
}

/** The fields of the forms of a page as they stand, the way a browser without script would send them. */
export function fieldsIn(html: string): Record<string, string> {
  const fields: Record<string, string> = {}
  const unescaped = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
    const name = /\bname="([^"]*)"/.exec(tag)?.[1]
    if (!name || name.startsWith('_') || /type="(checkbox|radio|file|hidden)"/.test(tag)) continue
    fields[name] = unescaped(/\bvalue="([^"]*)"/.exec(tag)?.[1] ?? '')
  }
  for (const [, attributes, text] of html.matchAll(/<textarea\b([^>]*)>([^<]*)<\/textarea>/g)) fields[/\bname="([^"]*)"/.exec(attributes ?? '')?.[1] ?? ''] = unescaped(text ?? '')
  for (const [, name, options] of html.matchAll(/<select\b[^>]*\bname="([^"]*)"[^>]*>(.*?)<\/select>/gs)) {
    const chosen = [...(options ?? '').matchAll(/<option\b[^>]*>/g)].map(([tag]) => tag).find((tag) => / selected/.test(tag))
    fields[name ?? ''] = /\bvalue="([^"]*)"/.exec(chosen ?? '')?.[1] ?? ''
  }
  return fields
}
