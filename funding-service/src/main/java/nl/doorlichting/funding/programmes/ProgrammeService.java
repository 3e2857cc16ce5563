package nl.doorlichting.funding.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import nl.doorlichting.funding.FundingFigures;
import nl.doorlichting.kernel.caller.CurrentCaller;
import nl.doorlichting.kernel.id.Ids;
import nl.doorlichting.kernel.paging.Filter;
import nl.doorlichting.kernel.paging.Page;
import nl.doorlichting.kernel.paging.PageRequest;
import nl.doorlichting.kernel.problem.ProblemException;

@ApplicationScoped
class ProgrammeService {
    private final ProgrammeRepository programmes;
    private final FundingFigures figures;
    private final CurrentCaller caller;
    private final Clock clock;

    ProgrammeService(ProgrammeRepository programmes, FundingFigures figures, CurrentCaller caller, Clock clock) {
        this.programmes = programmes;
        this.figures = figures;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    ProgrammeResponse create(ProgrammeRequest request) {
        programmes.findByCode(request.code()).ifPresent(ProgrammeService::refuseSecond);
        var now = clock.instant();
        var programme = new Programme(Ids.next(now), request, now, caller.get().subject());
        programmes.persist(programme);
        figures.changed();
        return ProgrammeResponse.from(programme);
    }

    private static void refuseSecond(Programme existing) {
        throw ProblemException.alreadyExists(
                "There is a programme with this code.", ProgrammeResource.PATH + "/" + existing.id);
    }

    @Transactional
    Page<ProgrammeResponse> page(Filter filter, PageRequest request) {
        return programmes.page(filter, request).map(ProgrammeResponse::from);
    }

    @Transactional
    ProgrammeResponse get(UUID id) {
        return programmes.findByIdOptional(id).map(ProgrammeResponse::from).orElseThrow(ProblemException::notFound);
    }
}
