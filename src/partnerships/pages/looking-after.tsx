import { SEEN_BY, SIGHT_CHOICES } from '../../organisations/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Choice, Form, LinkButton, PostButton, Section, Select } from '../../ui/index.ts'
import { hasAgreed } from '../change-ours.ts'
import { quietSince, type Partnership } from '../partnership.ts'
import type { PageProps } from './props.ts'

export const QUIET_OPTIONS = [['2', 'After 2 quiet months'], ['4', 'After 4 quiet months'], ['6', 'After 6 quiet months'], ['12', 'After a quiet year'], ['0', 'Never']].map(([value = '', label = '']) => ({ value, label }))

/** Who may know, when to say hello, resting and parting: what each side keeps for itself. */
export function LookingAfter({ read: { ours, counts, speaks }, forms, now }: PageProps) {
  const { id, partner: { name }, standing } = ours
  const { shows, quietMonths } = ours.ours
  return (
    <>
      <Section title="Who may know">
        <p>{`${SEEN_BY[shows]}, as far as ${name} agrees.`}</p>
        {speaks && (
          <details className="more" open={!!forms.shows}>
            <summary>Change who may know</summary>
            <Form to={routes.partnershipSight(id)} id="shows-form" {...forms.shows} seenBy="Only you and your colleagues">
              <Choice name="shows" label="Who may know that you are partners" options={SIGHT_CHOICES.map(({ value, label }) => ({ value, label }))} value={shows} />
              <Actions><Button variant="quiet">Save</Button></Actions>
            </Form>
          </details>
        )}
        {speaks && standing.is !== 'ended' && <CountThem id={id} name={name} counts={counts} />}
      </Section>
      {standing.is === 'agreed' && (
        <Section title={quietMonths > 0 ? `Quiet for ${quietMonths} months?` : 'A hello now and then?'}>
          <p>{helloInWords(ours, now)}</p>
          {speaks && (
            <details className="more" open={!!forms.reminder}>
              <summary>Change the reminder</summary>
              <Form to={routes.partnershipReminder(id)} id="reminder-form" {...forms.reminder} seenBy="Only you and your colleagues">
                <Select name="quietMonths" label="Suggest a hello" options={QUIET_OPTIONS} value={String(quietMonths)} />
                <Actions><Button variant="quiet">Save</Button></Actions>
              </Form>
            </details>
          )}
        </Section>
      )}
      {speaks && hasAgreed(ours) && standing.is !== 'ended' && (
        <Section title="A pause, or parting">
          <Actions>
            {standing.is === 'agreed' && <LinkButton href={routes.partnershipRest(id)}>Let it rest</LinkButton>}
            <LinkButton href={routes.partnershipEnding(id)} variant="plain">End it kindly</LinkButton>
          </Actions>
        </Section>
      )}
    </>
  )
}

function CountThem({ id, name, counts }: { id: string; name: string; counts: boolean }) {
  return (
    <>
      <p className="quiet-text">{counts ? `${name} sees what you show to partners.` : `${name} does not see what you show to partners only.`}</p>
      <PostButton to={routes.partnershipCounting(id)} fields={{ counts: counts ? '' : 'yes' }} small>{counts ? 'Show them that no longer' : 'Show them what we show to partners'}</PostButton>
    </>
  )
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'Europe/London' })

function helloInWords({ lastMomentAt, ours: { quietMonths, quietToldAt } }: Partnership, now: Date): string {
  if (quietMonths === 0) return 'We never suggest one here.'
  if (quietToldAt && quietToldAt > lastMomentAt) return `We suggested a hello in ${MONTH.format(quietToldAt)}. Anything you add begins afresh.`
  const due = quietSince(lastMomentAt, quietMonths)
  return due > now ? `We’ll suggest a hello in ${MONTH.format(due)}.` : 'We’ll suggest a hello soon.'
}
