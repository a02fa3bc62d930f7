import { spawnSync } from 'node:child_process'

/** Installs one of Debian's packages where we may and can; says whether it did. Never asks. */
export function installFromApt(name: string): boolean {
  if (process.getuid?.() !== 0) return false
  process.stderr.write(`No ${name} here yet: installing it with apt-get ...\n`)
  const install = () => apt('install', '-y', '--no-install-recommends', name)
  return install() || (apt('update') && install())
}

/** Whether a program answers at all. */
export function has(program: string, ...words: string[]): boolean {
  return spawnSync(program, words, { stdio: 'ignore' }).error === undefined
}

function apt(...words: string[]): boolean {
  return spawnSync('apt-get', words, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0
}
