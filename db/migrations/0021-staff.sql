-- Who works for which organisation, and the links that let a colleague join or a listed organisation be claimed.
create table staff (
  organisation_id uuid not null references organisation on delete cascade,
  person_id uuid not null references person on delete cascade,
  role text not null check (role in ('owner', 'editor', 'member')),
  since timestamptz not null,
  left_at timestamptz,
  removed_by uuid references person on delete set null,
  primary key (organisation_id, person_id)
);
create index staff_of_person on staff (person_id, organisation_id) where left_at is null;

create table staff_invitation (
  organisation_id uuid not null references organisation on delete cascade,
  link_id text not null references one_time_link on delete cascade,
  role text not null check (role in ('owner', 'editor', 'member')),
  -- In the inviter's own words: "Priya, who does our books".
  for_whom text,
  made_by uuid references person on delete set null,
  made_at timestamptz not null,
  primary key (organisation_id, link_id)
);

grant select, insert, update, delete on staff, staff_invitation to guildhall_app;
