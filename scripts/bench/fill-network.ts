import pg from 'pg'
import { startPostgres } from '../../src/kit/postgres/index.ts'
import { openLog } from '../../src/kit/log.ts'

/** Puts many members into a network, straight into the tables, while the house is closed. */
export async function fillNetwork(folder: string, slug: string, members: number): Promise<void> {
  const postgres = await startPostgres({ dataDir: folder, log: openLog('silent') })
  const owner = new pg.Client(postgres.connection('owner'))
  await owner.connect()
  try {
    await owner.query(`with made as (
        insert into organisation (id, name, kind, line, sight, listed_at, claimed_at)
        select gen_random_uuid(), initcap(md5(i::text)) || ' and daughters', 'company', 'Number ' || i || ' in all things', (array['partners', 'network', 'network', 'anyone'])[1 + i % 4], now(), now()
        from generate_series(1, $2::int) i returning id, name, line, sight),
      contact as (insert into organisation_contact (organisation_id, phone, sight) select id, '01632 960123', 'network' from made),
      place as (insert into organisation_place (organisation_id, district, sight) select id, 'HV2', 'network' from made)
      insert into membership (network_id, organisation_id, joined_at, listed_as, listed_words, sight)
      select (select id from network where slug = $1), id, now(), name, lower(name || ' ' || line), sight from made`, [slug, members])
    await owner.query('analyze')
  } finally {
    await owner.end()
    await postgres.stop()
  }
}
