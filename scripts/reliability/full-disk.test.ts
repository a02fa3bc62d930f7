import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const mayMount = spawnSync('unshare', ['--mount', 'true'], { stdio: 'ignore' }).status === 0

test.runIf(mayMount)('on a full disk the house says no in words, goes on reading, loses nothing, and is itself again once there is room', { timeout: 600_000 }, () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'full-disk.ts'), '--rounds', process.env.NIGHT ? '10' : '1'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  console.log(stdout.trim())

  expect(status, stdout + stderr).toBe(0)
  expect(stdout).toContain('rows acknowledged: 0 lost')
})
