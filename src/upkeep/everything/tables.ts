/**
 * What an organisation takes with it: table by table, the column that says whose row it is, and the columns that go, by name. A column or
 * a table that is not here stays. Rows are read with the person's own eyes, so row-level security asks once more; the test beside this
 * file fails for a table of an organisation's that is in neither list.
 */
export type Taken = {
  readonly table: string
  readonly title: string
  /** Whose row it is. Several where either side may hold it. */
  readonly owner: readonly string[]
  readonly columns: string
  /** Where the row says whose it is only through another: the table, and our column that holds its id. */
  readonly through?: { readonly table: string; readonly by: string }
}

const of = (table: string, title: string, columns: string, ...owner: readonly string[]): Taken => ({ table, title, columns, owner: owner.length > 0 ? owner : ['organisation_id'] })

const part = (table: string, title: string, columns: string, through: string, by: string, owner = 'organisation_id'): Taken => ({ table, title, columns, owner: [owner], through: { table: through, by } })

export const TAKEN: readonly Taken[] = [
  of('organisation', 'Our page', 'id name kind line story website people_count sight listed_at claimed_at rests_since closed_at', 'id'),
  of('organisation_contact', 'How one reaches us', 'phone email sight'),
  of('organisation_place', 'Where we are', 'district town sight'),
  of('identifier', 'Numbers in registers', 'scheme value added_at'),
  of('public_address', 'Addresses of our page', 'slug since left_at'),
  of('staff', 'Who works here', 'person_id role since left_at'),
  of('membership', 'Networks we are in', 'network_id joined_at left_at left_because listed_as sight'),
  of('sight_partner', 'Partners who see what partners see', 'partner_id counted_at ended_at'),
  of('sight_grant', 'What we showed to one', 'id to_organisation_id subject_kind subject_id reason from_at until_at withdrawn_at'),
  of('answer', 'The four answers', 'question words sight saved_at'),
  of('answer_version', 'What the answers said before', 'question words saved_at replaced_at'),
  of('suggestion', 'Suggestions for our answers', 'question from_name words note made_at taken_at put_away_at'),
  of('claim', 'What we can do', 'id network_id capability_id title strength says capacity_says capacity_from capacity_until sight added_at confirmed_at removed_at'),
  of('proof', 'What stands behind it', 'id claim_id job_id recommendation_id certificate_id figure_id sight stands_at counts_until added_at'),
  of('certificate', 'Certificates', 'id name number issued_by issued_on expires_on file_id file_shown_at sight added_at'),
  of('figure', 'Figures', 'id says source on_day sight added_at'),
  of('job', 'Jobs we noted', 'id what for_whom finished_on started_on reference about keywords customer_says customer_name noted_at', 'noted_by_organisation'),
  part('job_value', 'What jobs we noted were worth', 'job_id band', 'job', 'job_id', 'noted_by_organisation'),
  of('job_party', 'Our part in jobs', 'job_id did role capability_id sight confirmed_at declined_at declined_note'),
  of('job_witness', 'Who else said that a job was so', 'job_id name role asked_at confirmed_at declined_at note'),
  of('recommendation', 'Recommendations, of us and by us', 'id organisation_id from_organisation from_name basis words said_on written_at given_at taken_at public_by_giver_at public_by_taker_at declined_at sight', 'organisation_id', 'from_organisation'),
  of('statement_use', 'Statements we keep', 'name parts saved_at'),
  of('enquiry', 'Questions from our page', 'id who reach note could made_at answered_at answer'),
  of('trade_preference', 'When we meet our own trade', 'meets said_at'),
  of('want', 'Needs we posted', 'network_id id lens says capability_id wanted_from wanted_until sight posted_at ends_on withdrawn_at'),
  of('match_saved', 'Members we saved', 'network_id other_id saved_at'),
  of('not_for_us', 'Members we left out', 'network_id other_id reason note until_on said_at'),
  of('brief', 'Briefs of ours', 'network_id id title says for_whom district starts_on ends_on answer_by open_to_rivals sight written_at published_at closed_at withdrawn_at'),
  part('brief_part', 'Parts of our briefs', 'network_id brief_id id position says capability_id wants need size starts_on ends_on district removed_at', 'brief', 'brief_id'),
  part('brief_value', 'What our briefs are worth', 'network_id brief_id band', 'brief', 'brief_id'),
  of('interest', 'Briefs we were interested in', 'network_id brief_id id part_id says made_at answered_at answer answer_says withdrawn_at lapsed_at'),
  of('partnership', 'Partnerships', 'id one_id other_id noted_at agreed_at stage met_through met_what met_on aim next_says next_on ended_at', 'one_id', 'other_id'),
  of('partnership_side', 'Our side of partnerships', 'partnership_id partner_id shows called said_stage resting_because ended_because quiet_months'),
  of('partnership_note', 'Our private notes', 'partnership_id says written_at'),
  of('partnership_habit', 'Our habit with partners', 'shows quiet_months said_at'),
  of('introduction', 'Introductions we asked for', 'network_id id other_id introducer_id asked_at hear_by ended_at made_at withdrawn_at'),
  of('introduction_word', 'What we said to introductions', 'network_id introduction_id part said said_at'),
  of('introduction_contact', 'How we said to be reached', 'network_id introduction_id way ask_for phone email'),
  of('referral', 'Referrals, by us and to us', 'id given_by given_to capability_id made_at offered_at accepted_at declined_at talking_at won_at lost_at thanked_at unknown_at ended_at erased_at', 'given_by', 'given_to'),
  part('referral_words', 'What was said to referrals we gave', 'referral_id says yes_says declined_says lost_says thanks_says', 'referral', 'referral_id', 'given_by'),
  part('referral_value', 'What referrals we gave were worth', 'referral_id band', 'referral', 'referral_id', 'given_by'),
  of('referral_person', 'People who agreed to be passed on by us', 'id shown_as needs kept_at'),
  part('referral_reach', 'How to reach them', 'person_id name reach email', 'referral_person', 'person_id'),
  of('referral_line', 'Our lines on referrals', 'id referral_id words said_at'),
  of('referral_keeping', 'How long we keep referrals', 'months set_at'),
  of('bench_place', 'Our bench, and benches we are on', 'id organisation_id associate_id made_at ended_at', 'organisation_id', 'associate_id'),
  of('bench_terms', 'Terms of benches', 'place_id version terms says proposed_at agreed_at declined_at declined_note withdrawn_at', 'organisation_id', 'associate_id'),
  of('cover', 'Cover we asked for', 'network_id id says skills starts_on ends_on when_says minutes rate_pence rate_per how made_at taken_at handed_over_at handed_back_at finished_at withdrawn_at client_word client_word_at'),
  of('cover_client', 'Clients of ours who were covered', 'cover_id name email phone contact told_at'),
  of('cover_pack', 'What we handed over', 'cover_id promises dates contact how written_at'),
  of('cover_asked', 'Cover we were asked for', 'cover_id asked_at answered_at answer note offered_minutes chosen_minutes worked_minutes done handed_back_at thanks thanked_at', 'associate_id'),
  of('team', 'Teams we lead', 'network_id id title says brief_id made_at answer_by starts_on ends_on finished_at ended_at ended_because', 'lead_organisation_id'),
  part('team_part', 'Parts of teams we lead', 'network_id team_id id position says capability_id need size starts_on ends_on district details version changed_at removed_at', 'team', 'team_id', 'lead_organisation_id'),
  part('line_up', 'Line-ups of teams we lead', 'network_id team_id id name position made_at removed_at', 'team', 'team_id', 'lead_organisation_id'),
  of('seat', 'Seats of ours in teams', 'network_id team_id id invited_at taken_at declined_at left_at withdrawn_at closed_at'),
  part('seat_part', 'Parts that our seats hold', 'network_id team_id seat_id part_id version held_at given_up_at changed_at proof_asked_at proof_confirmed_at proof_denied_at', 'seat', 'seat_id'),
  part('seat_word', 'What was said to our seats', 'network_id team_id seat_id for_name note answer_note suggests left_because', 'seat', 'seat_id'),
  part('workshare', 'Our share of the work', 'network_id team_id seat_id part_id unit promised_lead promised_holder delivered_lead delivered_holder', 'seat', 'seat_id'),
  of('team_capacity', 'What we said of our room', 'network_id team_id asked_at answered_at answer from_on says'),
  of('team_entry', 'What we wrote in rooms of teams', 'network_id team_id id kind says on_day file_id made_at removed_at'),
  of('outcome', 'Outcomes we noted', 'id network_id team_id job_id ending noted_at', 'noted_by_organisation'),
  part('outcome_customer', 'Customers asked about outcomes we noted', 'outcome_id name asked_at says said_at shown_at declined_at', 'outcome', 'outcome_id', 'noted_by_organisation'),
  of('outcome_part', 'Our part in outcomes', 'outcome_id network_id says capability_id apart_at'),
  of('outcome_side', 'Our side of outcomes', 'outcome_id times_bigger'),
  of('notice', 'What we were told', 'id kind told_at away_at', 'to_organisation'),
  of('ask', 'What we asked, and were asked', 'id kind asked_at answer_by answered_at answer note ended_at withdrawn_at', 'from_organisation', 'to_organisation'),
  of('webhook', 'Addresses outside that are told', 'id address events made_at paused_at disabled_at'),
  of('kept_note', 'Notes from files we brought', 'id kind about says on_day brought_at'),
]

