import { getAsk, linkTo } from '../../asks/index.ts'
import { asHouse, type Ctx } from '../../kit/ctx.ts'
import { defineChore } from '../../kit/jobs/define.ts'
import { sendMail } from '../../kit/mail/send.ts'
import { makeLink } from '../../kit/one-time-link.ts'
import { markWritten, readNotices } from '../../notices/index.ts'
import { findAccount } from '../../people/index.ts'
import { routes } from '../../routes.ts'
import { listMyNetworks } from '../../networks/index.ts'
import { describeTurns, type Turn } from '../describe-turns.ts'
import { part } from '../part.ts'
import { listTurns } from '../snooze.ts'
import { readWorthALook } from '../worth-a-look.ts'
import { inLines, isDue, isEmpty, RHYTHM_WORDS, rhythmOf, subjectOf, type Content } from './letter.ts'
import { listReaders, listSaid, saveSaid, takeTurn, type Place, type Reader } from './store.ts'

export const STOP_LETTERS = 'stop-letters'
const AT_ONCE = 100
const DAYS_STOPPABLE = 400
const MOST = { turns: 10, notices: 10 }

/** Looks at everybody whose letter may be due, and writes where there is something new to say. A letter that fails holds up no other. */
export async function writeLetters(ctx: Ctx): Promise<number> {
  let written = 0
  let after: Place | undefined
  for (;;) {
    const readers = await ctx.read((tx) => listReaders(tx, after, AT_ONCE))
    for (const reader of readers) {
      const done = await part(ctx, 'a letter', () => writeTo(ctx, reader))
      if (done.ok && done.is) written += 1
    }
    after = readers.at(-1)
    if (readers.length < AT_ONCE) return written
  }
}

defineChore({ name: 'home.write-letters', cron: '15 * * * *', run: async (ctx) => void await writeLetters(ctx) })

/** True where there was something to write. Its looking, its words and what it has said are one change. */
async function writeTo(ctx: Ctx, reader: Reader): Promise<boolean> {
  if (!isDue(rhythmOf(reader.chosen, reader.role), reader.lookedAt, ctx.now)) return false
  const said = await ctx.read((tx) => listSaid(tx, reader.person))
  const content = await readContent(ctx, reader, said)
  return asHouse(ctx).transaction(async (tx) => {
    if (!(await takeTurn(tx, reader))) return false
    const account = await findAccount(tx, reader.person)
    if (isEmpty(content) || !account?.emailConfirmedAt) return false
    const { token } = await makeLink(tx, { act: STOP_LETTERS, subject: { person: reader.person, organisation: reader.organisation }, endsAt: new Date(tx.now.getTime() + DAYS_STOPPABLE * 86_400_000) })
    const stop = tx.url(routes.letterStop(token))
    const rhythm = rhythmOf(reader.chosen, reader.role)
    await sendMail(tx, {
      to: account.email, person: reader.person, subject: subjectOf(content, reader.name), stop,
      lines: [`Hello ${account.name},`, ...inLines(content)], link: { says: 'Open Home', url: tx.url(routes.home) },
      after: [`You get this letter ${RHYTHM_WORDS[rhythm].label.toLowerCase()}, and only when there is something we have not told you before. To have it less often, or not at all:\n${stop}`],
    })
    const notices = [...content.good, ...content.happened].map((line) => line.id)
    await markWritten(tx, reader.organisation, notices)
    await saveSaid(tx, reader, [...content.turns.map(({ id }) => ({ kind: 'turn' as const, id })), ...notices.map((id) => ({ kind: 'notice' as const, id })), ...(content.look ? [{ kind: 'look' as const, id: content.look.id }] : [])])
    return true
  })
}

/** Read with the eyes of whoever gets it, so that a letter shows nothing that Home would not. */
async function readContent(ctx: Ctx, { person, organisation, role }: Reader, said: ReadonlySet<string>): Promise<Content> {
  const own = ctx.as({ by: 'session', person, organisation })
  const [{ due }, networks] = await own.read((tx) => Promise.all([listTurns(tx), listMyNetworks(tx)]))
  const turns = await describeTurns(own, due.filter((ask) => !said.has(`turn ${ask.id}`)).slice(0, MOST.turns))
  const notices = (await readNotices(own, { limit: 2 * MOST.notices })).filter(({ notice }) => !said.has(`notice ${notice.id}`))
  const looks = await part(ctx, 'worth a look', () => readWorthALook(own, networks))
  const look = looks.ok ? looks.is.find((one) => !said.has(`look ${one.organisation}`)) : undefined
  const told = (good: boolean) => notices.filter(({ notice }) => notice.good === good).slice(0, MOST.notices).map(({ notice, says, detail, href }) => ({ id: notice.id, says, detail, link: href && ctx.url(href) }))
  return {
    turns: await linked(ctx, turns.filter((turn) => !turn.failed), role),
    good: told(true), happened: told(false), look: look && { id: look.organisation, says: look.name, detail: look.because, link: ctx.url(routes.organisation(look.organisation)) },
  }
}

/** With the link that answers each, for those who may answer; whoever only reads for an organisation does not. */
function linked(ctx: Ctx, turns: readonly Turn[], role: string): Promise<Content['turns']> {
  return asHouse(ctx).read(async (tx) => {
    const lines: Content['turns'][number][] = []
    for (const { ask, title } of turns) lines.push({ id: ask.id, says: title, link: role === 'member' ? undefined : linkTo(tx, await getAsk(tx, ask.id)) })
    return lines
  })
}
