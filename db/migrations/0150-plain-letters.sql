-- “Zoe” finds Zoë, “Lodz” finds Łódź: whoever has no key for an accent is understood all the same, where a name is chosen and where members
-- are searched. `src/kit/plain-letters.ts` makes the same of what is typed.
create function plain_letters(said text) returns text language sql immutable parallel safe strict
  return replace(replace(replace(replace(translate(regexp_replace(normalize(lower(said), nfd), U&'[\0300-\036F]', '', 'g'), 'łøđðı', 'loddi'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th');

update membership set listed_words = plain_letters(listed_words) where listed_words <> plain_letters(listed_words);

alter table membership drop column listed_plain; -- and its index
alter table membership add column listed_plain text collate "C" not null generated always as (translate(plain_letters(listed_as), E' \u00a0\t\n\r''’‘', '')) stored;
create index membership_by_plain_name on membership (network_id, listed_plain) where left_at is null;
