package nl.doorlichting.funding.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import nl.doorlichting.funding.FundingFigures;
import nl.doorlichting.funding.programmes.Programmes;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;

@ApplicationScoped
class BudgetLineService {
    private final BudgetLineRepository lines;
    private final Programmes programmes;
    private final FundingFigures figures;
    private final CurrentCaller caller;
    private final Clock clock;

    BudgetLineService(
            BudgetLineRepository lines,
            Programmes programmes,
            FundingFigures figures,
            CurrentCaller caller,
            Clock clock) {
        this.lines = lines;
        this.programmes = programmes;
        this.figures = figures;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    BudgetLineResponse create(BudgetLineRequest request) {
        programmes.refuseUnknown(request.programme());
        lines.findByNaturalId(request.programme(), request.code()).ifPresent(BudgetLineService::refuseSecond);
        var parent = parentOf(request);
        var now = clock.instant();
        var line =
                new BudgetLine(Ids.next(now), request, parent, now, caller.get().subject());
        lines.persist(line);
        figures.changed();
        return BudgetLineResponse.from(line);
    }

    private static void refuseSecond(BudgetLine existing) {
        throw ProblemException.alreadyExists(
                "The programme has a budget line with this code.", BudgetLineResource.PATH + "/" + existing.id);
    }

    private BudgetLine parentOf(BudgetLineRequest request) {
        if (request.parentId() == null) {
            lines.findRoot(request.programme()).ifPresent(BudgetLineService::refuseSecondRoot);
            return null;
        }
        var parent = lines.findIn(request.programme(), request.parentId())
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.REFERENCE_UNKNOWN,
                        "parentId names no budget line of programme " + request.programme() + "."));
        refuseTooDeep(parent);
        return parent;
    }

    private static void refuseSecondRoot(BudgetLine root) {
        throw ProblemException.of(
                ProblemType.INVALID_STATE,
                "The budget of the programme has a root, " + root.code + ": name a parentId.");
    }

    private static void refuseTooDeep(BudgetLine parent) {
        if (parent.depth == BudgetLine.MAXIMUM_DEPTH) {
            throw ProblemException.of(
                    ProblemType.INVALID_STATE,
                    "A budget has at most " + BudgetLine.MAXIMUM_DEPTH + " levels, and parentId is on the last.");
        }
    }

    @Transactional
    Page<BudgetLineResponse> page(Filter filter, PageRequest request) {
        return lines.page(filter, request).map(BudgetLineResponse::from);
    }

    @Transactional
    BudgetLineResponse get(UUID id) {
        return lines.findByIdOptional(id).map(BudgetLineResponse::from).orElseThrow(ProblemException::notFound);
    }
}
