import type pg from 'pg'
import { migrate, readMigrations } from '../migrate.ts'

/** A process of its own that makes every change, so that it can be killed half-way: `node migrate-alone.ts`, the owner's connection in OWNER. */
process.stdout.write('begun\n')
await migrate(JSON.parse(process.env.OWNER ?? '{}') as pg.ClientConfig, readMigrations('db/migrations')) // written by upgrade.test.ts
process.stdout.write('done\n')
