-- Public pages show the open briefs of their organisation that anyone may see, so these count among the rows behind a page (see 0057):
-- the brief, how many parts it has, and the network, without which it is not shown.
create or replace function marks_of_public_pages(slugs text[]) returns table (slug text, present text, shown boolean, mark text)
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp rows 10 as $$
begin
  return query
    select a.slug, here.slug, o.sight = 'anyone' and o.closed_at is null, concat_ws(' ', o.xmin, here.xmin,
      (select c.xmin from organisation_contact c where c.organisation_id = o.id), (select p.xmin from organisation_place p where p.organisation_id = o.id),
      (select concat(sum(x.xmin::text::bigint), '/', count(*)) from identifier x where x.organisation_id = o.id),
      (select concat(sum(x.xmin::text::bigint), '/', count(*)) from answer x where x.organisation_id = o.id),
      (select concat(sum(x.xmin::text::bigint), '/', count(*)) from claim x where x.organisation_id = o.id),
      (select concat(sum(x.xmin::text::bigint), '/', count(*)) from proof x where x.organisation_id = o.id),
      (select concat(sum(x.xmin::text::bigint), '/', count(*)) from certificate x where x.organisation_id = o.id),
      (select concat(sum(x.xmin::text::bigint), '/', count(*)) from figure x where x.organisation_id = o.id),
      (select concat(sum(x.xmin::text::bigint), '/', count(*)) from recommendation x where x.organisation_id = o.id),
      (select concat(sum(other.xmin::text::bigint + j.xmin::text::bigint + named.xmin::text::bigint + coalesce(at.xmin::text::bigint, 0)), '/', count(*)) from job_party mine
         join job j on j.id = mine.job_id join job_party other on other.job_id = j.id join organisation named on named.id = other.organisation_id
         left join public_address at on at.organisation_id = named.id and at.left_at is null where mine.organisation_id = o.id),
      (select concat(sum(named.xmin::text::bigint + coalesce(at.xmin::text::bigint, 0)), '/', count(*)) from recommendation r join organisation named on named.id = r.from_organisation
         left join public_address at on at.organisation_id = named.id and at.left_at is null where r.organisation_id = o.id),
      (select concat(sum(b.xmin::text::bigint + n.xmin::text::bigint + coalesce(p.marks, 0)), '/', count(*)) from brief b join network n on n.id = b.network_id
         left join lateral (select sum(x.xmin::text::bigint) + count(*) as marks from brief_part x where x.network_id = b.network_id and x.brief_id = b.id) p on true where b.organisation_id = o.id and b.published_at is not null))
    from unnest(slugs) wanted(word)
    join public_address a on a.slug = wanted.word
    join public_address here on here.organisation_id = a.organisation_id and here.left_at is null
    join organisation o on o.id = a.organisation_id;
end $$;
