import { randomBytes } from 'node:crypto'
import { HTTPException } from 'hono/http-exception'
import { codeOf } from '../../kit/database/transaction.ts'
import { Refusal, TooMany, type Problem, type RefusalKind } from '../../kit/refusal.ts'

/** The one place that knows both kinds of refusal and codes of HTTP. */
const STATUS = {
  'not-found': 404, 'not-allowed': 403, 'sign-in-first': 401, 'confirm-it-is-you': 403, conflict: 409, invalid: 422,
  'too-soon': 409, 'too-many': 429, 'too-large': 413, gone: 410, 'no-room': 507,
} as const satisfies Record<RefusalKind, number>

export type Trouble = {
  readonly status: (typeof STATUS)[RefusalKind] | 400 | 405 | 415 | 500 | 503
  readonly kind: RefusalKind | 'wrong-method' | 'wrong-type' | 'broken' | 'away'
  readonly sentence: string
  readonly next: string
  readonly problems: readonly Problem[]
  /** Only for faults: what to quote to whoever hosts this. */
  readonly reference?: string
  readonly retryAfterSeconds?: number
}

/** What a person is told of anything that was thrown. Faults give nothing away but a reference. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof Refusal) {
    return {
      status: STATUS[error.kind], kind: error.kind, sentence: error.sentence, next: error.next, problems: error.problems,
      retryAfterSeconds: error instanceof TooMany ? error.retryAfterSeconds : undefined,
    }
  }
  if (error instanceof HTTPException && error.status === 405) {
    return { status: 405, kind: 'wrong-method', sentence: 'This address does not take that method.', next: 'The header Allow names those it takes.', problems: [] }
  }
  if (error instanceof HTTPException && error.status === 415) {
    return { status: 415, kind: 'wrong-type', sentence: 'This address takes another type of content, mostly JSON.', next: 'Send it with the Content-Type that the description names, such as application/json. Nothing has been changed.', problems: [] }
  }
  if (error instanceof HTTPException && error.status < 500) {
    return { status: 400, kind: 'invalid', sentence: 'What was sent could not be read.', next: 'Look at how it is written and send it again. Nothing has been changed.', problems: [] }
  }
  if (isAway(error)) {
    return { status: 503, kind: 'away', sentence: 'The database is starting again.', next: 'Wait a few seconds and try again. What you were told was saved is safe.', problems: [], retryAfterSeconds: 3 }
  }
  if (codeOf(error) === DISK_FULL) {
    return { status: 507, kind: 'no-room', sentence: 'There is no room left to save this.', next: 'Nothing was lost or changed. Tell whoever hosts this that the disk is full.', problems: [] }
  }
  return {
    status: 500, kind: 'broken', sentence: 'Something went wrong on our side.', problems: [], reference: randomBytes(4).toString('hex'),
    next: 'Nothing was changed. Try again; if it stays, give whoever hosts this the reference.',
  }
}

const DISK_FULL = '53100'
/** Connection lost, refused or shut down, too many connections, and the ways a socket says so; a statement that took too long; a lock not had in time. */
const AWAY = new Set(['08000', '08003', '08006', '57P01', '57P02', '57P03', '53300', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57014', '55P03', '40001', '40P01', '25P03'])

function isAway(error: unknown): boolean {
  if (AWAY.has(codeOf(error)) || isMissingSocket(error)) return true
  const words = error instanceof Error ? error.message : ''
  return /Connection terminated|connection timeout|timeout exceeded when trying to connect|Client has encountered a connection error/i.test(words)
}

/** The database's socket is gone while it starts again; any other file that is missing is a fault of ours. */
function isMissingSocket(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && error.code === 'ENOENT' && 'syscall' in error && error.syscall === 'connect') || isMissingSocket(error.cause)
}

/** RFC 9457. */
export function problemDocument(trouble: Trouble, path: string) {
  return {
    type: `/help/problems#${trouble.kind}`, title: trouble.sentence, status: trouble.status, detail: trouble.next, instance: path,
    ...(trouble.problems.length ? { problems: trouble.problems } : {}), ...(trouble.reference ? { reference: trouble.reference } : {}),
  }
}
