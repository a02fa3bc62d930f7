import { ask, defineAskKind, type Ask } from '../asks/index.ts'
import { listJobsById, mustSpeakFor, settlePart } from '../answers/index.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { tell } from '../notices/index.ts'
import { namesOfOrganisations } from '../organisations/index.ts'
import { routes } from '../routes.ts'
import { dayInWords } from '../ui/index.ts'
import { DAYS_TO_ANSWER, ENDING_WORDS, proves } from './outcome.ts'
import { proveParts } from './prove-parts.ts'
import { findOutcome, saveSide } from './store.ts'

export const PARTY = 'outcomes.party'

type Subject = { readonly outcome: Id<'outcome'>; readonly job: Id<'job'>; readonly by: Id<'organisation'>; readonly party: Id<'organisation'> }
const subjectOf = (asked: Ask): Subject => asked.subject as Subject // written by askParty for this kind

/** Each party speaks for its own part. As the house. */
export async function askParty(house: Tx, subject: Subject): Promise<void> {
  const made = await ask(house, { kind: PARTY, from: { person: house.actor.person, organisation: subject.by }, to: { organisation: subject.party }, subject, answerBy: new Date(house.now.getTime() + DAYS_TO_ANSWER * 86_400_000) })
  await saveSide(house, subject.outcome, subject.party, { ask_id: made.id })
}

defineAskKind({
  name: PARTY,
  words: { yes: 'Yes, that is how it was', no: 'Not how I remember it' },
  describe: async (tx, asked) => {
    const { outcome: id, job: jobId, by, party } = subjectOf(asked)
    const [job] = await listJobsById(tx, [jobId])
    const outcome = await findOutcome(tx, id)
    const name = (await namesOfOrganisations(tx, [by])).get(by) ?? 'The lead'
    const parts = outcome?.parts.filter((part) => part.organisation === party).flatMap((part) => part.says ?? []) ?? []
    return {
      title: `${name} says how it ended. Was it so?`,
      lines: [
        job && outcome ? `“${job.what}”${job.forWhom ? `, for ${job.forWhom}` : ''}, ended on ${dayInWords(job.finishedOn)}. ${ENDING_WORDS[outcome.ending]}.` : 'This was taken away.',
        ...(parts.length > 0 ? [`Your part: ${parts.join('; ')}.`] : []),
        outcome && !proves(outcome.ending) ? 'With your yes it is remembered between you.' : 'With your yes it stands as a job on your page and proves what you did.',
      ],
      seenBy: 'Those who did the job with you',
    }
  },
  answered: async (tx, asked, answer) => {
    const { outcome: id, job, by, party } = subjectOf(asked)
    await mustSpeakFor(tx, party, answer)
    const yes = answer.word === 'yes'
    const outcome = await findOutcome(tx, id)
    if (!outcome) return
    if (yes && proves(outcome.ending)) await proveParts(tx, party, job, outcome.parts.filter((part) => part.organisation === party))
    await settlePart(tx, job, party, { yes, note: answer.note, by: answer.by.person })
    await tell(tx, { kind: yes ? 'outcomes.proven' : 'outcomes.not-so', to: by, subject: { outcome: id, job, party } })
    if (yes) await tx.emit('outcome.confirmed', { outcome: id, job, organisation: party })
  },
  needsPage: { no: (_, token) => routes.outcomeNotSo(token) },
})
