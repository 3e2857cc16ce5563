package nl.doorlichting.funding.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.funding.FundingDataSet;
import nl.doorlichting.funding.ImmutableFields;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.json.StrictJson;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.records.RecordedPast;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.texts.Text;

@ApplicationScoped
class ProgrammeService {
    private final ProgrammeRepository programmes;
    private final FundingDataSet dataSet;
    private final CurrentCaller caller;
    private final RecordedPast past;
    private final Clock clock;

    ProgrammeService(
            ProgrammeRepository programmes,
            FundingDataSet dataSet,
            CurrentCaller caller,
            RecordedPast past,
            Clock clock) {
        this.programmes = programmes;
        this.dataSet = dataSet;
        this.caller = caller;
        this.past = past;
        this.clock = clock;
    }

    @Transactional
    ProgrammeResponse create(ProgrammeRequest request) {
        programmes.findByNaturalId(request.code()).ifPresent(ProgrammeService::refuseSecond);
        var now = clock.instant();
        var programme = new Programme(Ids.next(now), request, now, caller.get().subject());
        programmes.persist(programme);
        dataSet.markChanged();
        return shown(programme);
    }

    private static void refuseSecond(Programme existing) {
        throw ProblemException.alreadyExists(
                Text.of("programme.code-taken"), ProgrammeResource.PATH + "/" + existing.id());
    }

    @Transactional
    ProgrammeResponse change(UUID id, String ifMatch, MergePatch patch) {
        var programme =
                programmes.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(ProblemException::notFound);
        IfMatch.refuseStale(ifMatch, programme.etag());
        var changed = patch.applyTo(programme.toRequest(), ProgrammeRequest.class);
        ProblemException.together(
                () -> ImmutableFields.refuseChange("/code", programme.code(), changed.code()),
                () -> refuseTooShort(programme, changed.period()));
        if (!StrictJson.isUnchanged(programme.toRequest(), changed)) {
            programme.change(changed);
            dataSet.markChanged();
            programmes.flush();
        }
        return shown(programme);
    }

    /** Refuses a period without days that awards, payments or entries have now. */
    private void refuseTooShort(Programme programme, Period changed) {
        var before = programme.period();
        if (!changed.from().isAfter(before.from()) && !changed.until().isBefore(before.until())) {
            return;
        }
        var used = programmes.used(programme.code(), before);
        var violations = new ArrayList<Violation>();
        if (used.from() != null && changed.from().isAfter(used.from())) {
            violations.add(Violation.body(
                    "/period/from",
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("maximum", used.from().toString()),
                    Text.of("programme.begins-after-used", used.from())));
        }
        if (used.until() != null && changed.until().isBefore(used.until())) {
            violations.add(Violation.body(
                    "/period/until",
                    ViolationCode.OUT_OF_RANGE,
                    Map.of("minimum", used.until().toString()),
                    Text.of("programme.ends-before-used", used.until())));
        }
        ProblemException.refuse(violations);
    }

    @Transactional
    Page<ProgrammeResponse> page(Filter filter, Instant asOf, PageRequest request) {
        past.read(asOf);
        return programmes.page(filter, request).map(this::shown);
    }

    @Transactional
    ProgrammeResponse get(UUID id, Instant asOf) {
        past.read(asOf);
        return programmes.findByIdOptional(id).map(this::shown).orElseThrow(ProblemException::notFound);
    }

    private ProgrammeResponse shown(Programme programme) {
        return programme.toResponse(
                caller.get().may(FundingAccess.WRITE_BUDGET) && !past.isRead() ? List.of("update") : List.of());
    }
}
