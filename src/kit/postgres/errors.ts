/** What can stand between a data folder and a running database, each told in words with the next thing to do. */
export class DatabaseTrouble extends Error {
  readonly sentence: string
  readonly next: string

  constructor(sentence: string, next: string, cause?: unknown) {
    super(`${sentence} ${next}`, cause === undefined ? undefined : { cause })
    this.name = new.target.name
    this.sentence = sentence
    this.next = next
  }
}

export class FolderInUse extends DatabaseTrouble {
  readonly pid: number | undefined
  readonly since: string | undefined

  constructor(folder: string, holder?: { pid: number; since: string }) {
    const who = holder ? `process ${holder.pid}, since ${holder.since}` : 'another process'
    super(`The data folder ${folder} is already in use by ${who}.`, 'Stop that one first, or give this one a DATA_DIR of its own.')
    this.pid = holder?.pid
    this.since = holder?.since
  }
}

export class FolderNotWritable extends DatabaseTrouble {
  constructor(folder: string, cause?: unknown) {
    super(`The folder ${folder} cannot be written to.`, 'Give this user the right to write there, or set DATA_DIR to another folder.', cause)
  }
}

export class FolderNotOurs extends DatabaseTrouble {
  constructor(folder: string) {
    super(`The database in ${folder} belongs to another user of this machine.`, 'Start as the user who made it, or set DATA_DIR to another folder.')
  }
}

export class DiskFull extends DatabaseTrouble {
  constructor(folder: string, cause?: unknown) {
    super(`There is no room left on the disk that holds ${folder}.`, 'Free some space and start again; nothing stored so far is lost.', cause)
  }
}

export class WrongClusterVersion extends DatabaseTrouble {
  constructor(folder: string, found: string, ours: number) {
    const next =
      Number(found) > ours
        ? 'Start it with the newer release of this program that made it.'
        : 'Make a backup with the release that made it, and restore that backup with this one into an empty folder.'
    super(`The database in ${folder} was made by PostgreSQL ${found}, and this program brings PostgreSQL ${ours}.`, next)
  }
}

export class NoBinaries extends DatabaseTrouble {
  constructor(sentence: string, cause?: unknown) {
    super(sentence, 'Run npm install again in this folder, or set DATABASE_URL to a PostgreSQL of your own.', cause)
  }
}

export class NoWayToRun extends DatabaseTrouble {
  constructor(sentence: string, cause?: unknown) {
    super(sentence, 'Start as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.', cause)
  }
}

export class WouldNotStart extends DatabaseTrouble {
  constructor(doing: string, lastWords: string, cause?: unknown) {
    const said = lastWords.trim() === '' ? 'It gave no reason.' : `It said: ${lastWords.trim()}`
    super(`The database could not ${doing}.`, said, cause)
  }
}

/** Turns what the system or PostgreSQL said into the sentence that fits, whatever was being done. */
export function troubleFrom(doing: string, folder: string, said: string, cause?: unknown): DatabaseTrouble {
  if (/No space left on device|ENOSPC|Check free disk space|Disk quota exceeded|EDQUOT/.test(said)) return new DiskFull(folder, cause)
  if (/EACCES|EROFS|EPERM|Permission denied|Read-only file system/.test(said)) return new FolderNotWritable(folder, cause)
  return new WouldNotStart(doing, said, cause)
}
