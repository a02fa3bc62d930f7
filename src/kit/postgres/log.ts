/** The little of a logger that this folder needs; a pino logger fits. */
export type Log = Record<'debug' | 'info' | 'warn' | 'error', (sentence: string) => void>

export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} }

/** The server's own lines begin with their severity, because it runs in the C locale and, once set up, without a line prefix. */
export function passOn(log: Log, line: string): void {
  const severity = /^(?:[-\d]+ [:.\d]+ \w+ \[\d+\] )?(\w+): /.exec(line)?.[1]
  if (line.trim() === '') return
  if (severity === 'PANIC') log.error(`database: ${line}`)
  else if (severity === 'FATAL' || severity === 'WARNING') log.warn(`database: ${line}`)
  else log.debug(`database: ${line}`)
}
