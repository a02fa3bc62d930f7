import { defineNoticeKind, type Notice, type Told } from '../notices/index.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { getNetworkById } from '../networks/index.ts'
import { routes } from '../routes.ts'
import { findBrief } from './brief-store.ts'
import type { Brief } from './brief.ts'
import { changesInWords } from './changes.ts'
import { getInterest, listInterests } from './interest-store.ts'
import { wantsAnswer, type Interest } from './interest.ts'

type About = { readonly brief: Brief; readonly href: string; readonly interest?: Interest; readonly what: readonly string[] }

async function readAbout(tx: Tx, { subject }: Notice): Promise<About | undefined> {
  const network = subject['network'] as Id<'network'>, id = subject['brief'] as Id<'brief'>, interest = subject['interest'] as Id<'interest'> | undefined // written by this room for its kinds
  const brief = await findBrief(tx, network, id)
  if (!brief) return undefined
  const what = (subject['what'] ?? '').split(' ').filter(Boolean)
  return { brief, what, href: routes.brief((await getNetworkById(tx, network)).slug, id), interest: interest && await getInterest(tx, network, id, interest).catch(() => undefined) }
}

/** What those on either side of a brief are told and need not answer. */
function define(name: string, good: boolean, words: (about: About, tx: Tx) => Promise<Told> | Told): void {
  defineNoticeKind({ name, good, describe: async (tx, notice) => { const about = await readAbout(tx, notice); return about && words(about, tx) } })
}

const answerOf = (interest: Interest | undefined): string | undefined =>
  interest && (interest.state.is === 'welcomed' || interest.state.is === 'declined') && interest.state.says ? `“${interest.state.says}”` : undefined

define('briefs.welcomed', true, ({ brief, href, interest }) => ({ says: `${brief.by} welcomes you to “${brief.title}”.`, detail: answerOf(interest) ?? 'They would like to talk.', href, more: 'Open the brief' }))
define('briefs.declined', false, ({ brief, href, interest }) => ({ says: `“${brief.title}” is not one for ${brief.by} and you this time.`, detail: answerOf(interest) ?? `${brief.by} thanks you for offering.`, href, more: 'Open the brief' }))
define('briefs.unanswered', false, ({ brief, href }) => ({ says: `${brief.by} has not answered your line on “${brief.title}”.`, detail: 'We asked them twice. An answer may still come.', href, more: 'Open the brief' }))
define('briefs.withdrawn', false, ({ brief, href }) => ({ says: `${brief.by} has withdrawn “${brief.title}”.`, detail: 'Your line needs no answer any more. Thank you for offering.', href, more: 'Open the brief' }))
define('briefs.changed', false, ({ brief, href, what }) => ({ says: `${brief.by} has changed “${brief.title}”, which you offered to help with.`, detail: `${changesInWords(what, brief)} Your line stands.`.trim(), href, more: 'Open the brief' }))
define('briefs.over', false, async ({ brief, href }, tx) => {
  const waiting = (await listInterests(tx, brief.network, brief.id)).filter(wantsAnswer).length
  return { says: `“${brief.title}” has closed: its day to answer has passed.`, detail: waiting === 0 ? undefined : waiting === 1 ? 'One line of interest waits for your word.' : `${waiting} lines of interest wait for your word.`, href, more: 'Open the brief' }
})
