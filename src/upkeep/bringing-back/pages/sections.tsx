import { Section, State, Table } from '../../../ui/index.ts'
import type { Section as Planned } from '../parts.ts'
import type { Step } from '../step.ts'

const SHOWN = 100
const DOES = { new: 'New', changed: 'Changed', same: 'The same', left: 'Left out' } as const
const ORDER = { new: 0, changed: 1, left: 2, same: 3 } as const

/** Part by part: what each thing would do, from what to what, and why what stays out does. */
export function Sections({ sections }: { sections: readonly Planned[] }) {
  return <>{sections.map((section) => <OnePart key={section.title} section={section} />)}</>
}

function OnePart({ section: { title, steps } }: { section: Planned }) {
  const shown = steps.toSorted((a, b) => ORDER[a.does] - ORDER[b.does]).slice(0, SHOWN)
  return (
    <Section title={title} count={steps.length} intro={steps.length > SHOWN ? `The first ${SHOWN} of ${steps.length.toLocaleString('en-GB')}.` : undefined}>
      <Table caption={title} captionHidden rows={shown.map((step, at) => ({ step, at }))} rowKey={({ at }) => String(at)} columns={[
        { label: 'What', head: true, cell: ({ step }) => brief(step.about) },
        { label: 'It is', cell: ({ step }) => <State tone={step.does === 'new' || step.does === 'changed' ? 'good' : undefined} shape={step.does === 'left' ? 'dash' : step.does === 'same' ? 'ring' : undefined}>{DOES[step.does]}</State> },
        { label: 'Why, and how', cell: ({ step }) => <Why step={step} /> },
      ]} />
    </Section>
  )
}

function Why({ step: { because, changes = [] } }: { step: Step }) {
  return <>{because}{changes.length > 0 && <ul>{changes.map(({ field, from, to }) => <li key={field}>{`${field}: “${brief(from) || 'empty'}” becomes “${brief(to)}”.`}</li>)}</ul>}</>
}

const brief = (text: string) => (text.length > 120 ? `${text.slice(0, 120)} …` : text)
