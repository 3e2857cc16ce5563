package nl.doorlichting.training.dataquality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.api.quality.ProgrammeUse;
import nl.doorlichting.api.quality.ReferenceUse;

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
                    uses("learning-modules", "learning_module", "id", "true"))
            .collect(Collectors.joining(" union all "));

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
                rows(USES, programme).map(ProgrammeUse::from).toList());
    }

    private Stream<Object[]> rows(String sql, String programme) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery(sql, Object[].class)
                .setParameter("programme", programme)
                .setMaxResults(MOST)
                .getResultList();
        return rows.stream();
    }
}
