-- In a network of thousands a name is typed, not picked from a list: capitals, spaces and apostrophes make no difference then. The plain
-- name is kept beside the one that is shown, so that a whole name is found by the index also under row-level security, which lets no
-- expression near one. `src/networks/name-typed.ts` makes the same of what was typed.
alter table membership add column listed_plain text collate "C" not null generated always as (translate(lower(listed_as), E' \u00a0\t\n\r''’‘', '')) stored;
create index membership_by_plain_name on membership (network_id, listed_plain) where left_at is null;
