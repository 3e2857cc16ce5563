package nl.doorlichting.reporting.reach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.figures.ReachIntensity;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.records.RecordLocks;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.platform.tracing.SqlTraceComments;

/**
 * The natural keys of figures: a project has one figure for a group, period, place and intensity. Figures without a
 * project have no key, because it is not known whether they are of the same work: only what states the same of the same
 * source is one.
 */
@ApplicationScoped
class ReachNaturalKeys {
    private static final String SAME = """
        select cast(k.observation_id as text) from reach_observation_key k
        where k.project_id = :project and k.target_group = :group
            and k.period_from = :from and k.period_until = :until
            and k.place_scope = :scope and k.place_municipalities = cast(:municipalities as text[])
            and k.place_sub_area is not distinct from cast(:subArea as text)
            and k.place_country is not distinct from cast(:country as text)
            and k.intensity is not distinct from cast(:intensity as text)
            and k.observation_id <> :id
        """;
    private static final String KEY_COLUMNS = "observation_id, project_id, target_group, period_from, period_until,"
            + " place_scope, place_municipalities, place_sub_area, place_country, intensity";
    // The key waits for a figure that is being stored under the same one, and nothing is stored if there is one. Not by
    // the session, which would send two messages, and compare the row with a copy at the end of the transaction.
    private static final String STORE = """
        with key as (
            insert into reach_observation_key (%s) values (%s) on conflict do nothing returning observation_id)
        insert into reach_observation (%s) select %s from key
        """.formatted(
                    KEY_COLUMNS,
                    ParameterRow.parameters(KEY_COLUMNS),
                    ReachIntake.COLUMNS,
                    ParameterRow.parameters(ReachIntake.COLUMNS));
    private static final String REPLACE = """
        insert into reach_observation_key (%s)
        values (:id, :project, :group, :from, :until, :scope, cast(:municipalities as text[]),
            cast(:subArea as text), cast(:country as text), cast(:intensity as text))
        on conflict (observation_id) do update set
            project_id = excluded.project_id, target_group = excluded.target_group,
            period_from = excluded.period_from, period_until = excluded.period_until,
            place_scope = excluded.place_scope, place_municipalities = excluded.place_municipalities,
            place_sub_area = excluded.place_sub_area, place_country = excluded.place_country,
            intensity = excluded.intensity
        """.formatted(KEY_COLUMNS);

    private final EntityManager entities;
    private final ReachObservationRepository observations;

    ReachNaturalKeys(EntityManager entities, ReachObservationRepository observations) {
        this.entities = entities;
        this.observations = observations;
    }

    /** Stores the first version of a figure with its key; 409 with the path of the other figure when the key is taken. */
    void store(ReachObservation figure) {
        if (figure.projectId() == null) {
            refuseSame(figure);
            observations.persist(figure);
            return;
        }
        // Again when the other figure was corrected meanwhile and left the key.
        while (!tryToStore(figure)) {
            refuseSecond(figure);
        }
    }

    private boolean tryToStore(ReachObservation figure) {
        var row = new ParameterRow();
        figure.writeKeyTo(row);
        figure.writeTo(row);
        return entities.callWithConnection((Connection connection) -> {
            try (var statement = connection.prepareStatement(SqlTraceComments.commented(STORE))) {
                row.bind(statement);
                return statement.executeUpdate() == 1;
            }
        });
    }

    /** Replaces the key of a corrected figure, which may have no project now. */
    void move(ReachObservation figure) {
        if (figure.projectId() == null) {
            free(figure);
            refuseSame(figure);
            return;
        }
        waitForOthersOf(figure.projectId());
        refuseSecond(figure);
        bind(entities.createNativeQuery(REPLACE), figure).executeUpdate();
    }

    /** Removes the key of a figure. */
    void free(ReachObservation figure) {
        entities.createNativeQuery("delete from reach_observation_key where observation_id = :id")
                .setParameter("id", figure.observationId())
                .executeUpdate();
    }

    /** Removes the keys of all figures of a report. */
    void freeAllOf(UUID report) {
        entities.createNativeQuery("delete from reach_observation_key k using reach_observation o"
                        + " where o.report_id = :report and o.observation_id = k.observation_id")
                .setParameter("report", report)
                .executeUpdate();
    }

    // So that the refusal of the second of two corrections names the first.
    private void waitForOthersOf(UUID project) {
        RecordLocks.waitForOthersOf("figures of project " + project, entities);
    }

    /** 409 with the path of another figure that has the key or, without a project, states the same. */
    void refuseTaken(ReachObservation figure) {
        if (figure.projectId() == null) {
            refuseSame(figure);
            return;
        }
        refuseSecond(figure);
    }

    private void refuseSame(ReachObservation figure) {
        observations.findSame(figure).ifPresent(existing -> {
            throw ProblemException.alreadyExists(
                    Text.of("reach.figure-stated"), ReachObservationResource.PATH + "/" + existing.observationId());
        });
    }

    private void refuseSecond(ReachObservation figure) {
        List<?> same = bind(entities.createNativeQuery(SAME), figure).getResultList();
        if (!same.isEmpty()) {
            throw ProblemException.alreadyExists(
                    Text.of("reach.figure-taken"), ReachObservationResource.PATH + "/" + same.get(0));
        }
    }

    private static Query bind(Query query, ReachObservation figure) {
        var place = figure.place();
        ReachIntensity intensity = figure.intensity();
        return query.setParameter("id", figure.observationId())
                .setParameter("project", figure.projectId())
                .setParameter("group", figure.targetGroup().name())
                .setParameter("from", figure.period().from())
                .setParameter("until", figure.period().until())
                .setParameter("scope", place.scope().name())
                .setParameter(
                        "municipalities",
                        place.municipalities().stream().sorted().toArray(String[]::new))
                .setParameter("subArea", place.subArea())
                .setParameter("country", place.country())
                .setParameter("intensity", intensity == null ? null : intensity.name());
    }
}
