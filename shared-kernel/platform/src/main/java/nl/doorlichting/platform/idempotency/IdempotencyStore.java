package nl.doorlichting.platform.idempotency;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.statements.ClosingStatements;
import nl.doorlichting.platform.statements.OpeningQuery;
import nl.doorlichting.platform.texts.Text;

/**
 * The table {@code idempotency_key} of a service: answers by subject, organisation, method, path and key, for 24 hours.
 *
 * <p>Release 0.1.0 runs beside this one during an upgrade and uses subject, path and key only. So the first answer under
 * those three stands where 0.1.0 finds it, and one for another organisation or method stands under a caller that
 * names them. A row that 0.1.0 wrote has no method.
 */
@ApplicationScoped
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
class IdempotencyStore {
    // Two statements in one message: the second one sees what was committed before the first one got the lock.
    private static final String LOCK = """
            select pg_try_advisory_xact_lock_shared(hashtextextended(?, 0))
                and pg_try_advisory_xact_lock(hashtextextended(?, 0))""";

    private static final String FIND = """
            select case when method is not null or (organisation = ?
                    and not (path like '%/submission' and etag is null))
                then body_hash end, status, location, etag, body
            from idempotency_key
            where caller in (?, ?) and path = ? and key = ?
                and created_at > now() - interval '24 hours'
                and case when method is not null then method = ? and organisation = ?
                    else organisation is null
                        or organisation = coalesce(current_setting('doorlichting.organisation', true), '')
                    end
            order by method nulls last limit 1""";

    // One new answer in eight deletes sixteen old ones, so that the table shrinks in use and needs no job.
    private static final int WRITES_FOR_EACH_DELETION = 8;

    private static final String FORGET_OLD = """
            delete from idempotency_key where ctid in (
                select ctid from idempotency_key where created_at <= now() - interval '24 hours'
                order by created_at limit 16 for update skip locked)""";

    // At the caller, or where the answer of another organisation or method is stored there, at the caller that names
    // them.
    private static final String REMEMBER = """
            with answer as (select cast(? as text), cast(? as text), cast(? as text), cast(? as text), cast(? as text),
                cast(? as integer), cast(? as text), cast(? as text), cast(? as text)),
            remembered as (%1$s select cast(? as text), * from answer %2$s returning 1)
            %1$s select cast(? as text), * from answer where not exists (select from remembered) %2$s""".formatted("""
                insert into idempotency_key as kept (caller, path, key, organisation, method, body_hash, status, location,
                    etag, body)""", """
                on conflict (caller, path, key) do update set organisation = excluded.organisation,
                    method = excluded.method, body_hash = excluded.body_hash, status = excluded.status,
                    location = excluded.location, etag = excluded.etag, body = excluded.body, created_at = now()
                where kept.created_at <= now() - interval '24 hours'""");

    /** @param answer of an earlier request, if any */
    private record Found(boolean locked, Optional<StoredResponse> answer) {}

    private final EntityManager entities;
    private final ClosingStatements closing;

    IdempotencyStore(EntityManager entities, ClosingStatements closing) {
        this.entities = entities;
        this.closing = closing;
    }

    /**
     * Locks the key until the transaction ends, and finds the answer that it got. Of one that 0.1.0 stored, the fingerprint
     * is null where it does not prove that the requests are the same: when the organisation is not known, and when it was a
     * check of a submission. The check had the path of the submission, and its answer has no ETag.
     *
     * @throws ProblemException when another request holds the key, also one at release 0.1.0
     */
    Optional<StoredResponse> lockAndFind(IdempotencyKey key) {
        var found = new OpeningQuery<>(
                        LOCK + ";" + FIND,
                        List.of(
                                key.formerScope(),
                                key.scope(),
                                key.organisation(),
                                key.caller(),
                                key.scopedCaller(),
                                key.path(),
                                key.key(),
                                key.method(),
                                key.organisation()),
                        IdempotencyStore::found)
                .ask(entities);
        if (!found.locked()) {
            throw ProblemException.of(ProblemType.REQUEST_IN_PROGRESS, Text.of("idempotency.in-progress"));
        }
        return found.answer();
    }

    private static Found found(PreparedStatement message) throws SQLException {
        var locked = isLocked(message.getResultSet());
        message.getMoreResults();
        return new Found(locked, answer(message.getResultSet()));
    }

    /** Replaces an answer that is older than 24 hours, if there is one. */
    void remember(IdempotencyKey key, StoredResponse answer) {
        if (ThreadLocalRandom.current().nextInt(WRITES_FOR_EACH_DELETION) == 0) {
            closing.add(FORGET_OLD);
        }
        closing.add(
                REMEMBER,
                key.path(),
                key.key(),
                key.organisation(),
                key.method(),
                answer.fingerprint(),
                answer.status(),
                answer.location(),
                answer.etag(),
                answer.body(),
                key.caller(),
                key.scopedCaller());
    }

    private static boolean isLocked(ResultSet row) throws SQLException {
        return row.next() && row.getBoolean(1);
    }

    private static Optional<StoredResponse> answer(ResultSet row) throws SQLException {
        return row.next()
                ? Optional.of(new StoredResponse(
                        row.getString(1), row.getInt(2), row.getString(3), row.getString(4), row.getString(5)))
                : Optional.empty();
    }
}
