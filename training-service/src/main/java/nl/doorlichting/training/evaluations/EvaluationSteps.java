package nl.doorlichting.training.evaluations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.platform.queries.RowQuery;
import nl.doorlichting.platform.queries.ScalarQuery;
import nl.doorlichting.training.evaluations.EvaluationSums.Agreement;

/**
 * Stores the sums of answers and of complete steps: by session, and for the answers that closed sessions leave over by
 * programme, training type and calendar year.
 */
@ApplicationScoped
class EvaluationSteps {
    /** Columns of the received sums; with the prefix {@code shown_} those of the shown sums. */
    static final List<String> FIGURES = List.of(
            "answers",
            "rating_sum",
            "rating_squares",
            "knowledge_gained_said",
            "knowledge_gained_yes",
            "applicable_said",
            "applicable_yes",
            "shared_said",
            "shared_yes");

    private static final String SHOWN = "shown_";
    private static final String SESSION = "session";
    private static final String OF_SESSION = "where e.session_id = :session";
    private static final String OF_REMAINDER = """
            where (e.programme, e.training_type, e.year) = (
                select s.programme, s.training_type, cast(extract(year from s.session_date) as integer)
                from training_session s where s.id = :session)
            """;
    private static final String READ =
            "select %s, " + list(each -> "e." + each) + ", " + list(each -> "e." + SHOWN + each) + ", %s from %s e %s";
    private static final String WRITE = "update %s e set " + list(each -> each + " = :" + each) + ", "
            + list(each -> SHOWN + each + " = :" + SHOWN + each) + " %s";
    private static final String READ_SESSION = READ.formatted("e.codes", "e.closed", "session_evaluation", OF_SESSION);
    private static final String READ_REMAINDER =
            READ.formatted("0", "true", "evaluation_remainder", OF_REMAINDER) + " for update";
    private static final String BEGIN_REMAINDER = """
            insert into evaluation_remainder (programme, training_type, year)
            select s.programme, s.training_type, cast(extract(year from s.session_date) as integer)
            from training_session s where s.id = :session
            on conflict do nothing
            """;
    private static final String SHOW_REMARKS =
            "update evaluation set shown = true where session_id = :session and not shown";
    // In the order of the remainders, so that two instances do not wait for each other.
    private static final String OVERDUE = """
            select e.session_id from session_evaluation e
            join training_session s on s.id = e.session_id
            where not e.closed and e.answers > 0 and s.withdrawn_at is null
                and (select max(c.recorded_at) from head_count c where c.session_id = e.session_id) < :before
            order by s.programme, s.training_type, extract(year from s.session_date), e.session_id
            limit :most
            for update of e skip locked
            """;
    private static final int RECEIVED_FIRST = 1;
    private static final int SHOWN_FIRST = RECEIVED_FIRST + FIGURES.size();
    private static final int CLOSED = SHOWN_FIRST + FIGURES.size();

    private final EntityManager entities;

    EvaluationSteps(EntityManager entities) {
        this.entities = entities;
    }

    private record StoredSums(SteppedSums sums, boolean closed) {}

    /** Counts an answer with its session, or with the remainder once the session is closed. */
    void count(UUID sessionId, EvaluationSums answer) {
        var stored = read(READ_SESSION + " for update", sessionId);
        var before = stored.sums();
        var after = stored.closed() ? before.closedPlus(answer) : before.plus(answer);
        write("session_evaluation", OF_SESSION, sessionId, after);
        if (stored.closed()) {
            leaveOver(sessionId, answer);
        }
        if (after.shown().answers() > before.shown().answers()) {
            entities.createNativeQuery(SHOW_REMARKS)
                    .setParameter(SESSION, sessionId)
                    .executeUpdate();
        }
    }

    /** The sums of the complete steps of a session. */
    EvaluationSums shown(UUID sessionId) {
        return read(READ_SESSION, sessionId).sums().shown();
    }

    /**
     * Closes sessions without a count of people since the moment, and adds the answers outside their complete steps to the
     * remainders. Returns how many it closed.
     */
    int closeSessions(Instant before, int most) {
        var sessions = ScalarQuery.of(entities, OVERDUE, UUID.class)
                .setParameter("before", before)
                .setParameter("most", most)
                .getResultList();
        for (var sessionId : sessions) {
            var sums = read(READ_SESSION, sessionId).sums();
            entities.createNativeQuery("update session_evaluation set closed = true where session_id = :session")
                    .setParameter(SESSION, sessionId)
                    .executeUpdate();
            leaveOver(sessionId, sums.leftOver());
        }
        return sessions.size();
    }

    private void leaveOver(UUID sessionId, EvaluationSums left) {
        entities.createNativeQuery(BEGIN_REMAINDER)
                .setParameter(SESSION, sessionId)
                .executeUpdate();
        var remainder = read(READ_REMAINDER, sessionId).sums();
        write("evaluation_remainder", OF_REMAINDER, sessionId, remainder.plus(left));
    }

    private StoredSums read(String sql, UUID sessionId) {
        return RowQuery.of(entities, sql).setParameter(SESSION, sessionId).getResultList().stream()
                .findFirst()
                .map(row -> new StoredSums(
                        new SteppedSums(sums(row, RECEIVED_FIRST), sums(row, SHOWN_FIRST)), (Boolean) row[CLOSED]))
                .orElse(new StoredSums(SteppedSums.NONE, false));
    }

    private void write(String table, String where, UUID sessionId, SteppedSums sums) {
        var statement =
                entities.createNativeQuery(WRITE.formatted(table, where)).setParameter(SESSION, sessionId);
        bind(statement, "", sums.received());
        bind(statement, SHOWN, sums.shown());
        statement.executeUpdate();
    }

    private static void bind(Query statement, String prefix, EvaluationSums sums) {
        var values = List.of(
                sums.answers(),
                sums.ratings(),
                sums.squares(),
                sums.knowledgeGained().said(),
                sums.knowledgeGained().yes(),
                sums.applicable().said(),
                sums.applicable().yes(),
                sums.sharedWithPartners().said(),
                sums.sharedWithPartners().yes());
        for (var i = 0; i < values.size(); i++) {
            statement.setParameter(prefix + FIGURES.get(i), values.get(i));
        }
    }

    /** The columns of {@link #FIGURES} from the given one on; codes are the first column of the row. */
    static EvaluationSums sums(Object[] row, int first) {
        var numbers = Stream.of(row)
                .skip(first)
                .limit(FIGURES.size())
                .map(column -> ((Number) column).longValue())
                .toList();
        return new EvaluationSums(
                ((Number) row[0]).longValue(),
                numbers.get(0),
                numbers.get(1),
                numbers.get(2),
                new Agreement(numbers.get(3), numbers.get(4)),
                new Agreement(numbers.get(5), numbers.get(6)),
                new Agreement(numbers.get(7), numbers.get(8)));
    }

    private static String list(UnaryOperator<String> figure) {
        return FIGURES.stream().map(figure).collect(Collectors.joining(", "));
    }
}
