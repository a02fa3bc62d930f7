/** Turbo ships no types; these are the two things used of it. */
declare module '@hotwired/turbo' {
  export const config: { forms: { submitter: 'disabled' | 'aria-disabled' } }
  export function visit(address: string): void
}
