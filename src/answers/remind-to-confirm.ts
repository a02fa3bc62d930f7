import { ask, defineAskKind, type Ask } from '../asks/index.ts'
import type { Ctx } from '../kit/ctx.ts'
import { asHouse } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { defineChore } from '../kit/jobs/define.ts'
import { listStaff } from '../organisations/index.ts'
import { findAccount } from '../people/index.ts'
import { routes } from '../routes.ts'
import { listStale, markConfirmed, markReminded } from './claim-store.ts'
import { staleBefore } from './claim.ts'
import { mustSpeakFor } from './confirm-job.ts'

export const STILL_TRUE = 'answers.still-true'
const DAYS = 30

/** Once a year, kindly: is what you claim still true? On Home and by mail, once; silence changes nothing but the date beside each claim. */
export async function remindToConfirm(ctx: Ctx): Promise<void> {
  const before = staleBefore(ctx.now)
  while (await asHouse(ctx).transaction(async (tx) => {
    const due = await listStale(tx, before, 50)
    for (const { organisation, claims } of due) {
      const owner = (await listStaff(tx, organisation)).find((one) => one.role === 'owner')
      const account = owner && (await findAccount(tx, owner.person))
      await markReminded(tx, organisation, before)
      await ask(tx, {
        kind: STILL_TRUE, from: {}, to: { organisation, person: owner?.person, email: account?.email, name: account?.name }, subject: { organisation, claims: String(claims) },
        answerBy: new Date(tx.now.getTime() + DAYS * 86_400_000),
      })
    }
    return due.length === 50
  }));
}

defineChore({ name: 'answers.remind-to-confirm', cron: '15 8 * * 2', run: remindToConfirm })

defineAskKind({
  name: STILL_TRUE,
  words: { yes: 'All still true', look: 'Let me look' },
  describe: async (_tx, asked) => {
    const count = Number(asked.subject.claims)
    return {
      title: count === 1 ? 'Is your claim still true?' : `Are your ${count} claims still true?`,
      lines: ['A year has passed since you last said so. Partners trust a claim with a fresh date more.', 'One tap is enough, or look through them and change what has changed.'],
      seenBy: 'The new date beside each claim: those who see the claim',
    }
  },
  answered: async (tx, asked, answer) => {
    if (answer.word !== 'yes') return { goTo: routes.claims(organisationOf(asked)) }
    await mustSpeakFor(tx, organisationOf(asked), answer)
    await markConfirmed(tx, organisationOf(asked))
  },
})

function organisationOf(asked: Ask): Id<'organisation'> {
  return asked.subject.organisation as Id<'organisation'> // written by remindToConfirm for this kind
}
