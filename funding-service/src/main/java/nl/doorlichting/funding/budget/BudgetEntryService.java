package nl.doorlichting.funding.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.funding.PerformedBy;
import nl.doorlichting.funding.programmes.Programmes;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.json.BodyRules;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.texts.Text;

@ApplicationScoped
class BudgetEntryService implements BodyRules {
    private static final int LONGEST_PROGRAMME = 40;

    private final BudgetEntryRepository entries;
    private final BudgetLineRepository lines;
    private final BudgetTotals totals;
    private final Programmes programmes;
    private final BudgetLedger ledger;
    private final CurrentCaller caller;
    private final Clock clock;

    BudgetEntryService(
            BudgetEntryRepository entries,
            BudgetLineRepository lines,
            BudgetTotals totals,
            Programmes programmes,
            BudgetLedger ledger,
            CurrentCaller caller,
            Clock clock) {
        this.entries = entries;
        this.lines = lines;
        this.totals = totals;
        this.programmes = programmes;
        this.ledger = ledger;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    BudgetEntryResponse create(BudgetEntryRequest request) {
        ProblemException.together(
                () -> programmes.refuseUnknown(request.programme()),
                () -> refuseOtherYear(request),
                () -> lines.require(request.programme(), request.lineId(), "lineId"),
                () -> refuseUnknownCorrected(request));
        // Corrections of one entry queue on its line: two at once could take back more than there is.
        totals.lock(request.lineId(), request.corrects() != null);
        entries.findByReference(request.programme(), request.reference()).ifPresent(existing -> {
            throw ProblemException.alreadyExists(
                    Text.of("budget-entry.reference-taken"), BudgetEntryResource.PATH + "/" + existing.id());
        });
        refuseWrongCorrection(request);
        // After the checks, which hold the ceilings: in the order of booking, ids and moments go up.
        var entry = new BudgetEntry(request, now());
        ledger.enter(entry);
        return shown(entry);
    }

    // What was booked in such a year before there was this rule can still be taken back.
    private void refuseOtherYear(BudgetEntryRequest request) {
        var violations = new ArrayList<Violation>();
        if (request.corrects() == null) {
            programmes.checkYear(request.programme(), request.year(), violations);
        }
        ProblemException.refuse(violations);
    }

    // Not read here: it is read under the lock of its line.
    private void refuseUnknownCorrected(BudgetEntryRequest request) {
        if (request.corrects() != null && entries.lineOf(request.corrects()).isEmpty()) {
            throw ProblemException.unknownReference(
                    "/corrects", request.corrects(), Text.of("budget-entry.corrects-unknown"));
        }
    }

    /** What else is wrong with an entry that is refused for its form: any field of it can be null. */
    @Override
    @Transactional
    public List<Violation> furtherViolations(Record body, String path) {
        if (!(body instanceof BudgetEntryRequest request)
                || request.programme() == null
                || request.programme().length() > LONGEST_PROGRAMME) {
            // The refusals would repeat a longer one.
            return List.of();
        }
        var violations = new ArrayList<Violation>();
        ProblemException.note(violations, () -> programmes.refuseUnknown(request.programme()));
        ProblemException.note(violations, () -> refuseOtherYear(request));
        if (request.lineId() != null) {
            ProblemException.note(violations, () -> lines.require(request.programme(), request.lineId(), "lineId"));
        }
        ProblemException.note(violations, () -> refuseUnknownCorrected(request));
        return violations;
    }

    private void refuseWrongCorrection(BudgetEntryRequest request) {
        if (request.corrects() != null) {
            entries.findById(request.corrects()).refuseCorrection(request, entries.corrected(request.corrects()));
        }
    }

    @Transactional
    Page<BudgetEntryResponse> page(BudgetEntryFilter filter, PageRequest request) {
        return entries.page(filter.toFilter(entries::linesUnder, entries::ofProject), request)
                .map(this::shown);
    }

    @Transactional
    BudgetEntryResponse get(UUID id) {
        return entries.findByIdOptional(id).map(this::shown).orElseThrow(ProblemException::notFound);
    }

    @Transactional
    BudgetEntryResponse release(UUID id) {
        var entry = held(id);
        entry.release(caller.get(), now());
        ledger.bookHeld(entry);
        return stored(entry);
    }

    @Transactional
    BudgetEntryResponse cancel(UUID id, DisbursementCancellationRequest request) {
        var entry = held(id);
        entry.cancel(request.reason(), now());
        ledger.free(entry);
        return stored(entry);
    }

    /** The entry, as it is under the lock of its line and the ceilings above. */
    private BudgetEntry held(UUID id) {
        totals.lock(entries.lineOf(id).orElseThrow(ProblemException::notFound), true);
        return entries.findById(id);
    }

    private BudgetEntryResponse stored(BudgetEntry entry) {
        entries.flush();
        return shown(entry);
    }

    private BudgetEntryResponse shown(BudgetEntry entry) {
        return entry.toResponse(caller.get());
    }

    private PerformedBy now() {
        return new PerformedBy(caller.get().subject(), clock.instant());
    }
}
