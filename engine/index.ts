export type { Ties } from './atlas/ties.ts'
export { tiesFrom, tiesFromMembers, type Joint, type JointColumns, type TiesOptions } from './atlas/build-ties.ts'
export { forwardPush, type PushOptions, type Seeds, type Standing } from './trust/push.ts'
export { blendedTrust, networkScore } from './trust/blend.ts'
export {
  coach, explain, LEVEL_WORDS, LEVELS, readAnswer, swapTest, toneOf,
  type Because, type Context, type Fact, type FactKind, type Hold, type Level, type Mark, type Note, type NoteKind, type PeerClaim,
  type Proof, type Question, type Range, type Reading, type Swap,
} from './clarity/index.ts'
export { friendlyPaths, type FriendlyPath, type PathOptions, type Step } from './trust/paths.ts'
export type { Sight } from './trust/steps.ts'
export { assemble, type AssembleOptions } from './assembly/assemble.ts'
export { MOST, PROOF_COUNTS, USUAL, type Brief, type Candidate, type Part, type Proof as SeatProof, type Tie } from './assembly/brief.ts'
export { preparePool, type Pool, type PoolOptions } from './assembly/pool.ts'
export type { Because as RefusedBecause, Refused } from './assembly/refusal.ts'
export type { Assembly, Member, Seat, SteadyTeam, Sure, Team } from './assembly/team.ts'
export { changedPool, whatIf, type Change, type WhatIfOptions } from './assembly/what-if.ts'
export { Atlas, buildAtlas } from './atlas/atlas.ts'
export type { RowRefusal } from './atlas/check-row.ts'
export type {
  BriefRow, CapabilityRow, Change as AtlasChange, ClaimRow, Kind as RowKind, Lens, Member as WorkMember, OrganisationRow, Part as BriefPart, PartnershipRow,
  Place, PreferenceRow, ProofRow, Row, Sight as RowSight, Strength, TieRow, WantRow, WorkRow,
} from './atlas/rows.ts'
export { maySeeRow, type Viewer } from './atlas/sight.ts'
export { wordsOf } from './atlas/words.ts'
export { fromSnapshot, snapshotOf, type Snapshot } from './atlas/snapshot.ts'
export { fit } from './fit/fit.ts'
export { coversOf, type Cover } from './fit/coverage.ts'
export { teamCandidates, type TeamCandidates, type TeamQuestion } from './fit/team-candidates.ts'
export { gini } from './fit/gini.ts'
export { onlyUs, type OnlyUs } from './fit/only-us.ts'
export type { Ask, BriefInHand, Caution, Filters, Fit, FitAnswer, ProofLevel, Question as FitQuestion, Reason, Word } from './fit/question.ts'
export { WEIGHTS_VERSION, type ListName } from './fit/weights.ts'