/** Tables with an organisation in them that stay, and why. */
export const STAYS: Readonly<Record<string, string>> = {
  api_token: 'A token opens doors; it is made anew elsewhere.',
  held_act: 'What an assistant prepared for one person, kept for days.',
  staff_invitation: 'A link that has not been taken up names somebody who has not come yet.',
  session: 'Where somebody is signed in.',
  brief_before: 'What an open brief said before a change, kept until those interested have heard of it, a day at most.',
  work: 'Work under way, seen under Work.',
  export_made: 'These very files.',
  brought_file: 'A file on its way in, kept for two days.',
  line_up_state: 'Each step of trying a line-up; what was chosen are the seats.',
  referral_ask: 'Which letters went out, for taking their words away.',
  webhook_delivery: 'What was sent to addresses outside, kept for days.',
  snooze: 'When a person wants to see a question again.',
  worth_a_look: 'Drawn anew each day.', worth_a_look_day: 'Drawn anew each day.', fit_to_tell: 'A mark for the next letter.', want_met: 'A mark that somebody was told.', member_nudge: 'A mark that somebody was asked.',
  letter_habit: 'Of a person, not of the organisation.', letter_said: 'What a letter has said already.',
  dismissed_note: 'Coaching notes put away, made anew with the answer.',
  brief_reading: 'A tender read a moment ago, kept for hours.',
  partnership_moment: 'Both sides’ shared timeline; each moment is in the room it came from.',
  seat_scope: 'Words two sides put to each other; they stand in the team’s room.',
  introduction_note: 'Written to another, who holds it.',
  claim_in_directory: 'A view of claims.', member_in_directory: 'A view of members.', place_in_directory: 'A view of places.', proof_in_directory: 'A view of proof.', shared_membership: 'A view of memberships.', page_in_sight: 'A view of pages.',
}
