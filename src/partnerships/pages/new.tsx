import { show, type Pages, type Shown, type WebContext } from '../../kit/web/env.ts'
import { formPage, goTo, type FormState } from '../../kit/web/form.ts'
import { isId } from '../../kit/ids.ts'
import { readWhom, withWhom, type Choosing } from '../../networks/index.ts'
import { KIND_WORDS, KINDS, SIGHT_CHOICES, findOrganisation } from '../../organisations/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Choice, CopyLink, Field, Form, Good, Group, Heading, LinkButton, Select, Tick, Who } from '../../ui/index.ts'
import { getUsToSpeak } from '../change-ours.ts'
import { notePartnership } from '../note-partnership.ts'
import { STAGE_HINTS, STAGE_WORDS, STAGES } from '../partnership.ts'
import { findHabit } from '../store.ts'
import { besideMembers } from './to-name.ts'
import { HowYouMet } from './terms.tsx'

/** Noting one in ten seconds: with whom, how far it has grown, done. The rest can wait. */
export function newPages(pages: Pages): void {
  formPage(pages, routes.newPartnership, {
    start: async (c) => {
      const us = await c.var.ctx.read(getUsToSpeak)
      return { with: c.req.query('with') ?? '', stage: c.req.query('hello') === 'yes' ? 'noted' : 'trust', shows: (await c.var.ctx.read((tx) => findHabit(tx, us.id)))?.shows ?? 'network' }
    },
    show: page,
    send: async (c, values) => {
      const { partnership, claimLink, agreed } = await withWhom(c.var.ctx, values, WHOM, (named) => notePartnership(c.var.ctx, named))
      if (claimLink) return show(c, { title: 'Noted', width: 'reading', status: 201, body: <Listed id={partnership} name={String(values['newName'] ?? '')} link={claimLink} /> })
      return goTo(c, routes.partnership(partnership), agreed ? { says: 'They had noted you too: you are partners.' } : { says: 'Noted, and they are asked.', undo: routes.partnershipTakingBack(partnership) })
    },
  })
}

function Listed({ id, name, link }: { id: string; name: string; link: string }) {
  return (
    <>
      <Heading intro="They are not here yet, so nobody has been asked. Give them this link: once they have claimed their page, we ask them for you.">{`Noted: ${name} and you`}</Heading>
      <Good>Until they say yes only you and your colleagues see it.</Good>
      <CopyLink link={link} label={`For ${name} to claim their page`} hint="It works once, within 14 days." />
      <Actions><LinkButton href={routes.partnership(id)} variant="main">Open the partnership</LinkButton></Actions>
    </>
  )
}

const WHOM: Choosing = { fields: ['with', 'metBy'], beside: besideMembers }

async function page(c: WebContext, form: FormState): Promise<Shown> {
  const chosen = form.values['with']
  const { whom, others, wanted } = await c.var.ctx.read(async (tx) => {
    await getUsToSpeak(tx)
    const others = await readWhom(tx, WHOM, form.values)
    const wanted = isId<'organisation'>(chosen) && chosen !== tx.actor.organisation ? await findOrganisation(tx, chosen) : undefined
    return { others, wanted, whom: wanted && others.few && !others.few.options?.some((one) => one.value === chosen) ? { ...others, few: { options: [{ value: wanted.id, label: wanted.name }, ...others.few.options ?? []] } } : others }
  })
  const invites = c.req.query('new') === 'yes', isNew = invites || !!form.values['newName']
  const hello = c.req.query('hello') === 'yes' ? wanted?.name : undefined
  const title = hello ? `Say hello to ${hello}` : invites ? 'Invite somebody you recommend' : 'Note a partnership'
  return {
    title, width: 'reading',
    body: (
      <>
        <Heading above={<a href={routes.partnerships}>Partners</a>} intro={hello ? 'They are asked by one tap whether they would like to know you better too. Until they say yes only you see it.' : invites ? 'You list them in a line and get a link to give them. With it they claim their page and say yes to being your partner.' : 'They are asked by one tap. Until they say yes only you see it.'}>{title}</Heading>
        <Form to={routes.newPartnership} id="note" {...form} seenBy="You and your colleagues; after their yes both sides">
          {!invites && <Who name="with" label="With whom" prompt="Choose one" whom={whom} optional />}
          <details className="more" open={isNew}>
            <summary>{invites ? 'Whom you recommend' : 'They are not here yet'}</summary>
            <Group title="List them" hint="Their page stays theirs to claim: you get a link for them.">
              <Field name="newName" label="Their name" maxLength={120} optional />
              <Select name="newKind" label="What they are" prompt="Choose one" width="medium" options={KINDS.map((value) => ({ value, label: KIND_WORDS[value] }))} optional />
              <Field name="newDistrict" label="Postcode district" width="short" maxLength={8} optional hint="Such as SP2." />
            </Group>
          </details>
          <Choice name="stage" label="How far has it grown?" options={STAGES.map((value) => ({ value, label: STAGE_WORDS[value], hint: STAGE_HINTS[value] }))} />
          <Choice name="shows" label="Who may know that you are partners" hint="It is seen only as far as both sides agree." layout="line" options={SIGHT_CHOICES.map(({ value, label }) => ({ value, label }))} />
          <details className="more">
            <summary>How you met, and what you hope for</summary>
            <HowYouMet whom={others} />
          </details>
          <Tick name="counts" label="Show them what we show to partners" hint="Your telephone number, for instance. They are not told, and you can take it back." optional />
          <Actions sticky><Button>{hello ? 'Say hello' : invites ? 'List them and get the link' : 'Note it and ask them'}</Button><LinkButton href={routes.partnerships}>Go back</LinkButton></Actions>
        </Form>
      </>
    ),
  }
}
