import { mustSpeakFor } from '../answers/index.ts'
import { ask, defineAskKind, type Ask } from '../asks/index.ts'
import type { Tx } from '../kit/ctx.ts'
import type { Id } from '../kit/ids.ts'
import { tell } from '../notices/index.ts'
import { namesOfOrganisations } from '../organisations/index.ts'
import { routes } from '../routes.ts'
import { dayInWords } from '../ui/index.ts'
import { agree } from './agree.ts'
import { STAGE_HINTS } from './partnership.ts'
import { changeSide, findPartnershipById, holdPartnership } from './store.ts'

export const PARTNER = 'partnerships.partner'
const DAYS = 30

/** Asks the other side whether they would say so too. For the house, once we may. */
export async function askPartner(tx: Tx, { partnership, us, partner }: { partnership: Id<'partnership'>; us: Id<'organisation'>; partner: Id<'organisation'> }): Promise<void> {
  const asked = await ask(tx, {
    kind: PARTNER, from: { person: tx.actor.person, organisation: us }, to: { organisation: partner }, subject: { partnership, by: us, partner },
    answerBy: new Date(tx.now.getTime() + DAYS * 86_400_000),
  })
  await changeSide(tx, us, partnership, { ask_id: asked.id, asked_at: tx.now })
}

defineAskKind({
  name: PARTNER,
  words: { members: 'Yes, and members may know', between: 'Yes, just between us', no: 'Not for us, thank you' },
  describe: async (tx, asked) => {
    const { by, partnership } = subjectOf(asked)
    const name = (await namesOfOrganisations(tx, [by])).get(by) ?? 'An organisation'
    const bond = await findPartnershipById(tx, by, partnership)
    if (!bond) return { title: `${name} had noted a partnership with you`, lines: ['They have taken it back since.'], seenBy: `${name} and you` }
    const again = bond.standing.is === 'ended'
    return {
      title: again ? `${name} would like to take up your partnership again` : bond.stage === 'noted' ? `${name} says hello. Would you like to know each other better?` : `${name} counts you as a partner. Would you say so too?`,
      lines: [
        `They say: “${STAGE_HINTS[bond.stage]}”`,
        ...(bond.met.what ? [`How you met: ${bond.met.what}${bond.met.on ? `, on ${dayInWords(bond.met.on)}` : ''}.`] : []),
        ...(bond.aim ? [`What they hope to do together: ${bond.aim}.`] : []),
        'With a yes you both see this partnership and add to it. You can change how far it has grown, let it rest, or end it kindly at any time.',
      ],
      seenBy: `${name} and you; with the first answer members of your networks too, if they agree`,
    }
  },
  answered: async (tx, asked, answer) => {
    const { by, partner, partnership } = subjectOf(asked)
    await mustSpeakFor(tx, partner, answer)
    if (!(await holdPartnership(tx, partnership))) return
    if (answer.word === 'no') {
      await changeSide(tx, by, partnership, { ask_id: null, declined_at: tx.now })
      await tell(tx, { kind: 'partnerships.declined', to: by, subject: { partnership, partner } })
      return
    }
    await agree(tx, partnership, { by: partner, shows: answer.word === 'members' ? 'network' : 'only_us' })
    return answer.by.person ? { goTo: routes.partnership(partnership) } : undefined
  },
  ended: async (tx, asked) => {
    const { by, partnership } = subjectOf(asked)
    await changeSide(tx, by, partnership, { ask_id: null })
  },
})

function subjectOf(asked: Ask): { by: Id<'organisation'>; partner: Id<'organisation'>; partnership: Id<'partnership'> } {
  return asked.subject as ReturnType<typeof subjectOf> // written by askPartner for this kind
}
