import MiniSearch from 'minisearch'
import type { Atlas } from '../atlas/atlas.ts'
import { fit } from '../fit/fit.ts'
import { atDesk } from '../fit/desk.ts'
import { best, similarWorks } from '../fit/similar-works.ts'
import { ms, timed, timedEach, times } from './clockwork.ts'
import { withPostgres } from './postgres.ts'

const QUESTIONS = 60
const FOUND = 20

/** Finding past works by their words, beside MiniSearch and PostgreSQL's full-text search over the same works; and a whole fit, with reasons. */
export async function benchFind(name: string, atlas: Atlas): Promise<string[][]> {
  const texts = atlas.works.texts
  const queries = Array.from({ length: QUESTIONS }, (_, i) => texts[Math.floor((i * texts.length) / QUESTIONS)]!).filter((text) => text !== '')
  const viewer = atlas.anyMember()
  const ours = await timedEach(queries, (text) => atDesk(atlas, (desk) => best(similarWorks(atlas, viewer, desk, { text, tags: [] }).words, FOUND, (work) => atlas.works.ids[work]!)))
  const askers = atlas.organisations.texts
  const whole = await timedEach(queries.map((text, i) => ({ text, viewer: askers[(i * 7919) % askers.length]! })), ({ text, viewer: asker }) => fit(atlas, { viewer: asker, brief: { text, openToRivals: true } }))

  const mini = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] })
  const miniBuilt = await timed(() => mini.addAll(texts.map((text, id) => ({ id, text }))))
  const miniAsked = await timedEach(queries, (text) => mini.search(text).slice(0, FOUND))
  const postgres = await postgresAsked(texts, queries)
  return [
    [name, 'works like these words', ms(ours.p50), ms(ours.p95), '1', ''],
    [name, 'whole fit with reasons', ms(whole.p50), ms(whole.p95), '', ''],
    [name, 'MiniSearch', ms(miniAsked.p50), ms(miniAsked.p95), times(miniAsked.p50 / ours.p50), `index ${ms(miniBuilt.milliseconds)} ms`],
    [name, 'PostgreSQL full text', ms(postgres.p50), ms(postgres.p95), times(postgres.p50 / ours.p50), `index ${ms(postgres.indexed)} ms`],
  ]
}

export const FIND_HEAD = ['find', '', 'p50 ms', 'p95 ms', 'time beside ours', '']

function postgresAsked(texts: readonly string[], queries: readonly string[]) {
  return withPostgres(async (client) => {
    const indexed = await timed(async () => {
      await client.query('create table work (id int, text text)')
      for (let from = 0; from < texts.length; from += 20_000) {
        const some = texts.slice(from, from + 20_000)
        await client.query('insert into work select * from unnest($1::int[], $2::text[])', [some.map((_, i) => from + i), some])
      }
      await client.query(`alter table work add column words tsvector generated always as (to_tsvector('english', text)) stored`)
      await client.query('create index on work using gin (words)')
      await client.query('analyze work')
    })
    const asked = await timedEach(queries, (text) => client.query(
      `with asked as (select to_tsquery('english', string_agg(quote_literal(word), ' | ')) as query from unnest(regexp_split_to_array(regexp_replace($1, '[^[:alnum:]]+', ' ', 'g'), ' ')) word where word <> '')
       select id from work, asked where words @@ query order by ts_rank(words, query) desc, id limit ${FOUND}`, [text]))
    return { ...asked, indexed: indexed.milliseconds }
  })
}
