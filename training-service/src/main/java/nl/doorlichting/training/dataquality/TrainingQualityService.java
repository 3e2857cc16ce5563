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
            select '/v1/training-sessions', min(cast(id as text)), count(*), project_id, organisation_id, track,
                action_line, funding_instrument
            from training_session
            where programme = :programme and withdrawn_at is null and (project_id is not null or organisation_id is not null)
            group by project_id, organisation_id, track, action_line, funding_instrument
            union all
            select '/v1/training-sessions', min(cast(id as text)), count(*), cast(null as uuid), host_organisation_id, null,
                null, null
            from training_session
            where programme = :programme and withdrawn_at is null and host_organisation_id is not null
            group by host_organisation_id
            order by 2
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
