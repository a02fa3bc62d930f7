import pg from 'pg'
import { startPostgres } from '../../src/kit/postgres/index.ts'
import { openLog } from '../../src/kit/log.ts'

/**
 * Puts many members with claims, proof, answers, needs and jobs into a network, straight into the tables, while the house is closed; and
 * gives the organiser an organisation of her own there, that looks for something.
 */
export async function fillWithPartners(folder: string, slug: string, members: number): Promise<void> {
  const postgres = await startPostgres({ dataDir: folder, log: openLog('silent') })
  const owner = new pg.Client(postgres.connection('owner'))
  await owner.connect()
  try {
    const { rows: [network] } = await owner.query<{ id: string; person: string }>('select n.id, o.person_id as person from network n join organiser o on o.network_id = n.id where n.slug = $1', [slug])
    if (!network) throw new Error('There is no such network.')
    const run = (statement: string) => owner.query(statement.replaceAll(':network', `'${network.id}'::uuid`).replaceAll(':person', `'${network.person}'::uuid`).replaceAll(':members', String(members)))
    await run(`insert into capability (network_id, id, title, synonyms, added_at) select :network, gen_random_uuid(), 'Skill number ' || i, array['craft ' || i], now() from generate_series(1, 600) i`)
    await run(`insert into district_position (code, name, latitude, longitude, source, saved_at) select 'BN' || i, 'District ' || i, 50.5 + (i % 10) * 0.3, -3 + (i / 10) * 0.3, 'bench', now() from generate_series(1, 99) i`)
    await run(`with made as (
        insert into organisation (id, name, kind, line, story, people_count, sight, listed_at, claimed_at)
        select gen_random_uuid(), initcap(md5(i::text)) || ' and daughters', 'company', 'Number ' || i || ' in ' || (array['tents', 'flowers', 'titanium', 'letters', 'cakes', 'evenings', 'benches'])[1 + i % 7], 'We began in ' || (1950 + i % 70) || ' with ' || (array['one lathe', 'two ovens', 'a borrowed van', 'a shed'])[1 + i % 4], 1 + i % 40,
               (array['partners', 'network', 'network', 'anyone'])[1 + i % 4], now(), now()
        from generate_series(1, :members) i returning id, name, line, sight),
      place as (insert into organisation_place (organisation_id, district, town, sight) select id, 'BN' || (1 + abs(hashtext(id::text)) % 99), 'Town ' || (abs(hashtext(id::text)) % 40), 'network' from made)
      insert into membership (network_id, organisation_id, joined_at, listed_as, listed_words, sight) select :network, id, now(), name, lower(name || ' ' || line), sight from made`)
    await run(`insert into claim (organisation_id, id, network_id, capability_id, title, strength, says, sight, added_at, confirmed_at)
      select m.organisation_id, gen_random_uuid(), :network, k.id, k.title, (array['can_do', 'best_at', 'only_us'])[1 + k.n % 3], 'Since ' || (1990 + k.n % 30), 'network', now(), now()
      from membership m cross join lateral (select id, title, row_number() over (order by md5(id::text || m.organisation_id::text)) as n from (select id, title from capability where network_id = :network offset abs(hashtext(m.organisation_id::text)) % 590 limit 3) few) k where m.network_id = :network`)
    await run(`with papers as (insert into certificate (organisation_id, id, name, issued_by, sight, added_at) select organisation_id, id, 'Paper', 'Somebody', 'network', now() from claim where network_id = :network and id::text < '7' returning organisation_id, id)
      insert into proof (organisation_id, claim_id, id, certificate_id, sight, stands_at, counts_until, added_at) select organisation_id, id, gen_random_uuid(), id, 'network', now(), current_date + 300, now() from papers`)
    await run(`insert into answer (organisation_id, question, words, sight, saved_at)
      select m.organisation_id, q, case q when 2 then 'We look for ' || k.title || ' from June.' when 3 then 'Nobody keeps ' || k.title || ' to the day as we do, ' || (abs(hashtext(m.organisation_id::text)) % 90 + 5) || ' times last year.' else 'Only we do it within ' || (abs(hashtext(m.organisation_id::text)) % 30 + 2) || ' miles.' end, 'network', now()
      from membership m cross join generate_series(2, 4) q cross join lateral (select title from capability where network_id = :network offset (abs(hashtext(m.organisation_id::text || q)) % 600) limit 1) k where m.network_id = :network`)
    await run(`with pairs as (select organisation_id as one, lead(organisation_id) over (order by md5(organisation_id::text)) as two, gen_random_uuid() as job, row_number() over () as n from membership where network_id = :network),
      jobs as (insert into job (id, noted_by_organisation, noted_at, what, finished_on) select job, one, now(), 'Job ' || n || ' of ' || (array['tents', 'flowers', 'titanium', 'letters', 'cakes', 'evenings', 'benches'])[1 + n % 7] || ' by the ' || (array['harbour', 'moor', 'market', 'mill', 'bridge'])[1 + n % 5], current_date - (n % 900)::int from pairs where two is not null and n % 2 = 0 returning id)
      insert into job_party (organisation_id, job_id, sight, confirmed_at) select side, job, 'network', now() from pairs cross join lateral (values (one), (two)) s(side) where two is not null and n % 2 = 0`)
    await run(`with ours as (insert into organisation (id, name, kind, line, sight, listed_at, listed_by, claimed_at, claimed_by) values (gen_random_uuid(), 'Ada and Sons', 'company', 'Titanium benches', 'network', now(), :person, now(), :person) returning id),
      place as (insert into organisation_place (organisation_id, district, town, sight) select id, 'BN45', 'Town 4', 'network' from ours), works as (insert into staff (organisation_id, person_id, role, since) select id, :person, 'owner', now() from ours),
      said as (insert into answer (organisation_id, question, words, sight, saved_at) select id, 2, 'Somebody for Skill number 77, and craft 300.', 'network', now() from ours),
      does as (insert into claim (organisation_id, id, network_id, capability_id, title, strength, sight, added_at, confirmed_at) select ours.id, gen_random_uuid(), :network, k.id, k.title, 'best_at', 'network', now(), now() from ours cross join lateral (select id, title from capability where network_id = :network order by title limit 2) k),
      job as (insert into job (id, noted_by_organisation, noted_at, what, finished_on) select gen_random_uuid(), id, now(), 'Titanium benches by the mill', current_date - 40 from ours returning id, noted_by_organisation),
      party as (insert into job_party (organisation_id, job_id, sight, confirmed_at) select noted_by_organisation, id, 'network', now() from job union all select (select organisation_id from membership where network_id = :network limit 1), id, 'network', now() from job)
      insert into membership (network_id, organisation_id, joined_at, listed_as, listed_words, sight) select :network, id, now(), 'Ada and Sons', 'ada and sons', 'network' from ours`)
    await owner.query(`update session set acting_for = (select organisation_id from staff where person_id = session.person_id and left_at is null limit 1)`)
    await owner.query('analyze')
  } finally {
    await owner.end()
    await postgres.stop()
  }
}

/** Questions as people ask them: in words, by place and proof, through each lens, further on. */
export const QUESTIONS = [
  '/find', '/find?want=craft+120', '/find?want=titanium+benches+by+the+mill', '/find?want=craft+410+and+flowers&proven=yes', '/find?want=craft+33&within=30', '/find?lens=cover', '/find?lens=audience', '/find?lens=cause&want=letters+for+the+harbour',
  '/find?want=tents+and+cakes&size=small', '/find?want=flowers+for+the+market&page=2',
]
