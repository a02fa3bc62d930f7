-- A thank-you for a referral may stand on the page of whoever sent the work: what the receiver knows first hand is that they did.
alter table recommendation drop constraint recommendation_basis_check;
alter table recommendation add constraint recommendation_basis_check check (basis in ('bought_from', 'referred', 'delivered_together', 'sent_us_work'));
