import type { FormState } from '../../kit/web/form.ts'
import { writePlace } from '../../networks/index.ts'
import { routes } from '../../routes.ts'
import { Actions, Button, Chips, Choice, Day, Empty, Field, Form, Icon, LinkButton, PostButton, Section } from '../../ui/index.ts'
import { hasAgreed } from '../change-ours.ts'
import { KIND_WORDS, VIEW_WORDS, VIEWS } from '../moment.ts'
import type { Partnership } from '../partnership.ts'
import type { Line, PartnershipRead, Wanted } from '../read-partnership.ts'
import type { PageProps } from './props.ts'

/** One line, for both or for us. */
export function AddLine({ ours, form }: { ours: Partnership; form?: FormState }) {
  const { id, partner: { name } } = ours
  const both = hasAgreed(ours)
  return (
    <Section title="Add something" id="add">
      <Form to={routes.partnershipLines(id)} id="line" {...form} seenBy={both ? `You and ${name}, or only you: as you choose` : 'Only you and your colleagues'}>
        <Field name="says" label="In one line" maxLength={500} />
        <Choice name="for" label="Who reads it" layout="line" options={[...(both ? [{ value: 'both', label: `Both of us` }] : []), { value: 'us', label: 'Only us' }]} value={both ? 'both' : 'us'} />
        <Field name="on" type="date" label="On another day than today" width="short" optional />
        <Actions><Button>Add it</Button></Actions>
      </Form>
    </Section>
  )
}

const addressOf = (id: string, { view, with: whom }: Wanted, before?: Line) => {
  const query = new URLSearchParams({ ...(view && view !== 'all' ? { view } : {}), ...(whom && whom !== 'all' ? { with: whom } : {}), ...(before ? { before: writePlace({ name: before.at.toISOString(), organisation: before.id }, 0) } : {}) }).toString()
  return `${routes.partnership(id)}${query ? `?${query}` : ''}#timeline`
}

/** What happened, the latest first, by month; what is older than a year is folded. */
export function Timeline({ read, wanted, now }: PageProps) {
  const { ours: { id, partner }, lines, more } = read
  const { view = 'all', with: whom = 'all' } = wanted
  const months = Map.groupBy(lines, (line) => monthOf(line.at))
  const yearAgo = new Date(now)
  yearAgo.setUTCFullYear(yearAgo.getUTCFullYear() - 1)
  const last = lines.at(-1)
  return (
    <Section title="Timeline" id="timeline">
      <Chips label="Show" chips={VIEWS.map((one) => ({ label: VIEW_WORDS[one], href: addressOf(id, { ...wanted, view: one }), on: view === one }))} />
      <Chips label="Written for" chips={([['all', 'All of it'], ['both', `Shared with ${partner.name}`], ['us', 'Only us']] as const).map(([value, label]) => ({ label, href: addressOf(id, { ...wanted, with: value }), on: whom === value }))} />
      {lines.length === 0 && <Empty title="Nothing here yet" example="3 May · Tasting day went well">What you do together comes in by itself: jobs, referrals, recommendations. Add the rest in one line.</Empty>}
      {[...months].map(([month, held]) => {
        const first = held[0]
        return first && first.at < yearAgo && !wanted.before && lines.some((one) => one.at >= yearAgo)
          ? <details className="more" key={month}><summary>{month}</summary><Held lines={held} read={read} label={month} /></details>
          : <section className="timeline-month" key={month}><h3>{month}</h3><Held lines={held} read={read} label={month} /></section>
      })}
      {more && last && <Actions><LinkButton href={addressOf(id, wanted, last)}>Older</LinkButton></Actions>}
    </Section>
  )
}

function Held({ lines, read, label }: { lines: readonly Line[]; read: PartnershipRead; label: string }) {
  return <ol className="timeline" role="list" aria-label={label}>{lines.map((line) => <li key={line.id}><OneLine line={line} read={read} /></li>)}</ol>
}

function OneLine({ line, read: { ours, speaks } }: { line: Line; read: PartnershipRead }) {
  if (line.is === 'note') {
    return (
      <>
        <Day on={line.at} />
        <div className="timeline-words">
          <p><span className="timeline-kind"><Icon name="lock" />Note, only us:</span> {line.note.says}</p>
          {speaks && <PostButton to={routes.partnershipNoteRemoval(ours.id, line.note.id)} small variant="plain" about={line.note.says}>Take away</PostButton>}
        </div>
      </>
    )
  }
  const { id, kind, says, by, href } = line.moment
  const who = by === ours.us ? 'you' : by === ours.partner.id ? ours.partner.name : undefined
  const named = who && kind !== 'recommendation' && kind !== 'job'
  return (
    <>
      <Day on={line.at} />
      <div className="timeline-words">
        <p><span className="timeline-kind">{named ? `${KIND_WORDS[kind]}, ${who}:` : `${KIND_WORDS[kind]}:`}</span> {href ? <a href={href}>{says}</a> : says}</p>
        {speaks && kind === 'note' && by === ours.us && <PostButton to={routes.partnershipMomentTakingBack(ours.id, id)} small variant="plain" about={says}>Take back</PostButton>}
      </div>
    </>
  )
}

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'Europe/London' })
const monthOf = (at: Date): string => MONTH.format(at)
