-- Who has looked at a match is known from the lists they were shown.
alter table first_steps drop column looked_at;
