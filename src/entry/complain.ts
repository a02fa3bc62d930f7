import { WrongSettings } from '../kit/settings.ts'

/** Says in plain words why a command could not be carried out, and gives its exit code. Only a fault of ours shows its insides. */
export function complain(error: unknown): number {
  const write = (line: string) => void process.stderr.write(`${line}\n`)
  if (error instanceof WrongSettings) {
    for (const sentence of error.sentences) write(sentence)
    return 2
  }
  const sentence = sentenceOf(error)
  if (sentence) {
    write(sentence)
    return 1
  }
  write('Something went wrong on our side. Please report it with these lines:')
  write(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return 1
}

function sentenceOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  if ('sentence' in error && typeof error.sentence === 'string') return [error.sentence, 'next' in error && typeof error.next === 'string' ? error.next : ''].join(' ').trim()
  if ('code' in error && error.code === 'EADDRINUSE') return `Port ${'port' in error ? String(error.port) : ''} is already taken by another program. Choose another: PORT=4001 npm start`
  if ('code' in error && error.code === 'EACCES' && 'syscall' in error && error.syscall === 'listen') return 'This port needs more rights than we have. Choose one above 1024: PORT=4000 npm start'
  return undefined
}
