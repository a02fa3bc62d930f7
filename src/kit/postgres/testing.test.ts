import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import type pg from 'pg'
import { expect, inject, test } from 'vitest'
import { withClient } from './roles.ts'
import { openTestCluster } from './testing.ts'
import { until } from './until.ts'

const cluster = openTestCluster(inject('cluster'))

test('clones of one template know nothing of each other', async () => {
  const template = await cluster.cloneDatabase('template1')
  await run(cluster.connection('owner', template.name), "create table t as select 'from the template' as word")

  const [one, two] = await Promise.all([cluster.cloneDatabase(template.name), cluster.cloneDatabase(template.name)])
  await run(cluster.connection('owner', one.name), "insert into t values ('mine')")

  expect(await run(cluster.connection('owner', two.name), 'select word from t')).toEqual([{ word: 'from the template' }])
  await Promise.all([one, two, template].map((database) => database.drop()))
  await expect(run(cluster.connection('owner', one.name), 'select 1')).rejects.toThrow('does not exist')
})

test('a throw-away cluster is gone when the process that made it is killed', async () => {
  const script = `import { startTestCluster } from ${JSON.stringify(join(import.meta.dirname, 'testing.ts'))}
    console.log(JSON.stringify((await startTestCluster()).connection('owner')))`
  const maker = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface({ input: maker.stdout })
  const [line] = await once(lines, 'line')
  const connection: pg.ClientConfig = JSON.parse(line)
  await run(connection, 'select 1')

  maker.kill('SIGKILL')

  expect(await until(() => !existsSync(dirname(connection.host ?? '')), 20_000)).toBe(true)
})

const run = (config: pg.ClientConfig, statement: string) => withClient(config, async (client) => (await client.query(statement)).rows)
