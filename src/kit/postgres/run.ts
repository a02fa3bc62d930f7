import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import type { Runner } from './run-as.ts'

/** Only what the programs need: settings meant for another PostgreSQL (PGDATA, PGPORT ...) must not reach ours. */
export function environment(binaries: Binaries): Record<string, string> {
  const search = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH'
  return { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', ...(binaries.libraries && { [search]: binaries.libraries }) }
}

/** Runs one of the programs to its end; what it said is the error's message if it failed. */
export function run(runner: Runner, binaries: Binaries, program: string, args: readonly string[], input = ''): Promise<void> {
  const { file, args: all, ...as } = runner.wrap(join(binaries.bin, program), args)
  return new Promise((resolve, reject) => {
    const child = spawn(file, all, { ...as, cwd: '/', env: environment(binaries), stdio: ['pipe', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-4000)))
    child.stdin.on('error', () => {}).end(input)
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(said || `${program} ended with ${code}`))))
  })
}
