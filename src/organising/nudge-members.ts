import { z } from 'zod'
import { listAnswers } from '../answers/index.ts'
import { asHouse, type Ctx } from '../kit/ctx.ts'
import { id as idField, parse } from '../kit/fields.ts'
import { getNetworkTo, mayTend } from '../networks/index.ts'
import { defineNoticeKind, tell } from '../notices/index.ts'
import { routes } from '../routes.ts'
import { DAYS_BETWEEN, listUnanswered, saveNudge } from './week-store.ts'

export const NUDGED = 'organising.nudged'

const one = idField<'organisation'>('A member')
export const nudgeInput = z.strictObject({ members: z.preprocess((value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]), z.array(one).min(1, 'Tick at least one.').max(500)) })

/** An organiser asks members kindly for their answer to question 4. Whoever was asked within the month is passed by. Says how many were asked. */
export function nudgeMembers(ctx: Ctx, slug: string, input: unknown): Promise<number> {
  return ctx.transaction(async (tx) => {
    const network = await getNetworkTo(tx, slug, mayTend)
    const { members } = parse(nudgeInput, input)
    const early = new Date(tx.now.getTime() - DAYS_BETWEEN * 86_400_000)
    const due = (await listUnanswered(tx, network.id)).filter(({ id, askedAt }) => members.includes(id) && !(askedAt && askedAt > early))
    await asHouse(tx).transaction(async (house) => {
      for (const { id } of due) {
        await saveNudge(house, network.id, id)
        await tell(house, { kind: NUDGED, to: id, subject: { network: network.name } })
      }
    })
    return due.length
  })
}

/** What they read. It goes by itself once they have answered. */
defineNoticeKind({
  name: NUDGED, good: false,
  describe: async (tx, { to, subject }) => {
    if ((await listAnswers(tx, to)).some(({ question, words }) => question === 4 && words.trim())) return undefined
    return { ...nudgeWords(subject['network'] ?? 'Your network'), href: routes.answer(to, 4), more: 'Answer it' }
  },
})

export const nudgeWords = (network: string) => ({ says: `${network} would love to read what only you can do.`, detail: 'One sentence is enough, and partners remember it. The organisers asked.' })
