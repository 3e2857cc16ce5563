package nl.doorlichting.training.trainingtypes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.doorlichting.api.codelists.Codelist;
import nl.doorlichting.api.codelists.CodelistValue;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.json.StrictJson;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.records.RecordedPast;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.training.TrainingDataSet;

@ApplicationScoped
class TrainingTypeService {
    private static final String CODELIST = "training-types";

    private final TrainingTypeRepository types;
    private final TrainingDataSet dataSet;
    private final RecordedPast past;
    private final CurrentCaller caller;
    private final Clock clock;

    TrainingTypeService(
            TrainingTypeRepository types,
            TrainingDataSet dataSet,
            RecordedPast past,
            CurrentCaller caller,
            Clock clock) {
        this.types = types;
        this.dataSet = dataSet;
        this.past = past;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    TrainingTypeResponse create(TrainingTypeRequest request) {
        types.findByNaturalId(request.code()).ifPresent(TrainingTypeService::refuseDuplicate);
        var now = clock.instant();
        var type = new TrainingType(Ids.next(now), request, now, caller.get().subject());
        types.persist(type);
        dataSet.markChanged();
        return response(type);
    }

    @Transactional
    TrainingTypeResponse change(UUID id, String ifMatch, MergePatch patch) {
        var type = types.get(id);
        IfMatch.refuseStale(ifMatch, type.etag());
        var before = type.toRequest();
        type.change(patch.applyTo(before, TrainingTypeRequest.class));
        if (!StrictJson.isUnchanged(before, type.toRequest())) {
            types.flush();
            dataSet.markChanged();
        }
        return response(type);
    }

    private static void refuseDuplicate(TrainingType existing) {
        throw ProblemException.alreadyExists(
                Text.of("training-type.code-taken"), TrainingTypeResource.PATH + "/" + existing.id());
    }

    @Transactional
    Page<TrainingTypeResponse> page(Instant asOf, PageRequest request) {
        past.read(asOf);
        return types.page(request).map(this::response);
    }

    /** As recorded at the moment; as it is for null. */
    @Transactional
    TrainingTypeResponse get(UUID id, Instant asOf) {
        past.read(asOf);
        return response(types.get(id));
    }

    private TrainingTypeResponse response(TrainingType type) {
        return type.toResponse(!past.isRead());
    }

    @Transactional
    Codelist codelist() {
        return new Codelist(CODELIST, numbered(types.inOrder()));
    }

    private static List<CodelistValue> numbered(List<TrainingType> inOrder) {
        return IntStream.range(0, inOrder.size())
                .mapToObj(i -> inOrder.get(i).toCodelistValue(i + 1))
                .toList();
    }
}
