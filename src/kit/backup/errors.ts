/** What can be wrong with a backup, or stand in the way of making or restoring one, with the next thing to do. */
export class BackupTrouble extends Error {
  readonly sentence: string
  readonly next: string

  constructor(sentence: string, next: string, cause?: unknown) {
    super(`${sentence} ${next}`, cause === undefined ? undefined : { cause })
    this.name = new.target.name
    this.sentence = sentence
    this.next = next
  }
}

const ANOTHER = 'Use another copy or an earlier backup; nothing has been changed.'

export class NotABackup extends BackupTrouble {
  constructor(path: string, cause?: unknown) {
    super(`${path} is not a backup, or its end is missing.`, ANOTHER, cause)
  }
}

export class BackupDamaged extends BackupTrouble {
  constructor(path: string, what: string, cause?: unknown) {
    super(`The backup ${path} is damaged: ${what}.`, ANOTHER, cause)
  }
}

export class BackupTooNew extends BackupTrouble {
  constructor(path: string, format: number) {
    super(`The backup ${path} is of form ${format}, which this release does not know.`, 'Restore it with the release that made it, or a newer one.')
  }
}

export class BackupUnlikely extends BackupTrouble {
  constructor(path: string) {
    super(`The backup ${path} would unpack to far more than a backup of its size ever holds.`, 'Do not use it unless you know where it came from; nothing has been changed.')
  }
}

export class DatabaseNotEmpty extends BackupTrouble {
  constructor(found: readonly string[]) {
    const some = found.slice(0, 3).join(', ') + (found.length > 3 ? ' and others' : '')
    super(`A backup is restored only into an empty database, and this one has tables: ${some}.`, 'Give it an empty one; what is there has not been touched.')
  }
}

export class SchemaDiffers extends BackupTrouble {
  constructor(what: string) {
    super(`The backup does not fit this release: ${what}.`, 'Restore it with the release that made it, then upgrade.')
  }
}

export class RowsDiffer extends BackupTrouble {
  constructor(table: string, cause?: unknown) {
    super(`After restoring, the table ${table} did not hold what the backup says.`, 'The database has been left empty; use an earlier backup and tell us about this one.', cause)
  }
}

export class RowsHidden extends BackupTrouble {
  constructor(cause?: unknown) {
    super('Row-level security hides rows from the role that makes backups.', 'Back up as the owner of the tables; none may force row-level security on its owner.', cause)
  }
}

export class FileExists extends BackupTrouble {
  constructor(path: string) {
    super(`There is already something at ${path}.`, 'Choose another name; a backup never replaces anything.')
  }
}

export class NoRoomForBackup extends BackupTrouble {
  constructor(path: string, cause?: unknown) {
    super(`There is no room left on the disk for ${path}.`, 'Free some space and try again; nothing else was changed.', cause)
  }
}
