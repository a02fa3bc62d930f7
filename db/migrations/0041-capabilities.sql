-- A network's vocabulary: what one can do, as a tree, with the other words people use for it. The parent is of the same network by its key.
create table capability (
  network_id uuid not null references network on delete cascade,
  id uuid not null,
  parent_id uuid,
  title text collate for_people not null,
  code text,
  code_scheme text,
  synonyms text[] not null default '{}',
  added_at timestamptz not null,
  added_by uuid references person on delete set null,
  retired_at timestamptz,
  retired_by uuid references person on delete set null,
  primary key (network_id, id),
  foreign key (network_id, parent_id) references capability (network_id, id),
  constraint not_its_own_parent check (parent_id is distinct from id)
);
create unique index capability_title_once on capability (network_id, parent_id, lower(title)) nulls not distinct where retired_at is null;
create unique index capability_code_once on capability (network_id, code_scheme, code) nulls not distinct where retired_at is null and code is not null;

grant select, insert, update, delete on capability to guildhall_app;
