import type { Pages, Shown, WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, type FormState } from '../../kit/web/form.ts'
import { readWhom, withWhom, type Choosing } from '../../networks/index.ts'
import { namesOfOrganisations } from '../../organisations/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Choice, Field, Form, Group, Heading, LinkButton, Who, type Whom } from '../../ui/index.ts'
import { getPartnership, getUsToSpeak, hasAgreed } from '../change-ours.ts'
import { changeTerms } from '../change-terms.ts'
import { THROUGH, THROUGH_WORDS, type Partnership } from '../partnership.ts'
import { idFrom } from './param.ts'
import { besideMembers } from './to-name.ts'

/** What both share beside the timeline: how they met, the aim, the next step. */
export function termsPages(pages: Pages): void {
  formPage(pages, routes.partnershipTerms(':id'), {
    start: async (c) => {
      const { met, aim, next } = await c.var.ctx.read((tx) => getPartnership(tx, idFrom(c)))
      return { through: met.through ?? '', what: met.what ?? '', metBy: met.by ?? '', metOn: met.on ?? '', aim: aim ?? '', nextSays: next?.says ?? '', nextOn: next?.on ?? '' }
    },
    show: page,
    send: async (c, values) => {
      const id = idFrom<'partnership'>(c)
      const ours = await c.var.ctx.read((tx) => getPartnership(tx, id))
      await withWhom(c.var.ctx, values, introducerOf(ours), (named) => changeTerms(c.var.ctx, id, named))
      return goTo(c, routes.partnership(id), { says: 'Saved.' })
    },
  })
}

async function page(c: WebContext, form: FormState): Promise<Shown> {
  const { ours, whom } = await c.var.ctx.read(async (tx) => {
    const ours = await getPartnership(tx, idFrom(c))
    await getUsToSpeak(tx)
    return { ours, whom: await readWhom(tx, introducerOf(ours), form.values) }
  })
  const { id, partner } = ours
  return {
    title: `${partner.name} and you: how you met, and what is next`, width: 'reading',
    body: (
      <>
        <Heading above={<a href={routes.partnership(id)}>{`${partner.name} and you`}</a>} intro="Either side writes it; both read it.">How you met, and what is next</Heading>
        <Form to={routes.partnershipTerms(id)} id="terms" {...form} seenBy={hasAgreed(ours) ? `You and ${partner.name}` : 'Only you and your colleagues, until they say yes'}>
          <HowYouMet whom={whom} />
          <Actions sticky><Button>Save</Button><LinkButton href={routes.partnership(id)}>Go back</LinkButton></Actions>
        </Form>
      </>
    ),
  }
}

/** Anybody but the two of them. The other side may have named somebody whose page we do not see. */
function introducerOf({ partner, met: { by } }: Partnership): Choosing {
  return {
    fields: ['metBy'],
    beside: async (tx) => {
      const beside = await besideMembers(tx)
      const unseen = by && !(await namesOfOrganisations(tx, [by])).has(by) ? [{ id: by, name: 'Whoever is named now' }] : []
      return { ...beside, known: [...beside.known ?? [], ...unseen], except: [partner.id] }
    },
  }
}

/** The fields of both forms that ask for it. */
export function HowYouMet({ whom }: { whom: Whom }) {
  return (
    <>
      <Group title="How you met">
        <Choice name="through" label="Through" layout="line" options={THROUGH.map((value) => ({ value, label: THROUGH_WORDS[value] }))} optional />
        <Field name="what" label="Which" maxLength={160} hint="“Same muddy gate at the Pellow show”" optional />
        <Who name="metBy" label="Who introduced you" prompt="Nobody, or somebody who is not here" whom={whom} optional />
        <Field name="metOn" type="date" label="When" width="short" optional />
      </Group>
      <Group title="What you hope for">
        <Field name="aim" label="What you hope to do together" maxLength={200} hint="“One tasting day each spring”" optional />
        <Field name="nextSays" label="The next step" maxLength={160} hint="“Walk the Bell field”" optional />
        <Field name="nextOn" type="date" label="On" width="short" optional />
      </Group>
    </>
  )
}
