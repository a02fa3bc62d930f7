import { mayEdit, type Keeping } from '../organisations/index.ts'

/** Owners and editors speak for their organisation to its partners; every colleague reads. */
export const maySpeakToPartners = ({ role }: Keeping): boolean => mayEdit({ role, listedIt: false })
