package nl.doorlichting.reporting.activity;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.queries.ScalarQuery;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.ReportingAccess;

/**
 * The corrections and withdrawals of one kind of record that wait for a reviewer: one for each record at most.
 *
 * @param <P> the entity
 */
public abstract class CorrectionProposals<P extends CorrectionProposal> {
    protected static final String APPROVAL = "correction-approval";
    protected static final String REJECTION = "correction-rejection";

    protected final OwnRecords own;
    protected final EntityManager entities;

    private final Class<P> type;

    protected CorrectionProposals(Class<P> type, EntityManager entities, OwnRecords own) {
        this.type = type;
        this.entities = entities;
        this.own = own;
    }

    /** 409 when one waits for a decision already. */
    public void refuseSecond(UUID record) {
        if (waiting(record).isPresent()) {
            throw ProblemException.invalidState(Text.of("record.correction-waits"), List.of(APPROVAL, REJECTION));
        }
    }

    protected void store(P proposal) {
        entities.persist(proposal);
        entities.flush();
    }

    public Optional<P> waiting(UUID record) {
        return waiting(record, LockModeType.NONE);
    }

    /** Those that wait, by their records. */
    public Map<UUID, P> waiting(Collection<UUID> records) {
        if (records.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "from " + type.getSimpleName() + " where recordId in :records and decidedAt is null", type)
                .setParameter("records", records)
                .getResultStream()
                .collect(Collectors.toMap(CorrectionProposal::recordId, Function.identity()));
    }

    /** What was decided last of these records where it was rejected, by the records. */
    public Map<UUID, RejectedCorrection> rejected(Collection<UUID> records) {
        if (records.isEmpty()) {
            return Map.of();
        }
        var name = type.getSimpleName();
        return entities.createQuery(
                        "from " + name + " p where p.recordId in :records and p.approved = false and not exists"
                                + " (select 1 from " + name + " later where later.recordId = p.recordId"
                                + " and (later.decidedAt > p.decidedAt or later.decidedAt = p.decidedAt and later.id > p.id))",
                        type)
                .setParameter("records", records)
                .getResultStream()
                .collect(Collectors.toMap(CorrectionProposal::recordId, CorrectionProposal::rejection));
    }

    /**
     * The filter, and only records of which a correction or a withdrawal waits.
     *
     * @param onlyWaiting the filter alone for null and false
     * @param id field of the entity that is the id of the record
     * @param mayKnow whether the caller may know what waits; else none
     */
    public Filter narrow(Filter filter, Boolean onlyWaiting, String id, boolean mayKnow) {
        return narrow(filter, onlyWaiting, mayKnow, waits(type, "p.recordId = e." + id));
    }

    /**
     * The filter, and only records of which something waits.
     *
     * @param onlyWaiting the filter alone for null and false
     * @param mayKnow whether the caller may know what waits; else none
     * @param waits condition of those of which something waits
     */
    public static Filter narrow(Filter filter, Boolean onlyWaiting, boolean mayKnow, String waits) {
        if (!Boolean.TRUE.equals(onlyWaiting)) {
            return filter;
        }
        return filter.where(mayKnow ? "(" + waits + ")" : "1 = 0");
    }

    /**
     * Condition that a correction or a withdrawal waits.
     *
     * @param which condition of those that are meant, whose alias is p
     */
    public static String waits(Class<? extends CorrectionProposal> type, String which) {
        return "exists (select 1 from " + type.getSimpleName() + " p where (" + which + ") and p.decidedAt is null)";
    }

    /**
     * Approves the one that waits; 403 for the caller that proposed it. Of two decisions at once, the second finds that none
     * waits any more.
     */
    public P approve(UUID record) {
        var proposal = waitingForDecision(record);
        if (own.isCaller(proposal.proposedBy())) {
            throw ProblemException.of(ProblemType.FOUR_EYES, Text.of("record.correction-approved-by-proposer"));
        }
        proposal.decide(true, null, own.now(), own.subject());
        return proposal;
    }

    /** Ends the one that waits, and leaves the record as it is. */
    public void reject(UUID record, CorrectionRejectionRequest request) {
        waitingForDecision(record).decide(false, request.reason(), own.now(), own.subject());
    }

    /** Ends those of records that are withdrawn otherwise. */
    public void end(Collection<UUID> records, RecordWithdrawal why) {
        waiting(records)
                .values()
                .forEach(proposal -> proposal.decide(false, why.reason(), why.withdrawnAt(), why.withdrawnBy()));
    }

    /** What the caller may do with it: another reviewer approves what a reviewer proposed as a researcher. */
    public List<String> actions(P proposal) {
        return own.isCaller(proposal.proposedBy())
                ? own.actions(ReportingAccess.PUBLISH_RESULTS, REJECTION)
                : own.actions(ReportingAccess.PUBLISH_RESULTS, APPROVAL, REJECTION);
    }

    /** 403 for a caller that wrote a part of a record that waits for its first review. */
    public void refuseWriter(boolean isWriter) {
        if (isWriter) {
            throw ProblemException.of(ProblemType.FOUR_EYES, Text.of("record.approved-by-writer"));
        }
    }

    /** What the caller may decide about a record that waits for its first review. */
    public List<String> firstReview(boolean isWriter) {
        return isWriter
                ? own.actions(ReportingAccess.PUBLISH_RESULTS, REJECTION)
                : own.actions(ReportingAccess.PUBLISH_RESULTS, APPROVAL, REJECTION);
    }

    /** Whether the caller corrected the record once. */
    public boolean isCorrectedByCaller(UUID record) {
        List<String> correctors = ScalarQuery.of(
                        entities,
                        "select distinct stated ->> 'corrected_by' from corrected_result"
                                + " where id = :id and stated ->> 'corrected_by' is not null",
                        String.class)
                .setParameter("id", record)
                .getResultList();
        return correctors.stream().anyMatch(own::isCaller);
    }

    private P waitingForDecision(UUID record) {
        return waiting(record, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> ProblemException.invalidState(
                        Text.of("record.no-correction-waits"), List.of("corrections", "withdrawal")));
    }

    private Optional<P> waiting(UUID record, LockModeType lock) {
        return entities.createQuery(
                        "from " + type.getSimpleName() + " where recordId = :record and decidedAt is null", type)
                .setParameter("record", record)
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }
}
