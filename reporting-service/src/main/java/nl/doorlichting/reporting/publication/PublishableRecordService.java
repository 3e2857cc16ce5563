package nl.doorlichting.reporting.publication;

import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.reporting.activity.OwnRecords;
import nl.doorlichting.reporting.activity.PlaceValidator;
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
    protected final OwnRecords own;

    private final PublishableRecordRepository<R> records;
    private final PlaceValidator places;
    private final Catalogue catalogue;

    protected PublishableRecordService(
            PublishableRecordRepository<R> records, OwnRecords own, PlaceValidator places, Catalogue catalogue) {
        this.records = records;
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
        records.persist(made);
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
    public A withdraw(UUID id) {
        var stored = find(id);
        stored.withdraw();
        catalogue.remove(stored.catalogueKind(), id);
        return response(stored);
    }

    /** Those that pass the filter and that the caller may see. */
    @Transactional
    public Page<A> page(Filter filter, PageRequest request) {
        var page = records.page(own.narrow(filter), request);
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
        var found = records.findByIdOptional(id).orElseThrow(ProblemException::notFound);
        own.refuseHidden(found.activity());
        return found;
    }

    @SuppressWarnings("unchecked")
    private Q patched(R stored, MergePatch patch) {
        var content = stored.content();
        return patch.applyTo(content, (Class<Q>) content.getClass());
    }

    private A response(R stored) {
        // The flush gives the record its new version, which is the ETag.
        records.flush();
        return responses(List.of(stored)).apply(stored);
    }

    private void refuseSecond(Q request, UUID self) {
        records.findByReference(request.programme(), request.reference())
                .filter(existing -> !existing.id().equals(self))
                .ifPresent(existing -> {
                    throw taken(existing.id());
                });
    }
}
