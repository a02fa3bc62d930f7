import { LinkButton } from './button.tsx'

/** How many a list shows at a time. */
export const PAGE_SIZE = 50

export type PagerProps = {
  /** What is counted, for many: "members". */
  things: string
  from: number
  to: number
  /** Left out where counting would cost too much. */
  total?: number
  previousHref?: string
  nextHref?: string
}

/** Which part of a long list this is, and the way to the rest. */
export function Pager({ things, from, to, total, previousHref, nextHref }: PagerProps) {
  return (
    <nav className="pager" aria-label={`Pages of ${things}`}>
      <p role="status">{countInWords({ things, from, to, total })}</p>
      {(previousHref || nextHref) && (
        <div className="actions">
          {previousHref && <LinkButton href={previousHref} icon="left" about={things}>Previous</LinkButton>}
          {nextHref && <LinkButton href={nextHref} about={things}>Next</LinkButton>}
        </div>
      )}
    </nav>
  )
}

const { format: number } = new Intl.NumberFormat('en-GB')

export function countInWords({ things, from, to, total }: Pick<PagerProps, 'things' | 'from' | 'to' | 'total'>): string {
  if (total === 0 || to < from) return `No ${things} here`
  if (total === undefined) return `Showing ${number(from)} to ${number(to)} of the ${things}`
  if (from === 1 && to === total) return total === 1 ? 'Showing the only one' : `Showing all ${number(total)} ${things}`
  return `Showing ${number(from)} to ${number(to)} of ${number(total)} ${things}`
}

/** The span of one page in a list of `total`; a page that does not exist becomes the nearest one that does. */
export function pageSpan(page: number, total: number, size = PAGE_SIZE): { page: number; pages: number; from: number; to: number } {
  const pages = Math.max(1, Math.ceil(total / size))
  const real = Math.min(Math.max(1, Math.floor(page) || 1), pages)
  return { page: real, pages, from: total === 0 ? 0 : (real - 1) * size + 1, to: Math.min(real * size, total) }
}
