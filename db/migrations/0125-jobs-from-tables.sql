-- A network that brings its finished jobs from a register knows more of them than a form asks: the number they have there, when they
-- began, a longer description, the keywords they are filed under, and who led. Finding partners reads all of these (decision 030).
alter table job add column reference text;
alter table job add column started_on date;
alter table job add column about text;
alter table job add column keywords text[] not null default '{}';
alter table job add constraint a_job_begins_before_it_ends check (started_on <= finished_on);
alter table job_party add column role text check (role in ('lead', 'member'));
create index job_by_reference on job (noted_by_organisation, reference) where reference is not null;
