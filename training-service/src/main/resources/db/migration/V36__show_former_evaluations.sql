-- What was shown before steps were: all answers of a session with five or more. That is its first step. What fewer than
-- five answered goes out of the sums. A hundred sessions at a time, each lot a transaction that queues where every writer
-- does, so that nobody waits for longer than one lot takes; a try that was broken off is taken up again from the start.
select set_config('doorlichting.before', current_setting('lock_timeout') || ' ' || current_setting('statement_timeout'), false);
set lock_timeout = 0;
set statement_timeout = 0;
do $$
declare
    last uuid := '00000000-0000-0000-0000-000000000000';
    lot uuid[];
begin
    loop
        update data_set set revision = revision + 1;
        lot := array(
            select e.session_id from session_evaluation e
            where e.session_id > last and e.answers > 0 order by e.session_id limit 100);
        exit when cardinality(lot) = 0;
        last := lot[cardinality(lot)];
        -- The trigger of the table brings the sums in line, of the sessions too whose row says the same as before.
        update session_evaluation e set
            shown_answers = case when e.shown_answers = 0 and e.answers >= 5 then e.answers else e.shown_answers end,
            shown_rating_sum = case when e.shown_answers = 0 and e.answers >= 5 then e.rating_sum else e.shown_rating_sum end,
            shown_rating_squares = case when e.shown_answers = 0 and e.answers >= 5 then e.rating_squares else e.shown_rating_squares end,
            shown_knowledge_gained_said = case when e.shown_knowledge_gained_said = 0 and e.knowledge_gained_said >= 5 then e.knowledge_gained_said else e.shown_knowledge_gained_said end,
            shown_knowledge_gained_yes = case when e.shown_knowledge_gained_said = 0 and e.knowledge_gained_said >= 5 then e.knowledge_gained_yes else e.shown_knowledge_gained_yes end,
            shown_applicable_said = case when e.shown_applicable_said = 0 and e.applicable_said >= 5 then e.applicable_said else e.shown_applicable_said end,
            shown_applicable_yes = case when e.shown_applicable_said = 0 and e.applicable_said >= 5 then e.applicable_yes else e.shown_applicable_yes end,
            shown_shared_said = case when e.shown_shared_said = 0 and e.shared_said >= 5 then e.shared_said else e.shown_shared_said end,
            shown_shared_yes = case when e.shown_shared_said = 0 and e.shared_said >= 5 then e.shared_yes else e.shown_shared_yes end
        where e.session_id = any (lot);
        update evaluation a set shown = true from session_evaluation e
        where e.session_id = any (lot) and a.session_id = e.session_id and e.shown_answers = e.answers and not a.shown;
        commit;
    end loop;
end
$$;
select set_config('lock_timeout', split_part(current_setting('doorlichting.before'), ' ', 1), false),
    set_config('statement_timeout', split_part(current_setting('doorlichting.before'), ' ', 2), false);
