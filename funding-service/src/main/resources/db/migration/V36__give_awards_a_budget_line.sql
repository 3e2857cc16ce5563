-- An award that stands without a budget line is given one, and what was paid and held of it goes there with it. Such
-- awards are listed among all, and so have an index of their own, which is built beside the traffic. The column stays
-- nullable as long as the last release, which makes awards without a line, may work on this schema.
grant update (budget_line_id) on award to ${application_role};
grant update (budget_line_id) on disbursement to ${application_role};
select set_config('doorlichting.before', current_setting('lock_timeout') || ' ' || current_setting('statement_timeout'), false);
set lock_timeout = 0;
set statement_timeout = 0;
drop index concurrently if exists ix_award_number_id_without_budget_line;
create index concurrently ix_award_number_id_without_budget_line on award (number, id) where budget_line_id is null;
select set_config('lock_timeout', split_part(current_setting('doorlichting.before'), ' ', 1), false),
    set_config('statement_timeout', split_part(current_setting('doorlichting.before'), ' ', 2), false);
