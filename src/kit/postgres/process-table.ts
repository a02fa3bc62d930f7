import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { basename } from 'node:path'

/**
 * Is this process the main one of the database in this folder? A process id alone proves nothing, since the system
 * gives it to somebody else in time; so we look at what runs there and on which folder.
 */
export function isServerOf(pid: number, cluster: string): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false
  try {
    return process.platform === 'linux' ? fromProc(pid, cluster) : fromPs(pid, cluster)
  } catch {
    return false // no such process
  }
}

/** Its helpers work in the same folder, but call themselves "postgres: checkpointer" and the like. */
function fromProc(pid: number, cluster: string): boolean {
  const [program = ''] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  return basename(program) === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === cluster
}

function fromPs(pid: number, cluster: string): boolean {
  const command = execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8', env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' } })
  return /\/postgres -D /.test(command) && command.includes(`-D ${cluster} `)
}
