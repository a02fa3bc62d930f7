import { BAND_WORDS } from '../../answers/index.ts'
import type { Shown, WebContext } from '../../kit/web/env.ts'
import type { FormState } from '../../kit/web/form.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Card, CopyLink, Day, Facts, Field, Form, Good, Heading, LinkButton, Note, Section, State } from '../../ui/index.ts'
import { ENDING_WORDS, proves, sizeInWords } from '../outcome.ts'
import { readOutcome, type OutcomeInWords, type PartyStands } from '../read-outcome.ts'
import { idFrom, mustBeSignedIn } from './param.ts'

/** One job with everybody's word on it. */
export async function onePage(c: WebContext, form: FormState): Promise<Shown> {
  mustBeSignedIn(c)
  const seen = await readOutcome(c.var.ctx, idFrom(c))
  const { outcome, job, parties } = seen
  const all = parties.every((party) => party.state === 'confirmed')
  return {
    title: job.what, width: 'work',
    body: (
      <>
        <Heading above={<a href={routes.outcomes}>Outcomes</a>} intro={job.forWhom && `For ${job.forWhom}`} actions={seen.isLead && <LinkButton href={routes.outcomeCorrection(outcome.id)}>Set it right</LinkButton>}>{job.what}</Heading>
        {all && proves(outcome.ending) && <Good>Everybody says it was so. It is proof on the page of each of you.</Good>}
        <Facts facts={[
          { name: 'How it ended', is: ENDING_WORDS[outcome.ending] }, { name: 'When', is: <Day on={job.finishedOn} /> },
          ...(job.value ? [{ name: 'Worth, seen by those who did it', is: BAND_WORDS[job.value] }] : []),
          ...(outcome.timesBigger === undefined ? [] : [{ name: 'Size, seen by you alone', is: sizeInWords(outcome.timesBigger) }]),
        ]} />
        <Section title="Who did what">{parties.map((party) => <PartyCard key={party.organisation} party={party} />)}</Section>
        <CustomerPart seen={seen} form={form} />
        <Section title="How big was it for you?">
          <Form to={routes.outcomeSize(outcome.id)} id="size" layout="line" {...form} values={{ timesBigger: outcome.timesBigger === undefined ? '' : String(outcome.timesBigger), ...form.values }} seenBy="Only you and your colleagues">
            <Field name="timesBigger" label="Times your usual job" optional width="short" />
            <Actions><Button variant="quiet">Keep it</Button></Actions>
          </Form>
        </Section>
      </>
    ),
  }
}

const WORDS = { confirmed: 'Says it was so', waits: 'Has yet to say', 'not so': 'Remembers it otherwise' } as const

function PartyCard({ party }: { party: PartyStands }) {
  const shape = { confirmed: { tone: 'good' as const }, waits: { shape: 'ring' as const }, 'not so': { shape: 'dash' as const } }[party.state]
  return (
    <Card title={party.isUs ? `${party.name} (you)` : party.name} above={<State {...shape}>{party.leads ? 'Said how it ended' : WORDS[party.state]}</State>}>
      {party.parts.length > 0 && <ul>{party.parts.map((part) => <li key={`${part.says} ${part.capability}`}>{[part.says, part.capability].filter(Boolean).join(' · ')}{part.apart && ' · kept between its holder and the lead'}</li>)}</ul>}
      {party.note && <p>“{party.note}”</p>}
    </Card>
  )
}

function CustomerPart({ seen, form }: { seen: OutcomeInWords; form: FormState }) {
  const { outcome, isLead, customerLink } = seen
  const { customer } = outcome
  if (!customer && !isLead) return null
  return (
    <Section title="The customer’s word">
      {customer?.state.is === 'said' && <><blockquote><p>“{customer.state.says}”</p><footer>{customer.name}</footer></blockquote><p className="fine">{customer.state.shown ? 'They said that others may read it: it stands with the job on your pages.' : 'For those who did the job alone.'}</p></>}
      {customer?.state.is === 'declined' && <p>{customer.name} would rather not say. That is fine.</p>}
      {customer?.state.is === 'asked' && (customerLink
        ? <><Note>{`${customer.name} has been asked. Send them this link if they have no mail from us.`}</Note><CopyLink link={customerLink} label={`Link for ${customer.name}`} /></>
        : <p>{customer.name} has been asked.</p>)}
      {!customer && (
        <Form to={routes.outcomeCustomer(outcome.id)} id="customer" {...form} seenBy="Those who did the job; what they say, others only if they allow it">
          <Field name="name" label="Who could say a word about it?" maxLength={100} />
          <Field name="email" type="email" label="Their e-mail address" optional hint="Leave it out to copy the link instead." />
          <Actions><Button variant="quiet">Ask for a word</Button></Actions>
        </Form>
      )}
    </Section>
  )
}
