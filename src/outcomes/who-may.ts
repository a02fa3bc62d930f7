import { mayEdit, type Keeping } from '../organisations/index.ts'

/** Owners and editors say what came of their organisation's work. */
export const maySayOutcome = (keeping: Keeping): boolean => mayEdit(keeping)
