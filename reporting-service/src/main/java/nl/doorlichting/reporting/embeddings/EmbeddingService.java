package nl.doorlichting.reporting.embeddings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.json.BodyRules;
import nl.doorlichting.platform.json.StrictJson;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.platform.time.DutchCalendar;
import nl.doorlichting.reporting.ReportingAccess;
import nl.doorlichting.reporting.activity.CorrectionProposals;
import nl.doorlichting.reporting.activity.CorrectionRejectionRequest;
import nl.doorlichting.reporting.activity.OwnRecords;
import nl.doorlichting.reporting.activity.PlaceValidator;
import nl.doorlichting.reporting.activity.ReviewState;
import nl.doorlichting.reporting.inventoryreports.InventoryReports;
import nl.doorlichting.reporting.publication.PublicationProposal;
import nl.doorlichting.reporting.publication.ReviewedChanges;

/** Records whether results will last, and warns when the latest statement is old. */
@ApplicationScoped
public class EmbeddingService implements BodyRules {
    private static final String UPDATE = "update";
    private static final String CORRECTIONS = "corrections";
    private static final String WITHDRAWAL = "withdrawal";

    private final EmbeddingRepository embeddings;
    private final OwnRecords own;
    private final PlaceValidator places;
    private final InventoryReports reports;
    private final ReviewedChanges changes;

    EmbeddingService(
            EmbeddingRepository embeddings,
            OwnRecords own,
            PlaceValidator places,
            InventoryReports reports,
            ReviewedChanges changes) {
        this.embeddings = embeddings;
        this.own = own;
        this.places = places;
        this.reports = reports;
        this.changes = changes;
    }

    /** Of a project that the catalogue shows the statement waits for a reviewer. */
    @Transactional
    EmbeddingResponse create(EmbeddingRequest request) {
        var now = own.now();
        var embedding = new Embedding(Ids.next(now), request, now, own.subject());
        refuseUnfit(embedding.id(), request);
        if (isPublic(request)) {
            embedding.review(ReviewState.AWAITED);
        }
        embeddings.persist(embedding);
        return written(embedding);
    }

    @Transactional
    EmbeddingResponse update(UUID id, String ifMatch, MergePatch patch) {
        var embedding = find(id);
        IfMatch.refuseStale(ifMatch, embedding.etag());
        RecordWithdrawal.refuse(embedding.withdrawal());
        var content = embedding.content();
        var changed = patch.applyTo(content, EmbeddingRequest.class);
        refuseUnfit(id, changed);
        if (embedding.awaitsReview() || isPublic(content) || isPublic(changed)) {
            throw ProblemException.invalidState(Text.of("embedding.project-public"), List.of(CORRECTIONS, WITHDRAWAL));
        }
        if (StrictJson.isUnchanged(content, changed)) {
            return responses(List.of(embedding)).apply(embedding);
        }
        embedding.state(changed);
        return written(embedding);
    }

    /** Of a project that the catalogue shows the correction waits for a reviewer, also when it would move the statement there. */
    @Transactional
    EmbeddingResponse correct(UUID id, MergePatch patch) {
        var embedding = lock(id);
        changes.correct(embedding, patch, this::isPublic, corrected -> refuseUnfit(id, corrected));
        return written(embedding);
    }

    /** From now on the statement counts nowhere. Of a project that the catalogue shows this waits for a reviewer. */
    @Transactional
    EmbeddingResponse withdraw(UUID id, RecordWithdrawalRequest request) {
        var embedding = lock(id);
        changes.withdraw(embedding, request, this::isPublic);
        return written(embedding);
    }

    /** Approves the statement that waits, its correction or its withdrawal; 403 for the caller that wrote it. */
    @Transactional
    EmbeddingResponse approveCorrection(UUID id) {
        var embedding = lock(id);
        changes.approve(embedding, corrected -> refuseUnfit(id, corrected));
        return written(embedding);
    }

    /** Leaves the statement as it is; one that waits for its first review is withdrawn. */
    @Transactional
    EmbeddingResponse rejectCorrection(UUID id, CorrectionRejectionRequest request) {
        var embedding = lock(id);
        changes.reject(embedding, request);
        return written(embedding);
    }

