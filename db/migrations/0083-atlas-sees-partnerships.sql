-- Ties of partnerships are in the atlas too: what one side says of a tie, and what both stand by.
call watch_for_atlas('partnership', 'tie', 'id');
call watch_for_atlas('partnership_side', 'tie', 'partnership_id');
call watch_for_atlas('partnership_moment', 'tie', 'partnership_id');
