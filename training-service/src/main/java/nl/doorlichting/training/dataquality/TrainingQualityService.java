package nl.doorlichting.training.dataquality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.api.quality.ExceededTally;
import nl.doorlichting.api.quality.ProgrammeUse;
import nl.doorlichting.api.quality.ReferenceUse;
import nl.doorlichting.platform.queries.RowQuery;

/** Gathers what this service has to show about the quality of the data. */
@ApplicationScoped
class TrainingQualityService {
    private static final int MOST = 1_000;

    private static final String REFERENCES = """
            select path, min(cast(id as text)), count(*), project_id, organisation_id, track, action_line, funding_instrument
            from (
                select '/v1/training-sessions' as path, id, project_id, organisation_id, track, action_line,
                    funding_instrument
                from training_session where programme = :programme and withdrawn_at is null
                union all
                select '/v1/training-sessions', id, null, host_organisation_id, null, null, null
                from training_session where programme = :programme and withdrawn_at is null
                union all
                select '/v1/training-tallies', e.tally_id, null, e.organisation_id, e.track, e.action_line,
                    e.funding_instrument
                from training_tally e
                where e.programme = :programme and not e.withdrawn and not exists (select 1 from training_tally later
                    where later.tally_id = e.tally_id and later.version > e.version and later.version > 1)
                union all
                select '/v1/network-meetings', id, project_id, organisation_id, track, null, null
                from network_meeting where programme = :programme and withdrawn_at is null
                union all
                select '/v1/learning-modules', id, null, organisation_id, null, null, null
                from learning_module where programme = :programme) stated
            where project_id is not null or organisation_id is not null
            group by path, project_id, organisation_id, track, action_line, funding_instrument order by 1, 2
            """;

    private static final String USES = Stream.of(
                    uses("training-sessions", "training_session", "id", "e.withdrawn_at is null"),
                    uses(
                            "training-tallies",
                            "training_tally",
                            "tally_id",
                            "not e.withdrawn and not exists (select 1 from training_tally later where later.tally_id ="
                                    + " e.tally_id and later.version > e.version and later.version > 1)"),
                    uses("network-meetings", "network_meeting", "id", "e.withdrawn_at is null"),
                    uses("networks", "network", "id", "true"),
                    uses("learning-modules", "learning_module", "id", "true"),
                    uses("advice-questions", "advice_question", "id", "e.withdrawn_at is null"),
                    uses("advice-question-tallies", "advice_question_tally", "id", "e.withdrawn_at is null"))
            .collect(Collectors.joining(" union all "));

    // What the tally states at most, and what the sessions have at least: a figure without a bound exceeds nothing.
    private static final String EXCEEDED = """
            select cast(t.tally_id as text), f.figure, f.stated, f.counted
            from training_tally t
            join (
                select s.included_in, count(c.session_id) as held, sum(case c.quantity_kind
                    when 'EXACT' then c.quantity_value when 'AT_LEAST' then c.quantity_value
                    when 'RANGE' then c.quantity_minimum
                    when 'APPROXIMATE' then greatest(0, c.quantity_value - c.quantity_plus_minus) end) as participants
                from training_session s
                join head_count c on c.session_id = s.id and not exists (select 1 from head_count later
                    where later.session_id = c.session_id and later.version > c.version and later.version > 1)
                where s.programme = :programme and s.withdrawn_at is null and s.status <> 'CANCELLED'
                    and length(s.included_in) = 36
                group by s.included_in) n on n.included_in = cast(t.tally_id as text)
            cross join lateral (values
                ('held', cast(t.sessions_held as bigint), n.held),
                ('participants', case t.quantity_kind when 'EXACT' then t.quantity_value
                    when 'RANGE' then t.quantity_maximum
                    when 'APPROXIMATE' then t.quantity_value + t.quantity_plus_minus end, n.participants)
                ) f (figure, stated, counted)
            where t.programme = :programme and not t.withdrawn and not exists (select 1 from training_tally later
                    where later.tally_id = t.tally_id and later.version > t.version and later.version > 1)
                and f.counted > f.stated
            order by 1, 2
            """;

    private final EntityManager entities;

    TrainingQualityService(EntityManager entities) {
        this.entities = entities;
    }

    private static String uses(String path, String table, String id, String condition) {
        return "select '/v1/" + path + "', min(cast(e." + id + " as text)), count(*) from " + table
                + " e where e.programme = :programme and " + condition + " having count(*) > 0";
    }

    @Transactional
    TrainingQualityResponse answer(String programme) {
        return new TrainingQualityResponse(
                rows(REFERENCES, programme).map(ReferenceUse::from).toList(),
                rows(USES, programme).map(ProgrammeUse::from).toList(),
                rows(EXCEEDED, programme).map(ExceededTally::from).toList());
    }

    private Stream<Object[]> rows(String sql, String programme) {
        return RowQuery.of(entities, sql)
                .setParameter("programme", programme)
                .setMaxResults(MOST)
                .getResultList()
                .stream();
    }
}
