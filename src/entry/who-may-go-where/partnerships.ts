import type { Rows } from './row.ts'

export const partnerships: Rows = {}
