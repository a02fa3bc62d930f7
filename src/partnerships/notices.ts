import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { defineNoticeKind, type Notice } from '../notices/index.ts'
import { routes } from '../routes.ts'
import { dayInWords } from '../ui/index.ts'
import { anniversaryOf } from './anniversary.ts'
import { listDeeds } from './moment-store.ts'
import { STAGE_WORDS, type Partnership, type Stage } from './partnership.ts'
import { findPartnershipById } from './store.ts'

/** What a side is told of its partnerships. None where the partnership is gone by the time it is read. */
type Said = { readonly says: string; readonly detail?: string; readonly more?: string }

function define(name: string, good: boolean, words: (tx: Tx, ours: Partnership, subject: Notice['subject']) => Promise<Said | undefined> | Said | undefined): void {
  defineNoticeKind({
    name: `partnerships.${name}`, good,
    describe: async (tx, { to, subject }) => {
      const ours = await findPartnershipById(tx, to, subject['partnership'] as Id<'partnership'>) // written with each of these kinds
      const said = ours && await words(tx, ours, subject)
      return said && { more: 'Open the partnership', ...said, href: routes.partnership(subject['partnership'] ?? '') }
    },
  })
}

define('agreed', true, (_, { partner: { name } }) => ({ says: `${name} said yes: you are partners.`, detail: 'Say what you hope to do together.' }))
define('declined', false, (_, { partner: { name } }) => ({ says: `${name} would rather not note a partnership for now.`, detail: 'Your own note stays with you; they can note it at any time.' }))
define('stage', false, (_, { partner: { name }, ours }, subject) => ({ says: `${name} says of your partnership: ${STAGE_WORDS[subject['stage'] as Stage] ?? ''}.`, detail: ours.stage === subject['stage'] ? undefined : 'Would you say so too?' }))
define('woken', false, (_, { partner: { name } }) => ({ says: `${name} has woken your partnership.`, detail: 'A hello would be a good beginning.' }))
define('ended', false, (_, { partner: { name }, standing }) => (standing.is === 'ended' ? { says: `${name} has ended your partnership, with thanks.`, detail: 'What you did together stays in your timeline.' } : undefined))
define('quiet', false, (_, { partner: { name }, lastMomentAt, standing }) => (standing.is === 'agreed' ? { says: `It has been quiet between you and ${name} since ${dayInWords(lastMomentAt)}.`, detail: 'A hello, perhaps? One line is enough.', more: 'Say hello' } : undefined))
define('anniversary', true, async (tx, ours, subject) => {
  const line = anniversaryOf(ours, await listDeeds(tx, ours.id), subject['on'] ?? '')
  return line ? { says: line } : undefined
})
