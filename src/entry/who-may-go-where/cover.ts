import type { Rows } from './row.ts'

export const cover: Rows = {}
