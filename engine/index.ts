export type { Ties } from './atlas/ties.ts'
export { tiesFrom, tiesFromMembers, type Joint, type JointColumns, type TiesOptions } from './atlas/build-ties.ts'
export { forwardPush, type PushOptions, type Seeds, type Standing } from './trust/push.ts'
export { blendedTrust, networkScore } from './trust/blend.ts'
