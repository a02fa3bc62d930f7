-- A reset or a new password withdraws the person's other open links; found by whom they are for, without reading them all.
create index one_time_link_open_of_person on one_time_link ((subject ->> 'person'), act) where used_at is null and withdrawn_at is null;
