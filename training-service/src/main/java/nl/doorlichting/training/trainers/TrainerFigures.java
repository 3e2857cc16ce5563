package nl.doorlichting.training.trainers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.doorlichting.domain.quantity.QuantitySql;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.platform.queries.RowQuery;
import nl.doorlichting.training.personaldata.PersonalData;

/** Sessions that trainers gave since they were trained: by trainer, and together without counting a session twice. */
@ApplicationScoped
class TrainerFigures {
    private static final String SUMS = "count(*), "
            + QuantitySql.COMPONENTS.stream()
                    .map("coalesce(sum(f.%s), 0)"::formatted)
                    .collect(Collectors.joining(", "));
    private static final String GIVEN = """
            from trainer t
            left join training_session learned on learned.id = t.trained_in_session_id
            join training_session s on s.trainers @> array[t.subject] and s.status = 'HELD'
                and s.session_date >= coalesce(t.trained_on, learned.session_date, s.session_date)
                and (cast(:programme as text) is null or s.programme = :programme)
            where t.id in (:trainers)
            """;
    private static final String OF_EACH = """
            select g.trainer, %s
            from (select t.id as trainer, s.id as session_id %s) g
            join training_fact f on f.session_id = g.session_id
            group by 1
            """.formatted(SUMS, GIVEN);
    private static final String TOGETHER = """
            select null, %s
            from (select distinct s.id as session_id %s) g
            join training_fact f on f.session_id = g.session_id
            """.formatted(SUMS, GIVEN);
    private static final String LINEAGE = """
            with recursive lineage (id, trained_by, label, key_id, sealed_label, generation) as (
                select t.id, t.trained_by, t.label, t.key_id, t.sealed_label, 0 from trainer t
                where case when cast(:root as uuid) is null then t.trained_by is null else t.id = :root end
                union all
                select t.id, t.trained_by, t.label, t.key_id, t.sealed_label, l.generation + 1 from trainer t
                join lineage l on t.trained_by = l.id)
            select id, trained_by, generation, label, key_id, sealed_label from lineage order by generation, id
            """;
    private static final String PROGRAMME = "programme";
    private static final String TRAINERS = "trainers";

    private final EntityManager entities;

    TrainerFigures(EntityManager entities) {
        this.entities = entities;
    }

    /** Sessions held, and the people who came to them. */
    record Given(long sessions, QuantitySum participants) {
        static final Given NOTHING = new Given(0, QuantitySum.ZERO);
    }

    /** A trainer of a lineage, so many generations after the first. */
    record Descendant(UUID id, UUID trainedBy, int generation, String clearLabel, String keyId, byte[] sealedLabel) {
        String label(PersonalData data) {
            return Trainer.label(id, clearLabel, keyId, sealedLabel, data);
        }

        @Override
        public String toString() {
            return "Descendant[id=" + id + "]";
        }
    }

    /** By trainer; a trainer without sessions is absent. A null programme is any. */
    Map<UUID, Given> ofEach(Collection<UUID> trainers, String programme) {
        var given = new HashMap<UUID, Given>();
        if (!trainers.isEmpty()) {
            rows(OF_EACH, trainers, programme).forEach(row -> given.put((UUID) row[0], given(row)));
        }
        return given;
    }

    /** All trainers together; a session that several gave counts once. */
    Given together(Collection<UUID> trainers, String programme) {
        return trainers.isEmpty()
                ? Given.NOTHING
                : given(rows(TOGETHER, trainers, programme).get(0));
    }

    /** The trainer and all direct and indirect trainees; all trainers for null. */
    List<Descendant> lineage(UUID root) {
        List<Object[]> rows =
                RowQuery.of(entities, LINEAGE).setParameter("root", root).getResultList();
        return rows.stream()
                .map(row -> new Descendant(
                        (UUID) row[0],
                        (UUID) row[1],
                        ((Number) row[2]).intValue(),
                        (String) row[3],
                        (String) row[4],
                        (byte[]) row[5]))
                .toList();
    }

    private List<Object[]> rows(String sql, Collection<UUID> trainers, String programme) {
        return RowQuery.of(entities, sql)
                .setParameter(TRAINERS, trainers)
                .setParameter(PROGRAMME, programme)
                .getResultList();
    }

    private static Given given(Object[] row) {
        return new Given(((Number) row[1]).longValue(), QuantitySql.read(row, 2));
    }
}
