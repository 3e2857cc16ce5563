package nl.doorlichting.reporting.publication;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.records.RecordLocks;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.reporting.activity.CorrectionRejectionRequest;
import nl.doorlichting.reporting.activity.OwnRecords;
import nl.doorlichting.reporting.activity.PlaceValidator;
import nl.doorlichting.reporting.activity.RejectedCorrection;
import nl.doorlichting.reporting.catalogue.Catalogue;

/**
 * Stores records of projects and makes them public.
 *
 * @param <R> the entity
 * @param <Q> its request
 * @param <A> its answer
 */
public abstract class PublishableRecordService<
        R extends PublishableRecord<Q>, Q extends Record & PublishableRecord.Content, A> {
    private static final ListKeys KEYS =
            new ListKeys(SortKey.of("id", UUID.class), "createdAt", List.of(SortKey.of("createdAt", Instant.class)));

    protected final OwnRecords own;

    private final Class<R> type;
    private final EntityManager entities;
    private final PlaceValidator places;
    private final Catalogue catalogue;
    private final PublicationProposals proposals;
    private final ReviewedChanges changes;

    protected PublishableRecordService(
            Class<R> type,
            EntityManager entities,
            OwnRecords own,
            PlaceValidator places,
            Catalogue catalogue,
            PublicationProposals proposals,
            ReviewedChanges changes) {
        this.type = type;
        this.entities = entities;
        this.own = own;
        this.places = places;
        this.catalogue = catalogue;
        this.proposals = proposals;
        this.changes = changes;
    }

    @Transactional
    public A create(Q request) {
        refuseUnfit(request, null);
        var now = own.now();
        var made = make(Ids.next(now), request, now);
        entities.persist(made);
        return response(made);
    }

    @Transactional
    public A update(UUID id, String ifMatch, MergePatch patch) {
        var stored = find(id);
        IfMatch.refuseStale(ifMatch, stored.etag());
        var changed = patched(stored, patch);
        refuseUnfit(changed, id);
        stored.change(changed);
        return response(stored);
    }

    /**
     * 400 or 409 for what cannot be stored.
     *
     * @param id null for a new record
     */
    protected void refuseUnfit(Q changed, UUID id) {
        refuseMisfits(changed, id);
        refuseSecond(changed, id);
    }

    /** 400 or 409 for what does not fit what is stored, of one that is refused for its form too: any field can be null. */
    protected void refuseMisfits(Q changed, UUID id) {
        places.refuseUnknown(changed.place(), "/place");
    }

    /** Proposes a correction, because the record is public: it waits for another reviewer. */
    @Transactional
    public A correct(UUID id, MergePatch patch) {
        var stored = lockPublic(id);
        changes.correct(stored, patch, always -> true, corrected -> refuseUnfit(corrected, id));
        return response(stored);
    }

    /** Makes the correction that waits; 403 for the caller that proposed it. */
    @Transactional
    public A approveCorrection(UUID id) {
        var stored = lockPublic(id);
        changes.approve(stored, corrected -> refuseUnfit(corrected, id));
        catalogue.put(stored.catalogueEntry());
        return response(stored);
    }

    /** Leaves the record as it is. */
    @Transactional
    public A rejectCorrection(UUID id, CorrectionRejectionRequest request) {
        var stored = lockPublic(id);
        changes.reject(stored, request);
        return response(stored);
    }

    /** The record as the correction that waits leaves it; 404 when none does. */
    @Transactional
    public A pendingCorrection(UUID id) {
        var stored = find(id);
        entities.detach(stored);
        changes.show(stored);
        return responses(List.of(stored)).apply(stored);
    }

    @Transactional
    public A publish(UUID id) {
        var stored = find(id);
        catalogue.put(stored.publish(own.now(), own.subject()));
        return response(stored);
    }

    @Transactional
    public A withdraw(UUID id, RecordWithdrawalRequest request) {
        var stored = find(id);
        var wasPublic = stored.status() == PublicationStatus.PUBLISHED;
        own.refuseWithdrawalOfPublic(wasPublic);
        var why = own.withdrawal(request);
        stored.withdraw(why);
        if (wasPublic) {
            catalogue.withdraw(stored.catalogueKind(), id, why);
            proposals.end(List.of(id), why);
        }
        return response(stored);
    }

    /** The filter, and only records of which a correction waits for a reviewer. */
    public Filter correctionPending(Filter filter, Boolean only) {
        return proposals.narrow(filter, only, "id", own.readsProposals());
    }

    /** Those that pass the filter and that the caller may see, of a moment as they were then. */
    @Transactional
    public Page<A> page(Filter filter, Instant asOf, PageRequest request) {
        own.readPast(asOf);
        var page = new Lists(entities).page(type, own.narrow(filter), KEYS, request);
        return page.map(responses(page.items()));
    }

    /** As recorded at the moment; as it is for null. */
    @Transactional
    public A get(UUID id, Instant asOf) {
        own.readPast(asOf);
        var found = find(id);
        return responses(List.of(found)).apply(found);
    }

    /**
     * What reviewers did with a record, and what the caller can do.
     *
     * @param correctionPending whether a correction waits, where the caller may know of it
     * @param rejected what was rejected last, where the caller may know of it; else null
     */
    public record Review(boolean correctionPending, RejectedCorrection rejected, List<String> allowedActions) {}

    /** The same for these records, with one query. */
    protected Function<R, Review> reviews(List<R> shown) {
        var waiting = changes.waiting(shown);
        var rejected = changes.rejected(shown);
        return stored -> {
            var proposal = waiting.get(stored.id());
            var allowed = stored.allowedActions(own, proposal != null);
            return proposal == null
                    ? new Review(false, rejected.get(stored.id()), allowed)
                    : new Review(
                            true,
                            rejected.get(stored.id()),
                            Stream.concat(allowed.stream(), proposals.actions(proposal).stream())
                                    .toList());
        };
    }

    protected abstract R make(UUID id, Q request, Instant now);

    /** The answers for these records, with one query for what all of them need. */
    protected abstract Function<R, A> responses(List<R> shown);

    /** 409 that the programme has another record with this reference. */
    protected abstract ProblemException taken(UUID existing);

    /** 404 when there is none or the caller may not see it. */
    protected R find(UUID id) {
        var found = find(id, LockModeType.NONE);
        own.refuseHidden(found.activity());
        return found;
    }

    /** The same for a writer, which sees all; of two writers at once, the second waits here for the first. */
    protected R lock(UUID id) {
        return find(id, LockModeType.PESSIMISTIC_WRITE);
    }

    private R lockPublic(UUID id) {
        var stored = lock(id);
        stored.refuseCorrectionOfDraft();
        return stored;
    }

    private R find(UUID id, LockModeType lock) {
        return Optional.ofNullable(entities.find(type, id, lock)).orElseThrow(ProblemException::notFound);
    }

    @SuppressWarnings("unchecked")
    private Q patched(R stored, MergePatch patch) {
        var content = stored.content();
        return patch.applyTo(content, (Class<Q>) content.getClass());
    }

    private A response(R stored) {
        // The flush gives the record its new version, which is the ETag.
        entities.flush();
        return responses(List.of(stored)).apply(stored);
    }

    private void refuseSecond(Q request, UUID self) {
        if (request.reference() == null) {
            return;
        }
        RecordLocks.waitForOthersOf(
                type.getSimpleName() + " " + request.reference() + " of " + request.programme(), entities);
        entities.createQuery(
                        "from " + type.getSimpleName() + " where programme = :programme and reference = :reference",
                        type)
                .setParameter("programme", request.programme())
                .setParameter("reference", request.reference())
                .setMaxResults(1)
                .getResultStream()
                .filter(existing -> !existing.id().equals(self))
                .findFirst()
                .ifPresent(existing -> {
                    throw taken(existing.id());
                });
    }
}
