/**
 * Cells that a spreadsheet would run as a formula get a ' before them when written, which reading takes off again. So that this is
 * always undone exactly, a cell that begins with such a mark already gets one more.
 */
const WOULD_RUN = /^'*[=+\-@\t\r\n]/
const WAS_QUOTED = /^'+[=+\-@\t\r\n]/

export function guarded(value: string): string {
  return WOULD_RUN.test(value) ? `'${value}` : value
}

export function unguarded(value: string): string {
  return WAS_QUOTED.test(value) ? value.slice(1) : value
}
