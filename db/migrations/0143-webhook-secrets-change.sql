-- The secret of a webhook can be changed. It is still made from a key outside the database and nowhere stored: only its number is, and
-- when it changed, since the one before goes on signing beside it for a day.
alter table webhook add column secret_number int not null default 1 constraint secrets_are_counted check (secret_number > 0);
alter table webhook add column secret_changed_at timestamptz;
