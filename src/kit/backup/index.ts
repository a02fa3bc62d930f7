export { backup } from './backup.ts'
export type { BackupOptions, BackupProgress } from './backup.ts'
export {
  BackupDamaged, BackupTooNew, BackupTrouble, BackupUnlikely, DatabaseNotEmpty, FileExists, NoRoomForBackup, NotABackup, RowsDiffer, RowsHidden, SchemaDiffers,
} from './errors.ts'
export type { Manifest } from './manifest.ts'
export { restore } from './restore.ts'
export type { RestoreOptions } from './restore.ts'
export { checkByRestoring, withScratchDatabase } from './scratch.ts'
export { verifyBackup } from './verify.ts'
