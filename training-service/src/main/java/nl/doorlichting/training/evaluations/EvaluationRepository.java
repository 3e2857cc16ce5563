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
import nl.doorlichting.platform.queries.RowQuery;

/** Unused codes, and answers. */
@ApplicationScoped
class EvaluationRepository implements PanacheRepositoryBase<Evaluation, UUID> {
    private static final SortKey ID = SortKey.of("id", UUID.class);
    private static final ListKeys KEYS = new ListKeys(ID, "id", List.of(ID));
    private static final String SESSION = "session";
    private static final String ALLOTMENT = """
            select case c.quantity_kind when 'RANGE' then c.quantity_maximum else c.quantity_value end,
                coalesce(e.codes, 0), cast(:subject as text) = any (s.trainers)
            from training_session s
            left join head_count c on c.session_id = s.id and not exists (
                select 1 from head_count later
                where later.session_id = c.session_id and later.version > c.version and later.version > 1)
            left join session_evaluation e on e.session_id = s.id
            where s.id = :session
            """;

    /** How many came and how many codes were given, and whether this subject is a trainer of the session. */
    CodeAllotment allotment(UUID sessionId, String subject) {
        getEntityManager().flush();
        var row = RowQuery.of(getEntityManager(), ALLOTMENT)
                .setParameter(SESSION, sessionId)
                .setParameter("subject", subject)
                .getSingleResult();
        return new CodeAllotment(
                row[0] == null ? null : ((Number) row[0]).longValue(), ((Number) row[1]).longValue(), (Boolean) row[2]);
    }

    /** Adds codes by their hashes. */
    void addCodes(UUID sessionId, List<String> hashes) {
        getEntityManager()
                .createNativeQuery("insert into evaluation_code (session_id, code_hash)"
                        + " select :session, unnest(string_to_array(:hashes, ','))")
                .setParameter(SESSION, sessionId)
                .setParameter("hashes", String.join(",", hashes))
                .executeUpdate();
        getEntityManager()
                .createNativeQuery("""
                        insert into session_evaluation (session_id, codes) values (:session, :number)
                        on conflict (session_id) do update set codes = session_evaluation.codes + :number
                        """)
                .setParameter(SESSION, sessionId)
                .setParameter("number", hashes.size())
                .executeUpdate();
    }

    /** Notes that the registered person has a code; false when it had one before. */
    boolean addFetch(UUID registrationId) {
        return getEntityManager()
                        .createNativeQuery("insert into evaluation_code_fetch (registration_id) values (:registration)"
                                + " on conflict do nothing")
                        .setParameter("registration", registrationId)
                        .executeUpdate()
                == 1;
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
