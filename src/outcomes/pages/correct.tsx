import { BAND_WORDS, VALUE_BANDS } from '../../answers/index.ts'
import { NotFound } from '../../kit/refusal.ts'
import type { Shown, WebContext } from '../../kit/web/env.ts'
import type { FormState, Values } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Choice, Field, Form, Heading, LinkButton, Section, Select } from '../../ui/index.ts'
import { ENDINGS, ENDING_WORDS } from '../outcome.ts'
import { readOutcome } from '../read-outcome.ts'
import { idFrom, mustBeSignedIn } from './param.ts'

export async function startOfCorrection(c: WebContext): Promise<Values> {
  mustBeSignedIn(c)
  const { job, outcome } = await readOutcome(c.var.ctx, idFrom(c))
  return { what: job.what, forWhom: job.forWhom ?? '', finishedOn: job.finishedOn, ending: outcome.ending, value: job.value ?? '' }
}

/** For whoever noted it: what is set right, and that the others are asked again; or that it was no job after all. */
export async function correctPage(c: WebContext, form: FormState): Promise<Shown> {
  mustBeSignedIn(c)
  const { job, outcome, isLead, parties } = await readOutcome(c.var.ctx, idFrom(c))
  if (!isLead) throw new NotFound('Only whoever noted this can set it right.', 'Say it was otherwise when you are asked, or write to them.')
  const spoke = parties.filter((party) => !party.isUs && party.state !== 'waits').length
  return {
    title: `Set right: ${job.what}`, width: 'reading', hasProblems: form.problems !== undefined && Object.keys(form.problems).length > 0,
    body: (
      <>
        <Heading above={<a href={routes.outcome(outcome.id)}>{job.what}</a>} intro={spoke === 0 ? 'Nobody else has spoken of it yet, so it is simply set right.' : spoke === 1 ? 'One of you has spoken of it, and is asked again. Until then it proves nothing by their word.' : `${spoke} of you have spoken of it, and are asked again. Until then it proves nothing by their word.`}>Set it right</Heading>
        <Form to={routes.outcomeCorrection(outcome.id)} id="correction" {...form} seenBy="Those who did the job with you; the value, nobody else">
          <Field name="what" label="What the job was" maxLength={200} />
          <Field name="forWhom" label="For whom" optional maxLength={120} width="medium" />
          <Field name="finishedOn" type="date" label="When it ended" width="short" />
          <Choice name="ending" label="How it ended" options={ENDINGS.map((value) => ({ value, label: ENDING_WORDS[value] }))} />
          <Select name="value" label="About what it was worth" optional prompt="Not said" options={VALUE_BANDS.map((band) => ({ value: band, label: BAND_WORDS[band] }))} width="medium" />
          <Actions sticky><Button busy="One moment">Set it right</Button><LinkButton href={routes.outcome(outcome.id)}>Leave it as it is</LinkButton></Actions>
        </Form>
        <Section title="Or take it back" intro="The job and its proof leave the pages of everybody who did it, and they are told why. This cannot be undone.">
          <Form to={routes.outcomeTakingBack(outcome.id)} id="take-back" values={{ because: form.values?.['because'] ?? '' }} problems={form.problems} seenBy="Those who did the job with you">
            <Field name="because" label="Why you take it back" maxLength={200} />
            <Actions><Button variant="danger" busy="One moment">Take it back</Button></Actions>
          </Form>
        </Section>
      </>
    ),
  }
}
