package nl.doorlichting.training.dataquality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
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

    private final EntityManager entities;

    TrainingQualityService(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    TrainingQualityResponse answer(String programme) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery(REFERENCES, Object[].class)
                .setParameter("programme", programme)
                .setMaxResults(MOST)
                .getResultList();
        return new TrainingQualityResponse(rows.stream().map(ReferenceUse::from).toList());
    }
}
