-- What a directory of ten thousand members is searched by. The views read with the owner's eyes and are written into the query, like
-- `page_in_sight`: the policies of the tables below would be planned again for each of 30,000 rows. They show nothing that those
-- policies would hide: of current members of the asker's own networks, what the page and the row's own word both let them see.

create view member_in_directory as
  select m.network_id, m.organisation_id, fact.ours, fact.partner,
         o.id = any ((select granting(asking_person(), asking_organisation(), 'page', asking_now()))::uuid[]) as granted
    from membership m
    join organisation o on o.id = m.organisation_id
    cross join lateral (
      select o.id = (select acting_for(asking_person(), asking_organisation())) or (o.claimed_at is null and o.listed_by = (select asking_person())) as ours,
             o.id in (select counting_as_partner(asking_person(), asking_organisation())) as partner
      offset 0) fact
   where m.left_at is null and m.network_id = any ((select circles_of(asking_person(), asking_organisation()))::uuid[])
     and may_see(o.sight, fact.ours, fact.partner, true,
       o.id = any ((select granting(asking_person(), asking_organisation(), 'page', asking_now()))::uuid[]));
grant select on member_in_directory to guildhall_app;

create view claim_in_directory as
  select m.network_id, c.organisation_id, c.id, c.network_id as of_network, c.capability_id, c.title, c.says, c.strength,
         c.capacity_says, c.capacity_from, c.capacity_until, c.sight
    from claim c
    join member_in_directory m on m.organisation_id = c.organisation_id
   where c.removed_at is null and may_see(c.sight, m.ours, m.partner, true, false);
grant select on claim_in_directory to guildhall_app;

create view proof_in_directory as
  select m.network_id, p.organisation_id, p.claim_id, p.counts_until, p.sight
    from proof p
    join member_in_directory m on m.organisation_id = p.organisation_id
   where p.stands_at is not null and p.counts_until is not null and may_see(p.sight, m.ours, m.partner, true, false);
grant select on proof_in_directory to guildhall_app;

create view place_in_directory as
  select m.network_id, p.organisation_id, p.district, p.sight
    from organisation_place p
    join member_in_directory m on m.organisation_id = p.organisation_id
   where p.district is not null
     and may_see(p.sight, m.ours, m.partner, true,
       p.organisation_id = any ((select granting(asking_person(), asking_organisation(), 'place', asking_now()))::uuid[]));
grant select on place_in_directory to guildhall_app;

create index claim_words on claim using gin (to_tsvector('english', title || ' ' || coalesce(says, ''))) where removed_at is null;
create index proof_that_counts on proof (organisation_id, claim_id, counts_until) where stands_at is not null;
create index organisation_place_by_district on organisation_place (district, organisation_id);

-- Where a postcode district lies, for the map, and who says so. A district that is not here has no place on it: it is never guessed.
create table district_position (
  code text primary key check (code ~ '^[A-Z]{1,2}[0-9][0-9A-Z]?$'),
  name text,
  latitude double precision not null check (latitude between -90 and 90),
  longitude double precision not null check (longitude between -180 and 180),
  source text not null,
  saved_at timestamptz not null
);
grant select, insert, update, delete on district_position to guildhall_app;
alter table district_position enable row level security;
create policy district_position_is_for_all on district_position for select to guildhall_app using (true);
create policy district_position_is_put on district_position for insert to guildhall_app with check ((select asking_house()));
create policy district_position_is_changed on district_position for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy district_position_is_taken on district_position for delete to guildhall_app using ((select asking_house()));
