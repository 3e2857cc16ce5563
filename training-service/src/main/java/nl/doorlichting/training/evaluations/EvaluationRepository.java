package nl.doorlichting.training.evaluations;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;

/** Unused codes, and answers. */
@ApplicationScoped
class EvaluationRepository implements PanacheRepositoryBase<Evaluation, UUID> {
    private static final SortKey ID = SortKey.of("id", UUID.class);
    private static final ListKeys KEYS = new ListKeys(ID, "id", List.of(ID));
    private static final String SESSION = "session";

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

    /** Uses the code up. Of several requests at once with one code, one gets true. */
    boolean useCode(UUID sessionId, String hash) {
        return getEntityManager()
                        .createNativeQuery(
                                "delete from evaluation_code where session_id = :session and code_hash = :hash"
                                        + " and not exists (select 1 from training_session s where s.id = :session"
                                        + " and s.withdrawn_at is not null)")
                        .setParameter(SESSION, sessionId)
                        .setParameter("hash", hash)
                        .executeUpdate()
                == 1;
    }

    Page<Evaluation> remarks(UUID sessionId, PageRequest request) {
        var filter = new Filter()
                .equal("sessionId", sessionId)
                .where("e.remarks is not null")
                .where("e.shown");
        return new Lists(getEntityManager()).page(Evaluation.class, filter, KEYS, request);
    }
}
