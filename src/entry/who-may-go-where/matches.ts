import type { Rows } from './row.ts'

export const matches: Rows = {}
