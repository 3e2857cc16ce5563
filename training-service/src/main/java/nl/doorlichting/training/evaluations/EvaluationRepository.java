package nl.doorlichting.training.evaluations;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.kernel.paging.Filter;
import nl.doorlichting.kernel.paging.ListKeys;
import nl.doorlichting.kernel.paging.Lists;
import nl.doorlichting.kernel.paging.Page;
import nl.doorlichting.kernel.paging.PageRequest;
import nl.doorlichting.kernel.paging.SortKey;
import nl.doorlichting.training.evaluations.EvaluationSums.Agreement;

/** Codes that are still good, answers, and what the answers of each session add up to. */
@ApplicationScoped
class EvaluationRepository implements PanacheRepositoryBase<Evaluation, UUID> {
    private static final SortKey ID = SortKey.of("id", UUID.class);
    private static final ListKeys KEYS = new ListKeys(ID, "id", List.of(ID));
    private static final String SESSION = "session";
    private static final String SUMS = """
            select codes, answers, rating_sum, rating_squares, knowledge_gained_said, knowledge_gained_yes,
                applicable_said, applicable_yes, shared_said, shared_yes
            from session_evaluation where session_id = :session
            """;
    private static final String COUNT_ANSWER = """
            update session_evaluation set answers = answers + 1, rating_sum = rating_sum + :rating,
                rating_squares = rating_squares + :rating * :rating,
                knowledge_gained_said = knowledge_gained_said + num_nonnulls(cast(:knowledge as boolean)),
                knowledge_gained_yes = knowledge_gained_yes + coalesce(cast(cast(:knowledge as boolean) as integer), 0),
                applicable_said = applicable_said + num_nonnulls(cast(:applicable as boolean)),
                applicable_yes = applicable_yes + coalesce(cast(cast(:applicable as boolean) as integer), 0),
                shared_said = shared_said + num_nonnulls(cast(:shared as boolean)),
                shared_yes = shared_yes + coalesce(cast(cast(:shared as boolean) as integer), 0)
            where session_id = :session
            """;

    void addCode(UUID sessionId, String hash) {
        getEntityManager()
                .createNativeQuery("insert into evaluation_code (session_id, code_hash) values (:session, :hash)")
                .setParameter(SESSION, sessionId)
                .setParameter("hash", hash)
                .executeUpdate();
    }

    void countCodes(UUID sessionId, int number) {
        getEntityManager()
                .createNativeQuery("""
                        insert into session_evaluation (session_id, codes) values (:session, :number)
                        on conflict (session_id) do update set codes = session_evaluation.codes + :number
                        """)
                .setParameter(SESSION, sessionId)
                .setParameter("number", number)
                .executeUpdate();
    }

    /** Uses the code up: of any number of callers at once, one gets true. */
    boolean spend(UUID sessionId, String hash) {
        return getEntityManager()
                        .createNativeQuery(
                                "delete from evaluation_code where session_id = :session and code_hash = :hash")
                        .setParameter(SESSION, sessionId)
                        .setParameter("hash", hash)
                        .executeUpdate()
                == 1;
    }

    boolean isSession(UUID sessionId) {
        return (Boolean) getEntityManager()
                .createNativeQuery("select exists (select 1 from training_session where id = :session)", Boolean.class)
                .setParameter(SESSION, sessionId)
                .getSingleResult();
    }

    boolean isSessionOf(UUID sessionId, String trainer) {
        return (Boolean) getEntityManager()
                .createNativeQuery(
                        "select exists (select 1 from training_session where id = :session and :trainer = any (trainers))",
                        Boolean.class)
                .setParameter(SESSION, sessionId)
                .setParameter("trainer", trainer)
                .getSingleResult();
    }

    void count(Evaluation answer) {
        getEntityManager()
                .createNativeQuery(COUNT_ANSWER)
                .setParameter(SESSION, answer.sessionId)
                .setParameter("rating", answer.rating)
                .setParameter("knowledge", answer.knowledgeGained)
                .setParameter("applicable", answer.applicable)
                .setParameter("shared", answer.sharedWithPartners)
                .executeUpdate();
    }

    EvaluationSums sums(UUID sessionId) {
        @SuppressWarnings("unchecked")
        List<Object[]> found = getEntityManager()
                .createNativeQuery(SUMS, Object[].class)
                .setParameter(SESSION, sessionId)
                .getResultList();
        return found.stream().findFirst().map(EvaluationRepository::sums).orElse(EvaluationSums.NONE);
    }

    Page<Evaluation> remarks(UUID sessionId, PageRequest request) {
        var filter = new Filter()
                .equal("sessionId", sessionId)
                .where("e.remarks is not null")
                .where(
                        "(select count(*) from Evaluation other where other.sessionId = e.sessionId) >= :fewest",
                        "fewest",
                        EvaluationSums.FEWEST);
        return new Lists(getEntityManager()).page(Evaluation.class, filter, KEYS, request);
    }

    private static EvaluationSums sums(Object[] row) {
        return new EvaluationSums(
                number(row[0]),
                number(row[1]),
                number(row[2]),
                number(row[3]),
                new Agreement(number(row[4]), number(row[5])),
                new Agreement(number(row[6]), number(row[7])),
                new Agreement(number(row[8]), number(row[9])));
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
