package nl.doorlichting.funding.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.funding.FundingDataSet;
import nl.doorlichting.funding.PerformedBy;
import nl.doorlichting.funding.programmes.Programmes;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.json.BodyRules;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.texts.Text;

@ApplicationScoped
class BudgetLineService implements BodyRules {
    private static final int LONGEST_PROGRAMME = 40;

    private final BudgetLineRepository lines;
    private final Programmes programmes;
    private final FundingDataSet dataSet;
    private final CurrentCaller caller;
    private final Clock clock;

    BudgetLineService(
            BudgetLineRepository lines,
            Programmes programmes,
            FundingDataSet dataSet,
            CurrentCaller caller,
            Clock clock) {
        this.lines = lines;
        this.programmes = programmes;
        this.dataSet = dataSet;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    BudgetLineResponse create(BudgetLineRequest request) {
        ProblemException.together(checks(request));
        lines.findByNaturalId(request.programme(), request.code()).ifPresent(BudgetLineService::refuseSecond);
        var by = new PerformedBy(caller.get().subject(), clock.instant());
        var line = new BudgetLine(request, parentOf(request), by);
        lines.persist(line);
        dataSet.markChanged();
        return line.toResponse();
    }

    /** What else is wrong with a line that is refused for its form. */
    @Override
    @Transactional
    public List<Violation> furtherViolations(Record body, String path) {
        // The refusals would repeat a longer programme.
        return body instanceof BudgetLineRequest request
                        && request.programme() != null
                        && request.programme().length() <= LONGEST_PROGRAMME
                ? ProblemException.noted(checks(request))
                : List.of();
    }

    private Runnable[] checks(BudgetLineRequest request) {
        return new Runnable[] {
            () -> programmes.refuseUnknown(request.programme()),
            () -> {
                if (request.parentId() != null) {
                    lines.require(request.programme(), request.parentId(), "parentId");
                }
            }
        };
    }

    private static void refuseSecond(BudgetLine existing) {
        throw ProblemException.alreadyExists(
                Text.of("budget-line.code-taken"), BudgetLineResource.PATH + "/" + existing.id());
    }

    private BudgetLine parentOf(BudgetLineRequest request) {
        if (request.parentId() == null) {
            lines.findRoot(request.programme()).ifPresent(BudgetLineService::refuseSecondRoot);
            return null;
        }
        return lines.require(request.programme(), request.parentId(), "parentId");
    }

    private static void refuseSecondRoot(BudgetLine root) {
        throw ProblemException.invalidState(Text.of("budget-line.root-taken", root.code()), List.of());
    }

    @Transactional
    Page<BudgetLineResponse> page(Filter filter, PageRequest request) {
        return lines.page(filter, request).map(BudgetLine::toResponse);
    }

    @Transactional
    BudgetLineResponse get(UUID id) {
        return lines.findByIdOptional(id).map(BudgetLine::toResponse).orElseThrow(ProblemException::notFound);
    }
}
