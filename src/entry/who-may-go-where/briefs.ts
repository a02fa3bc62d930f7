import type { Rows } from './row.ts'

export const briefs: Rows = {}
