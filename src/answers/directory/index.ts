/** The directory: what the room’s door passes on. */
export { savePositions, type DistrictPosition } from './position-store.ts'
export { capabilityNamed, withNarrower } from './wanted.ts'
