import { mayEdit, type Keeping } from '../organisations/index.ts'

/** Owners and editors answer for their organisation; whoever listed it does until it is claimed. */
export const mayAnswerFor = (keeping: Keeping): boolean => mayEdit(keeping)
