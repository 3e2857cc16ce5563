package nl.doorlichting.reporting.publication;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.reporting.activity.OwnRecords;
import nl.doorlichting.reporting.activity.PlaceValidator;
import nl.doorlichting.reporting.activity.RecordWithdrawalRequest;
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

    protected PublishableRecordService(
            Class<R> type, EntityManager entities, OwnRecords own, PlaceValidator places, Catalogue catalogue) {
        this.type = type;
        this.entities = entities;
        this.own = own;
        this.places = places;
        this.catalogue = catalogue;
    }

    @Transactional
    public A create(Q request) {
        places.refuseUnknown(request.place(), "/place");
        refuseSecond(request, null);
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
        places.refuseUnknown(changed.place(), "/place");
        refuseSecond(changed, id);
        stored.change(changed);
        return response(stored);
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
        }
        return response(stored);
    }

    /** Those that pass the filter and that the caller may see. */
    @Transactional
    public Page<A> page(Filter filter, PageRequest request) {
        var page = new Lists(entities).page(type, own.narrow(filter), KEYS, request);
        return page.map(responses(page.items()));
    }

    @Transactional
    public A get(UUID id) {
        return response(find(id));
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
