import { pino, type Logger } from 'pino'

export type Log = Logger

/** Structured lines on standard error. Whatever could be a secret is cut out by name before it is written. */
export function openLog(level: string): Log {
  return pino({
    level,
    base: null,
    redact: { paths: ['password', 'secret', 'token', 'cookie', 'authorization', '*.password', '*.secret', '*.token', '*.cookie', '*.authorization'], censor: '[kept out]' },
  }, process.stderr)
}
