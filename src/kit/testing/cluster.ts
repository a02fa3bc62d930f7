import type { TestProject } from 'vitest/node'
import { startSystemCluster, startTestCluster, type TestCluster, type TestClusterAddress } from '../postgres/testing.ts'
import { grantsForQueue, prepareQueue } from '../jobs/queue.ts'
import { migrate, readMigrations } from '../database/migrate.ts'
import '../../entry/rooms.ts'
import pg from 'pg'

declare module 'vitest' {
  export interface ProvidedContext { cluster: TestClusterAddress }
}

export const TEMPLATE = 'template_house'

/** One cluster a run, migrated once into a template; each test file opens a clone. GUILDHALL_TEST_DATABASE=system takes the machine's own PostgreSQL. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await (process.env.GUILDHALL_TEST_DATABASE === 'system' ? startSystemCluster() : startTestCluster())
  try {
    await fillTemplate(cluster)
  } catch (error) {
    await cluster.stop() // or nobody would, and the run would wait for it
    throw error
  }
  project.provide('cluster', cluster.address)
  return () => cluster.stop()
}

async function fillTemplate(cluster: TestCluster): Promise<void> {
  const superuser = new pg.Client(cluster.connection('superuser', 'postgres'))
  await superuser.connect()
  await superuser.query(`create database ${TEMPLATE} owner guildhall_owner`)
  await superuser.end()
  const owner = cluster.connection('owner', TEMPLATE)
  await migrate(owner, readMigrations('db/migrations'))
  await prepareQueue(owner)
  const client = new pg.Client(owner)
  await client.connect()
  await client.query(grantsForQueue)
  await client.end()
}
