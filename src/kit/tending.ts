/** What only the process itself can do, because it needs the database's owner: given to upkeep by `entry`, used by hosts alone. */
export type Tending = {
  /** Which version this is, and the first lines of what is new in it. */
  readonly version: { readonly is: string; readonly news: readonly string[] }
  /** Which database it is, in words, with its version. */
  readonly database: string
  /** Makes a backup and proves it by restoring it beside the real thing. */
  backup(onStage: (stage: number) => Promise<void>): Promise<MadeBackup>
  listBackups(): Promise<readonly MadeBackup[]>
  /** Brings a backup into this house while nobody lives in it yet. All of it, or the house stays as empty as before. */
  restore(path: string): Promise<void>
  /** Takes everything away, for leaving the example town. */
  empty(): Promise<void>
}

export type MadeBackup = { readonly name: string; readonly path: string; readonly madeAt: Date; readonly bytes: number }
