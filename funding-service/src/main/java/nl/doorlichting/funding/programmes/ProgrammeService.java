package nl.doorlichting.funding.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.funding.FundingDataSet;
import nl.doorlichting.funding.ImmutableFields;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.texts.Text;

@ApplicationScoped
class ProgrammeService {
    private final ProgrammeRepository programmes;
    private final FundingDataSet dataSet;
    private final CurrentCaller caller;
    private final Clock clock;

    ProgrammeService(ProgrammeRepository programmes, FundingDataSet dataSet, CurrentCaller caller, Clock clock) {
        this.programmes = programmes;
        this.dataSet = dataSet;
        this.caller = caller;
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
        ImmutableFields.refuseChange("/code", programme.code(), changed.code());
        programme.change(changed);
        dataSet.markChanged();
        programmes.flush();
        return shown(programme);
    }

    @Transactional
    Page<ProgrammeResponse> page(Filter filter, PageRequest request) {
        return programmes.page(filter, request).map(this::shown);
    }

    @Transactional
    ProgrammeResponse get(UUID id) {
        return programmes.findByIdOptional(id).map(this::shown).orElseThrow(ProblemException::notFound);
    }

    private ProgrammeResponse shown(Programme programme) {
        return programme.toResponse(caller.get().may(FundingAccess.WRITE_BUDGET) ? List.of("update") : List.of());
    }
}
