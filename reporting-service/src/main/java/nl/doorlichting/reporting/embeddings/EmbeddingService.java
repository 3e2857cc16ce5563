package nl.doorlichting.reporting.embeddings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.json.BodyRules;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.ReportingAccess;
import nl.doorlichting.reporting.activity.OwnRecords;
import nl.doorlichting.reporting.activity.PlaceValidator;

/** Records whether results will last, and warns when the latest statement is old. */
@ApplicationScoped
public class EmbeddingService implements BodyRules {
    private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");
    private static final String UPDATE = "update";
    private static final String CORRECTIONS = "corrections";
    private static final String WITHDRAWAL = "withdrawal";

    private final EmbeddingRepository embeddings;
    private final OwnRecords own;
    private final PlaceValidator places;

    EmbeddingService(EmbeddingRepository embeddings, OwnRecords own, PlaceValidator places) {
        this.embeddings = embeddings;
        this.own = own;
        this.places = places;
    }

    @Transactional
    EmbeddingResponse create(EmbeddingRequest request) {
        refuseUnfit(request);
        var now = own.now();
        var embedding = new Embedding(Ids.next(now), request, now, own.subject());
        refuseSecond(embedding.id(), request);
        embeddings.persist(embedding);
        return written(embedding);
    }

    @Transactional
    EmbeddingResponse update(UUID id, String ifMatch, MergePatch patch) {
        var embedding = find(id);
        IfMatch.refuseStale(ifMatch, embedding.etag());
        RecordWithdrawal.refuse(embedding.withdrawal());
        var changed = patch.applyTo(embedding.content(), EmbeddingRequest.class);
        refuseUnfit(changed);
        refuseSecond(id, changed);
        embedding.change(changed);
        return written(embedding);
    }

    @Transactional
    EmbeddingResponse correct(UUID id, MergePatch changes) {
        var embedding = find(id);
        RecordWithdrawal.refuse(embedding.withdrawal());
        var correction = changes.correct(embedding.content(), EmbeddingRequest.class);
        refuseUnfit(correction.record());
        refuseSecond(id, correction.record());
        embedding.correct(correction.record(), own.correction(correction.reason()));
        return written(embedding);
    }

    /** From now on the statement counts nowhere. */
    @Transactional
    EmbeddingResponse withdraw(UUID id, RecordWithdrawalRequest request) {
        var embedding = find(id);
        embedding.withdraw(own.withdrawal(request));
        return written(embedding);
    }

    /** Those that pass the filter and that the caller may see. */
    @Transactional
    public Page<EmbeddingResponse> page(Filter filter, Instant asOf, PageRequest request) {
        own.readPast(asOf);
        var page = embeddings.page(own.narrow(filter), request);
        var latest = embeddings.latest(page.items());
        return page.map(one -> EmbeddingResponse.from(one, latest.contains(one.id()), today(), actions(one)));
    }

    /** All of a programme as recorded at a moment, the first day first, with the warnings of that day. */
    @Transactional
    public List<EmbeddingResponse> statedThen(String programme, Instant asOf) {
        own.readPast(asOf);
        var all = embeddings.ofProgramme(programme);
        var latest = embeddings.latest(all);
        return all.stream()
                .map(one -> EmbeddingResponse.from(
                        one, latest.contains(one.id()), LocalDate.ofInstant(asOf, HERE), List.of()))
                .toList();
    }

    /** As recorded at the moment; as it is for null. */
    @Transactional
    EmbeddingResponse get(UUID id, Instant asOf) {
        own.readPast(asOf);
        return response(find(id));
    }

    // A statement of a day to come would be the latest one until then.
    private void refuseUnfit(EmbeddingRequest request) {
        ProblemException.together(
                () -> places.refuseUnknown(request.place(), "/place"),
                () -> ProblemException.refuse(own.future("/statedOn", request.statedOn())));
    }

    @Override
    public List<Violation> furtherViolations(Record body, String path) {
        return body instanceof EmbeddingRequest embedding ? own.future("/statedOn", embedding.statedOn()) : List.of();
    }

    private Embedding find(UUID id) {
        var embedding = embeddings.findByIdOptional(id).orElseThrow(ProblemException::notFound);
        own.refuseHidden(embedding.activity());
        return embedding;
    }

    private EmbeddingResponse written(Embedding embedding) {
        embeddings.flush();
        embeddings.changed();
        return response(embedding);
    }

    private EmbeddingResponse response(Embedding embedding) {
        var latest = embeddings.latest(List.of(embedding)).contains(embedding.id());
        return EmbeddingResponse.from(embedding, latest, today(), actions(embedding));
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
        return LocalDate.ofInstant(own.now(), HERE);
    }

    private List<String> actions(Embedding embedding) {
        return embedding.withdrawal() == null
                ? own.actions(ReportingAccess.WRITE_INVENTORIES, UPDATE, CORRECTIONS, WITHDRAWAL)
                : List.of();
    }
}
