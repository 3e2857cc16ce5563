package nl.doorlichting.reporting.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.ReportingAccess;
import nl.doorlichting.reporting.activity.CorrectionRejectionRequest;
import nl.doorlichting.reporting.activity.OwnRecords;
import nl.doorlichting.reporting.activity.RejectedCorrection;
import nl.doorlichting.reporting.catalogue.Catalogue;
import nl.doorlichting.reporting.catalogue.CatalogueEntry;

/**
 * Records what texts state, corrects it by new versions, withdraws it and makes it public. The withdrawal of what is public waits
 * for a reviewer.
 *
 * @param <V> the version
 * @param <Q> its request
 * @param <A> its answer
 */
public abstract class PublishedVersionService<
        V extends PublishedVersion, Q extends Record & PublishedVersion.Content, A> {
    private static final String[] ACTIONS = {"corrections", "withdrawal"};

    private final PublishedVersionRepository<V> versions;
    private final Class<Q> content;
    private final Text withdrawn;
    private final Catalogue catalogue;
    private final PublicationProposals proposals;
    private final OwnRecords own;
    private final ObjectMapper json;

    /** @param withdrawn why a record that is withdrawn does not change */
    protected PublishedVersionService(
            PublishedVersionRepository<V> versions,
            Class<Q> content,
            Text withdrawn,
            Catalogue catalogue,
            PublicationProposals proposals,
            OwnRecords own,
            ObjectMapper json) {
        this.versions = versions;
        this.content = content;
        this.withdrawn = withdrawn;
        this.catalogue = catalogue;
        this.proposals = proposals;
        this.own = own;
        this.json = json;
    }

    protected abstract V version(UUID id, int number, Q stated, String written);

    /** 400 for what cannot be stored. */
    protected abstract void refuseUnfit(Q stated);

    /** 409 that the programme has another record with this code. */
    protected abstract ProblemException taken(UUID existing);

    /** What a correction leaves, with its reason. */
    protected abstract MergePatch.Correction<Q> corrected(Q stated, MergePatch changes);

    /** What the catalogue shows of a version. */
    protected abstract CatalogueEntry catalogueEntry(V version, Q stated);

    protected abstract A answer(
            V version,
            Q stated,
            boolean published,
            boolean correctionPending,
            RejectedCorrection rejected,
            List<String> allowedActions);

    @Transactional
    public A create(Q request) {
        refuseUnfit(request);
        versions.findByNaturalId(request.programme(), request.code()).ifPresent(existing -> {
            throw taken(existing.id());
        });
        return store(version(Ids.next(own.now()), 1, request, write(request)));
    }

    @Transactional
    public A correct(UUID id, MergePatch changes) {
        var latest = changeable(id);
        proposals.refuseSecond(id);
        var correction = corrected(read(latest), changes);
        refuseUnfit(correction.record());
        return store(next(latest, correction.record(), correction.reason()));
    }

    @Transactional
    public A withdraw(UUID id, RecordWithdrawalRequest request) {
        var latest = changeable(id);
        proposals.refuseSecond(id);
        if (!versions.isPublic(id)) {
            return store(last(latest, request.reason()));
        }
        proposals.proposeWithdrawal(id, request.reason());
        return response(latest);
    }

    /** The record as it is once its withdrawal is approved; 404 when none waits. */
    @Transactional
    public A pendingWithdrawal(UUID id) {
        var latest = find(id);
        var proposal = proposals.waiting(id).orElseThrow(ProblemException::notFound);
        var last = last(latest, proposal.reason());
        last.record(proposal.proposedAt(), proposal.proposedBy());
        return answer(last, read(last), false, true, null, proposals.actions(proposal));
    }

    /** Withdraws a public record; 403 for the caller that proposed it. */
    @Transactional
    public A approveWithdrawal(UUID id) {
        var latest = changeable(id);
        var proposal = proposals.approve(id);
        var why = new RecordWithdrawal(own.now(), proposal.proposedBy(), proposal.reason());
        catalogue.withdraw(catalogueEntry(latest, read(latest)).kind(), id, why);
        var last = last(latest, why.reason());
        last.record(why.withdrawnAt(), why.withdrawnBy());
        versions.persistAndFlush(last);
        return response(last);
    }

    /** Leaves the record as it is. */
    @Transactional
    public A rejectWithdrawal(UUID id, CorrectionRejectionRequest request) {
        var latest = changeable(id);
        proposals.reject(id, request);
        return response(latest);
    }

    @Transactional
    public A publish(UUID id) {
        var latest = changeable(id);
        if (latest.isPublished()) {
            throw ProblemException.invalidState(Text.of("publication.public-already"), List.of(ACTIONS));
        }
        latest.publish(own.now(), own.subject());
        catalogue.put(catalogueEntry(latest, read(latest)));
        return response(latest);
    }

    /** The filter, and only records whose withdrawal waits for a reviewer. */
    public Filter correctionPending(Filter filter, Boolean only) {
        return proposals.narrow(filter, only, "id", true);
    }

    /** The latest versions that pass the filter, or those of a moment. */
    @Transactional
    public Page<A> page(Filter filter, Instant asOf, PageRequest request) {
        var page = versions.page(filter, asOf, request);
        return page.map(asOf == null ? responses(page.items()) : one -> responseThen(one, asOf));
    }

    /** The latest version, or that of a moment. */
    @Transactional
    public A get(UUID id, Instant asOf) {
        return asOf == null
                ? response(find(id))
                : responseThen(versions.findAsOf(id, asOf).orElseThrow(ProblemException::notFound), asOf);
    }

    @Transactional
    public List<A> history(UUID id) {
        find(id);
        return versions.versions(id).stream()
                .map(one -> answer(one, read(one), one.isPublished(), false, null, List.of()))
                .toList();
    }

    protected V find(UUID id) {
        return versions.findLatest(id).orElseThrow(ProblemException::notFound);
    }

    private V changeable(UUID id) {
        versions.waitForOthersOf(id);
        var latest = find(id);
        if (latest.isWithdrawn()) {
            throw ProblemException.invalidState(withdrawn, List.of());
        }
        return latest;
    }

    private V next(V latest, Q stated, String why) {
        var next = version(latest.id(), latest.version() + 1, stated, write(stated));
        next.because(why);
        return next;
    }

    private V last(V latest, String why) {
        var last = version(latest.id(), latest.version() + 1, read(latest), latest.content());
        last.because(why);
        last.end();
        return last;
    }

    private A store(V version) {
        version.record(own.now(), own.subject());
        versions.persistAndFlush(version);
        return response(version);
    }

    private A response(V one) {
        return responses(List.of(one)).apply(one);
    }

    protected Function<V, A> responses(List<V> shown) {
        var ids = shown.stream().map(PublishedVersion::id).toList();
        var waiting = proposals.waiting(ids);
        var rejected = proposals.rejected(ids);
        return one -> response(one, waiting.get(one.id()), rejected.get(one.id()));
    }

    /**
     * @param withdrawal that waits for a reviewer; null where none does
     * @param rejected the last one, where it was rejected; else null
     */
    private A response(V one, PublicationProposal withdrawal, RejectedCorrection rejected) {
        var actions = new ArrayList<String>();
        if (!one.isWithdrawn()) {
            actions.addAll(
                    withdrawal == null
                            ? own.actions(ReportingAccess.WRITE_PUBLISHED_TABLES, ACTIONS)
                            : proposals.actions(withdrawal));
        }
        if (!one.isWithdrawn() && !one.isPublished()) {
            actions.addAll(own.actions(ReportingAccess.PUBLISH_RESULTS, "publication"));
        }
        return answer(one, read(one), one.isPublished(), withdrawal != null, rejected, actions);
    }

    protected A responseThen(V one, Instant asOf) {
        return answer(one, read(one), one.isPublished(asOf), false, null, List.of());
    }

    private String write(Q stated) {
        try {
            return json.writeValueAsString(stated);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    protected Q read(V version) {
        return read(version.content());
    }

    protected Q read(String written) {
        try {
            // A period is written with its code, which no request has.
            return json.readerFor(content)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(written);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
