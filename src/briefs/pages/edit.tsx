import { BAND_WORDS, VALUE_BANDS } from '../../answers/index.ts'
import type { Shown, WebContext } from '../../kit/web/env.ts'
import type { FormState, Values } from '../../kit/web/form.ts'
import { Above } from '../../networks/index.ts'
import { SIGHT_CHOICES } from '../../organisations/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Choice, Field, Form, Heading, LinkButton, Select } from '../../ui/index.ts'
import { getBriefToEdit, getMemberToWriteFor } from '../keep.ts'
import { briefOf, mustBeSignedIn, slugOf } from './param.ts'

/** Saying what needs to be done. The parts come on the next page, one at a time or out of a tender. */
export async function newPage(c: WebContext, form: FormState): Promise<Shown> {
  mustBeSignedIn(c)
  const { network } = await c.var.ctx.read((tx) => getMemberToWriteFor(tx, slugOf(c)))
  return {
    title: 'Say what needs to be done', width: 'reading',
    body: (
      <>
        <Heading above={<a href={routes.briefs(network.slug)}>Briefs in {network.name}</a>} intro="A job for several of you, on one page. It stays a draft until you publish it." actions={<LinkButton href={routes.briefReadings(network.slug)}>Paste a tender instead</LinkButton>}>Say what needs to be done</Heading>
        <Words to={routes.newBrief(network.slug)} back={routes.briefs(network.slug)} form={form} button="Keep it and add parts" />
      </>
    ),
  }
}

export async function startOfBrief(c: WebContext): Promise<Values> {
  mustBeSignedIn(c)
  const { brief } = await c.var.ctx.read((tx) => getBriefToEdit(tx, slugOf(c), briefOf(c)))
  const { title, says = '', forWhom = '', district = '', answerBy = '', startsOn = '', endsOn = '', value = '', openToRivals, sight } = brief
  return { title, says, forWhom, district, answerBy, startsOn, endsOn, value, rivals: openToRivals ? 'welcome' : 'not_this_time', sight }
}

export async function editPage(c: WebContext, form: FormState): Promise<Shown> {
  const { network, brief } = await c.var.ctx.read((tx) => getBriefToEdit(tx, slugOf(c), briefOf(c)))
  return {
    title: `Change ${brief.title}`, width: 'reading',
    body: (
      <>
        <Heading above={<Above network={network} />}>Change the brief</Heading>
        <Words to={routes.editBrief(network.slug, brief.id)} back={routes.brief(network.slug, brief.id)} form={form} button="Save" />
      </>
    ),
  }
}

function Words({ to, back, form, button }: { to: string; back: string; form: FormState; button: string }) {
  return (
    <Form to={to} id="brief" {...form} seenBy="Only you and your colleagues, until you publish it">
      <Field name="title" label="What the job is called" maxLength={140} />
      <Field name="says" type="textarea" rows={7} label="What needs to be done" maxLength={6000} optional hint="For whom, how big, what has to be true at the end. As you would tell it at the bench." />
      <Field name="forWhom" label="For whom" maxLength={160} optional />
      <Field name="district" label="Where, as a postcode district" width="short" optional />
      <Field name="answerBy" type="date" label="Answers by" width="short" optional hint="Needed before you publish it." />
      <Field name="startsOn" type="date" label="The work starts" width="short" optional />
      <Field name="endsOn" type="date" label="The work ends" width="short" optional />
      <Select name="value" label="What it is worth" optional prompt="Rather not say" width="medium" options={VALUE_BANDS.map((value) => ({ value, label: BAND_WORDS[value] }))} hint="Only you see it." />
      <Choice name="rivals" label="Are rivals of yours welcome?" value="welcome" layout="line" options={[{ value: 'welcome', label: 'Yes, with scope agreed first' }, { value: 'not_this_time', label: 'Not this time' }]} />
      <Choice name="sight" label="Once published, who sees it?" value="network" layout="line" options={SIGHT_CHOICES} />
      <Actions sticky><Button>{button}</Button><LinkButton href={back}>Go back</LinkButton></Actions>
    </Form>
  )
}
