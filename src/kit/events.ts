/**
 * All that can happen, by name. Each room adds its own beside its type:
 * `declare module '../kit/events.ts' { interface Events { 'network.joined': { ... } } }`
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by the rooms
export interface Events {}
export type EventName = keyof Events & string