    /** The statement as it is when what waits is approved; 404 when nothing does. */
    @Transactional
    EmbeddingResponse pendingCorrection(UUID id) {
        var embedding = find(id);
        var shown = responses(List.of(embedding));
        embeddings.getEntityManager().detach(embedding);
        changes.show(embedding);
        return shown.apply(embedding);
    }

    /** The filter, and only statements that wait, or of which a correction or a withdrawal does. */
    Filter correctionPending(Filter filter, Boolean only) {
        var waits = CorrectionProposals.waits(PublicationProposal.class, "p.recordId = e.id");
        return CorrectionProposals.narrow(
                filter, only, own.readsProposals(), "e.review.awaitsReview = true or " + waits);
    }

    private boolean isPublic(EmbeddingRequest stated) {
        return stated.projectId() != null
                && !reports.published(List.of(stated.projectId())).isEmpty();
    }

    /** Those that pass the filter and that the caller may see. */
    @Transactional
    public Page<EmbeddingResponse> page(Filter filter, Instant asOf, PageRequest request) {
        own.readPast(asOf);
        var page = embeddings.page(own.narrow(filter), request);
        return page.map(responses(page.items()));
    }

    /** All of a programme as recorded at a moment, the first day first, with the warnings of that day. */
    @Transactional
    public List<EmbeddingResponse> statedThen(String programme, Instant asOf) {
        own.readPast(asOf);
        var all = embeddings.ofProgramme(programme);
        var latest = embeddings.latest(all);
        return all.stream()
                .map(one -> EmbeddingResponse.from(
                        one, latest.contains(one.id()), DutchCalendar.dayOf(asOf), false, null, List.of()))
                .toList();
    }

    /** As recorded at the moment; as it is for null. */
    @Transactional
    EmbeddingResponse get(UUID id, Instant asOf) {
        own.readPast(asOf);
        var found = find(id);
        return responses(List.of(found)).apply(found);
    }

    private void refuseUnfit(UUID self, EmbeddingRequest request) {
        refuseMisfits(request);
        refuseSecond(self, request);
    }

    // A statement of a day to come would be the latest one until then.
    private void refuseMisfits(EmbeddingRequest request) {
        ProblemException.together(
                () -> places.refuseUnknown(request.place(), "/place"),
                () -> ProblemException.refuse(own.future("/statedOn", request.statedOn())));
    }

    @Override
    public List<Violation> furtherViolations(Record body, String path) {
        return body instanceof EmbeddingRequest embedding
                ? ProblemException.noted(() -> refuseMisfits(embedding))
                : List.of();
    }

    private Embedding lock(UUID id) {
        return embeddings.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(ProblemException::notFound);
    }

    private Embedding find(UUID id) {
        var embedding = embeddings.findByIdOptional(id).orElseThrow(ProblemException::notFound);
        own.refuseHidden(embedding.activity());
        return embedding;
    }

    private EmbeddingResponse written(Embedding embedding) {
        embeddings.flush();
        embeddings.changed();
        return responses(List.of(embedding)).apply(embedding);
    }

    /** The answers for these statements, with one query for each thing that all of them need. */
    private Function<Embedding, EmbeddingResponse> responses(List<Embedding> shown) {
        var latest = embeddings.latest(shown);
        var waiting = changes.waiting(shown);
        var rejected = changes.rejected(shown);
        var projects = shown.stream()
                .map(one -> one.activity().projectId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var published = own.readsPast() ? Set.<UUID>of() : reports.published(projects);
        return one -> {
            var proposal = waiting.get(one.id());
            var allowed = new ArrayList<>(changes.actions(one, proposal));
            var project = one.activity().projectId();
            if (one.withdrawal() == null && !one.awaitsReview() && (project == null || !published.contains(project))) {
                allowed.addAll(0, own.actions(ReportingAccess.WRITE_INVENTORIES, UPDATE));
            }
            return EmbeddingResponse.from(
                    one, latest.contains(one.id()), today(), proposal != null, rejected.get(one.id()), allowed);
        };
    }

    private void refuseSecond(UUID self, EmbeddingRequest request) {
        embeddings
                .findByNaturalId(request)
                .filter(existing -> !existing.id().equals(self))
                .ifPresent(existing -> {
                    throw ProblemException.alreadyExists(
                            Text.of("embedding.day-taken"), EmbeddingResource.PATH + "/" + existing.id());
                });
    }

    private LocalDate today() {
        return DutchCalendar.dayOf(own.now());
    }
}
