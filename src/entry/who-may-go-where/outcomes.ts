import type { Rows } from './row.ts'

export const outcomes: Rows = {}
