import { defineAskKind, type Answer, type Ask } from '../asks/index.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { NotAllowed } from '../kit/refusal.ts'
import { findRole, namesOfOrganisations } from '../organisations/index.ts'
import { routes } from '../routes.ts'
import { dayInWords } from '../ui/index.ts'
import { holdJob, listJobsById, markParty, markWitness } from './job-store.ts'
import { JOB_CONFIRM } from './note-job.ts'
import { refreshJob } from './stand-behind.ts'

/** One tap from somebody who was there. A yes makes the job count as proof for every party that says so too; a no keeps it claimed. */
defineAskKind({
  name: JOB_CONFIRM,
  words: { yes: 'Yes, that is how it was', no: 'Not how I remember it' },
  describe: async (tx, ask) => {
    const { job, by, party } = subjectOf(ask)
    const [seen] = await listJobsById(tx, [job])
    const asker = (await namesOfOrganisations(tx, [by])).get(by) ?? 'An organisation'
    const did = seen?.parties.find((one) => one.organisation === by)?.did
    return {
      title: `${asker} asks: was it so?`,
      lines: [
        `“${seen?.what ?? 'A job that was taken away'}”${seen?.forWhom ? `, for ${seen.forWhom}` : ''}${seen ? `, finished on ${dayInWords(seen.finishedOn)}` : ''}.`,
        ...(did ? [`Their part: ${did}`] : []),
        party ? 'Your yes counts as proof for them, and can for you.' : 'Your yes counts as proof of their work. Your name is seen only by those who did the job.',
      ],
      seenBy: `${asker} and the others in the job`,
    }
  },
  answered: async (tx, ask, answer) => {
    const { job, party, witness } = subjectOf(ask)
    await holdJob(tx, job)
    const said = { yes: answer.word === 'yes', note: answer.note, by: answer.by.person }
    if (party) {
      await mustSpeakFor(tx, party, answer)
      await markParty(tx, job, party, said)
    }
    if (witness) await markWitness(tx, job, witness, said)
    await refreshJob(tx, job)
    await tx.emit('job.changed', { job })
  },
  needsPage: { no: (_, token) => routes.jobNotSo(token) },
})

/** Whoever holds the link was asked; someone signed in must be more than a reader of the organisation asked. */
export async function mustSpeakFor(tx: Tx, organisation: Id<'organisation'>, { by }: Answer): Promise<void> {
  if (!by.person) return
  const role = await findRole(tx, organisation, by.person)
  if (role === 'member') throw new NotAllowed('This speaks for your whole organisation.', 'Ask one of its owners or editors to answer.')
}

type Subject = { readonly job: Id<'job'>; readonly by: Id<'organisation'>; readonly party?: Id<'organisation'>; readonly witness?: Id<'witness'> }

function subjectOf(ask: Ask): Subject {
  return ask.subject as Subject // written by note-job.ts for this kind
}
