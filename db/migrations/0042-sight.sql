-- Sight is given, not taken: whom an organisation counts as partner, and what it has shown to whom, until when and why.
create table sight_partner (
  organisation_id uuid not null references organisation on delete cascade,
  partner_id uuid not null references organisation on delete cascade,
  counted_at timestamptz not null,
  counted_by uuid references person on delete set null,
  ended_at timestamptz,
  ended_by uuid references person on delete set null,
  primary key (organisation_id, partner_id),
  constraint not_ones_own_partner check (partner_id <> organisation_id)
);
create index sight_partner_turned on sight_partner (partner_id, organisation_id) where ended_at is null;

create table sight_grant (
  organisation_id uuid not null references organisation on delete cascade,
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  to_organisation_id uuid not null references organisation on delete cascade,
  reason text not null,
  given_by uuid references person on delete set null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid references person on delete set null,
  primary key (organisation_id, id),
  constraint a_grant_ends_after_it_began check (until_at > from_at),
  constraint not_to_oneself check (to_organisation_id <> organisation_id)
);
create index sight_grant_turned on sight_grant (to_organisation_id, subject_kind, organisation_id, until_at) where withdrawn_at is null;

grant select, insert, update, delete on sight_partner, sight_grant to guildhall_app;

-- What the four words mean. `src/networks/sight.ts` says the same; a generated test holds the two together. Each argument is used
-- once, so that PostgreSQL writes the body into the query and never calls a function for a row.
create function may_see(word text, ours boolean, partner boolean, shares boolean, granted boolean) returns boolean
  language sql immutable parallel safe
  as $$ select case word when 'anyone' then true when 'network' then shares else false end
            or ours or (partner and word <> 'only_us') or granted $$;

-- The moment of asking: the house's own clock where a transaction is told it, else the database's.
create function asking_now() returns timestamptz language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('guildhall.now', true), '')::timestamptz, now()) $$;

-- The facts that sight rests on. They read with the owner's eyes, since one cannot ask the lists that they themselves guard; each is
-- asked once a query, in a scalar sub-select, never once a row. PL/pgSQL, because it keeps its plans from one call to the next.
-- Rights are looked up every time: staff who left see nothing from then on.
create function acting_for(person uuid, organisation uuid) returns uuid
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp as $$
begin
  return (select s.organisation_id from staff s where s.person_id = person and s.organisation_id = organisation and s.left_at is null);
end $$;

create function organised_by(person uuid) returns uuid[]
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp as $$
begin
  return array(select o.network_id from organiser o where o.person_id = person and o.ended_at is null);
end $$;

create function circles_of(person uuid, organisation uuid) returns uuid[]
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp as $$
begin
  return array(
    select m.network_id from membership m where m.organisation_id = acting_for(person, organisation) and m.left_at is null
    union select o.network_id from organiser o where o.person_id = person and o.ended_at is null);
end $$;

-- A set, since it may be long: the planner hashes it.
create function counting_as_partner(person uuid, organisation uuid) returns setof uuid
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp rows 50 as $$
begin
  return query select p.organisation_id from sight_partner p where p.partner_id = acting_for(person, organisation) and p.ended_at is null;
end $$;

-- Which owners have shown this part (`page`, `contact`, `place`) to us and have not ended it. Whoever is shown a part sees the page too.
create function granting(person uuid, organisation uuid, part text, at timestamptz) returns uuid[]
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp as $$
begin
  return array(select g.organisation_id from sight_grant g
    where g.to_organisation_id = acting_for(person, organisation) and g.withdrawn_at is null
      and g.subject_id = g.organisation_id
      and (g.subject_kind = part or (part = 'page' and g.subject_kind in ('contact', 'place')))
      and g.from_at <= at and g.until_at > at);
end $$;

create function has_organisers(network uuid) returns boolean
  language sql stable parallel safe security definer set search_path = public, pg_temp
  as $$ select exists (select 1 from organiser o where o.network_id = network) $$;

-- Whether the asker keeps this organisation: as staff acting for it, or as who listed it while nobody has claimed it. For writes only.
create function keeps(person uuid, organisation uuid, kept uuid) returns boolean
  language sql stable parallel safe security definer set search_path = public, pg_temp
  as $$ select exists (select 1 from organisation o where o.id = kept
          and (o.id = acting_for(person, organisation) or (o.claimed_at is null and o.listed_by = person))) $$;

-- The names of the organisations one works for, to choose whom to act for; the one read that crosses from one's own to one's own.
create function working_for(person uuid) returns table (organisation_id uuid, name text, role text)
  language sql stable parallel safe security definer set search_path = public, pg_temp rows 3
  as $$ select o.id, o.name, s.role from staff s join organisation o on o.id = s.organisation_id
         where s.person_id = person and s.left_at is null and o.closed_at is null order by o.name, o.id $$;

-- Who shares a network with the asker, for the policies: a view reads with the owner's eyes and is written into the query, where the
-- policy of `membership` itself would be planned again at every level. It shows nothing that policy would hide: only current members
-- of one's own networks whose page is for their network or for anyone.
create view shared_membership as
  select m.organisation_id from membership m
   where m.left_at is null and m.sight in ('network', 'anyone')
     and m.network_id = any ((select circles_of(asking_person(), asking_organisation()))::uuid[]);
grant select on shared_membership to guildhall_app;

-- The pages one may see, with the facts each rests on, for the policies of what belongs to a page: asked once instead of at every level.
create view page_in_sight as
  select o.id, fact.ours, fact.partner, fact.shares
    from organisation o
    cross join lateral (
      select o.id = (select acting_for(asking_person(), asking_organisation())) or (o.claimed_at is null and o.listed_by = (select asking_person())) as ours,
             o.id in (select counting_as_partner(asking_person(), asking_organisation())) as partner,
             exists (select 1 from shared_membership m where m.organisation_id = o.id) as shares
      offset 0) fact
   where may_see(o.sight, fact.ours, fact.partner, fact.shares,
     o.id = any ((select granting(asking_person(), asking_organisation(), 'page', asking_now()))::uuid[]));
grant select on page_in_sight to guildhall_app;
