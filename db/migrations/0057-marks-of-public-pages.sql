-- How the rows behind public pages stand, for pages kept ready: asked before every answer, so it has to be quick. It reads with the
-- owner's eyes, since planning a dozen policies takes longer than answering. What comes out is compared and never shown: whether the
-- page is for anyone, and a mark that changes with any row behind it. A row that is written carries the number of its transaction,
-- which only grows, so sum and count together change with every row that is added, changed or taken away.
create function marks_of_public_pages(slugs text[]) returns table (slug text, present text, shown boolean, mark text)
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
         left join public_address at on at.organisation_id = named.id and at.left_at is null where r.organisation_id = o.id))
    from unnest(slugs) wanted(word)
    join public_address a on a.slug = wanted.word
    join public_address here on here.organisation_id = a.organisation_id and here.left_at is null
    join organisation o on o.id = a.organisation_id;
end $$;
