import { z } from 'zod'
import { answerAsk, defineAskKind, getAsk, type Ask } from '../asks/index.ts'
import { asHouse, type Ctx, type Tx } from '../kit/ctx.ts'
import { choice, optionalText, parse } from '../kit/fields.ts'
import type { Id } from '../kit/ids.ts'
import { NotAllowed } from '../kit/refusal.ts'
import { getNetwork } from '../networks/index.ts'
import { tell } from '../notices/index.ts'
import { findRole, getOrganisationToKeep } from '../organisations/index.ts'
import { routes } from '../routes.ts'
import { INTEREST } from './ask-owner.ts'
import { findBrief } from './brief-store.ts'
import { InterestAnswered } from './errors.ts'
import { getInterest, holdInterest, markInterest } from './interest-store.ts'
import { ANSWERS, wantsAnswer, type InterestAnswer } from './interest.ts'
import { mayKeepBriefs } from './who-may.ts'

export const answerInput = z.strictObject({ answer: choice('an answer', ANSWERS), says: optionalText('Your words', 500) })

/** A welcome or a kind no, from the brief's page. Whoever showed interest is told. */
export async function answerInterest(ctx: Ctx, slug: string, brief: Id<'brief'>, id: Id<'interest'>, input: unknown): Promise<void> {
  const found = await ctx.read(async (tx) => {
    const network = await getNetwork(tx, slug)
    const interest = await getInterest(tx, network.id, brief, id)
    await getOrganisationToKeep(tx, interest.owner, mayKeepBriefs)
    return { network: network.id, ask: interest.ask, isOpen: !!interest.ask && (await getAsk(tx, interest.ask)).state.is === 'open' }
  })
  const { answer, says } = parse(answerInput, input)
  if (found.ask && found.isOpen) return void await answerAsk(ctx, found.ask, answer, says)
  await asHouse(ctx).transaction((tx) => settle(tx, { network: found.network, brief, interest: id }, { answer, says, by: ctx.actor.person }))
}

type Which = { readonly network: Id<'network'>; readonly brief: Id<'brief'>; readonly interest: Id<'interest'> }

/** For the house: of two answers at once one counts, and the other is told so. */
async function settle(tx: Tx, which: Which, { answer, says, by }: { answer: InterestAnswer; says?: string; by?: Id<'person'> }): Promise<void> {
  const { network, brief, interest } = which
  await holdInterest(tx, network, brief, interest)
  const found = await getInterest(tx, network, brief, interest)
  if (!wantsAnswer(found)) throw new InterestAnswered()
  await markInterest(tx, network, brief, interest, { answered_at: tx.now, answered_by: by ?? null, answer, answer_says: says ?? null })
  await tell(tx, { kind: answer === 'welcomed' ? 'briefs.welcomed' : 'briefs.declined', to: found.organisation, subject: { ...which } })
  await tx.emit('interest.answered', { ...which, answer })
}

/** Interest waits on the brief's owner: under "Your turn", by one tap; a no leads to kind words first. */
defineAskKind({
  name: INTEREST,
  words: { welcomed: 'Welcome, let’s talk', declined: 'No thanks, kindly' },
  describe: async (tx, asked) => {
    const { network, brief, interest } = subjectOf(asked)
    const [about, shown] = [await findBrief(tx, network, brief), await getInterest(tx, network, brief, interest)]
    const by = shown.by ?? 'Somebody'
    return {
      title: about ? `${by} would like to help with “${about.title}”` : `${by} showed interest in a brief that is gone`,
      lines: [`“${shown.says}”`, shown.partSays ? `For this part: ${shown.partSays}` : 'For the whole of it, or wherever they fit.'],
      seenBy: `You and ${by}`,
    }
  },
  answered: async (tx, asked, { word, note, by }) => {
    const which = subjectOf(asked)
    await mustSpeakFor(tx, asked.to.organisation, by.person)
    await settle(tx, which, { answer: word as InterestAnswer, says: note, by: by.person }) // one of the words above
  },
  ended: async (tx, asked) => {
    const { network, brief, interest } = subjectOf(asked)
    const found = await getInterest(tx, network, brief, interest)
    if (found.state.is !== 'waiting') return
    await markInterest(tx, network, brief, interest, { lapsed_at: tx.now })
    await tell(tx, { kind: 'briefs.unanswered', to: found.organisation, subject: { network, brief, interest } })
  },
  needsPage: { declined: (_, token) => routes.interestDeclined(token) },
})

/** Someone signed in must be more than a reader of the organisation that was asked. */
async function mustSpeakFor(tx: Tx, organisation: Id<'organisation'> | undefined, person: Id<'person'> | undefined): Promise<void> {
  if (!person || !organisation) return
  if ((await findRole(tx, organisation, person)) === 'member') throw new NotAllowed('This speaks for your whole organisation.', 'Ask one of its owners or editors to answer.')
}

function subjectOf(asked: Ask): Which {
  return asked.subject as unknown as Which // written by show-interest.ts for this kind
}
