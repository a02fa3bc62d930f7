export { startPostgres } from './start-postgres.ts'
export { joinRunning } from './join-running.ts'
export type { Postgres, PostgresOptions } from './start-postgres.ts'
export { DATABASE } from './roles.ts'
export type { Connect } from './roles.ts'
export { ROLE_NAMES } from './secrets.ts'
export type { Role } from './secrets.ts'
export type { State } from './keep-running.ts'
export {
  DatabaseTrouble, DiskFull, FolderInUse, FolderNotOurs, FolderNotWritable, NoBinaries, NoWayToRun, WouldNotStart, WrongClusterVersion,
} from './errors.ts'
