/** Stages in order, the current one named. `current` counts from 0; past the end means all are done. */
export function Steps({ label, steps, current }: { label: string; steps: readonly string[]; current: number }) {
  return (
    <ol className="steps" role="list" aria-label={label}>
      {steps.map((step, place) => (
        <li key={step} className={place < current ? 'done' : undefined} aria-current={place === current ? 'step' : undefined}>
          <span>{step}<span className="unseen">{place < current ? ', done' : place === current ? ', now' : ', to come'}</span></span>
        </li>
      ))}
    </ol>
  )
}
