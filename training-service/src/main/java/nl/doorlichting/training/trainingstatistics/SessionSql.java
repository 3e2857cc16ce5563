package nl.doorlichting.training.trainingstatistics;

import java.time.Instant;
import java.util.Objects;
import nl.doorlichting.domain.figures.Question;

/** Selects sessions as they are, or as they were recorded by an earlier moment. */
final class SessionSql {
    /** The latest head count of session s under the alias c, by the moment {@code :as_of}. */
    static final String HEAD_COUNT = """
            head_count c on c.session_id = s.id and c.recorded_at <= :as_of and not exists (
                select 1 from head_count later
                where later.session_id = c.session_id and later.version > c.version and later.version > 1
                    and later.recorded_at <= :as_of)
            """;

    private static final String FIELDS = """
            %s, programme, status, training_type, session_date, project_id, organisation_id, track, action_line,
            funding_instrument, place_municipalities, included_in""";
    private static final String NOW =
            "(select " + FIELDS.formatted("id") + " from training_session where withdrawn_at is null)";
    /** Sessions as of {@code :as_of}. One that changed later was what it stated before the first of the later changes. */
    static final String THEN = "(select " + FIELDS.formatted("id") + """

            from training_session s
            where s.created_at <= :as_of and s.withdrawn_at is null and not exists (
                select 1 from former_training_session f where f.session_id = s.id and f.replaced_at > :as_of)
            union all
            select %s
            from former_training_session f
            where f.created_at <= :as_of and f.replaced_at > :as_of and not f.withdrawn and not exists (
                select 1 from former_training_session earlier
                where earlier.session_id = f.session_id and earlier.replaced_at > :as_of
                    and (earlier.replaced_at, earlier.id) < (f.replaced_at, f.id)))
            """.formatted(FIELDS.formatted("session_id"));

    /** Types of training as they were as of {@code :as_of}, in place of the table of that name. */
    private static final String TYPES_THEN = """
            training_type as (
                select t.code, case when f.said is null then t.target_group else f.said ->> 'target_group' end as target_group,
                    case when f.said is null then t.phenomenon else f.said ->> 'phenomenon' end as phenomenon
                from training_type t
                left join lateral (
                    select c.said from corrected_figure c
                    where c.figure = 'training_type' and c.id = t.id and c.replaced_at > :as_of
                    order by c.version limit 1) f on true)
            """;

    private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

    private SessionSql() {}

    /** The table of sessions for this question. */
    static String sessions(Question question) {
        return question.asOf() == null ? NOW : THEN;
    }

    /** The beginning of a statement that reads types of training, for this question; empty for types as they are. */
    static String withTypes(Question question) {
        return question.asOf() == null ? "" : "with " + TYPES_THEN;
    }

    /** The same, where the statement has tables of its own after this one. */
    static String types(Question question) {
        return question.asOf() == null ? "" : TYPES_THEN + ", ";
    }

    /** The value of {@code :as_of}. */
    static Instant asOf(Question question) {
        return Objects.requireNonNullElse(question.asOf(), EVER);
    }
}
