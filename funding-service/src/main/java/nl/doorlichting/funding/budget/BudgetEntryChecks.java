package nl.doorlichting.funding.budget;

import jakarta.enterprise.context.ApplicationScoped;
import nl.doorlichting.funding.programmes.Programmes;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;

/** Whether a new entry fits what is stored. Holds the ceilings above its line from the first question on. */
@ApplicationScoped
class BudgetEntryChecks {
    private final BudgetEntryRepository entries;
    private final BudgetLineRepository lines;
    private final BudgetCeilings ceilings;
    private final Programmes programmes;

    BudgetEntryChecks(
            BudgetEntryRepository entries, BudgetLineRepository lines, BudgetCeilings ceilings, Programmes programmes) {
        this.entries = entries;
        this.lines = lines;
        this.ceilings = ceilings;
        this.programmes = programmes;
    }

    void refuse(BudgetEntryRequest request) {
        programmes.refuseUnknown(request.programme());
        refuseForeignLine(request);
        // Corrections of one entry queue on its line: two at once could take back more than there is.
        ceilings.lock(request.lineId(), request.corrects() != null);
        entries.findByReference(request.programme(), request.reference()).ifPresent(BudgetEntryChecks::refuseSecond);
        refuseWrongCorrection(request);
    }

    private void refuseForeignLine(BudgetEntryRequest request) {
        if (lines.findIn(request.programme(), request.lineId()).isEmpty()) {
            throw ProblemException.of(
                    ProblemType.REFERENCE_UNKNOWN,
                    "lineId names no budget line of programme " + request.programme() + ".");
        }
    }

    private static void refuseSecond(BudgetEntry existing) {
        throw ProblemException.alreadyExists(
                "The programme has a budget entry with this reference.", BudgetEntryResource.PATH + "/" + existing.id);
    }

    private void refuseWrongCorrection(BudgetEntryRequest request) {
        if (request.corrects() == null) {
            return;
        }
        var original = entries.findByIdOptional(request.corrects())
                .orElseThrow(
                        () -> ProblemException.of(ProblemType.REFERENCE_UNKNOWN, "corrects names no budget entry."));
        refuseAwardsOwn(original);
        new Correction(original, entries.corrected(original.id))
                .refusal(request)
                .ifPresent(reason -> {
                    throw ProblemException.of(ProblemType.INVALID_STATE, reason);
                });
    }

    // What an award promises changes with the award; a payment that came back is the manager's to book.
    private static void refuseAwardsOwn(BudgetEntry original) {
        if (original.awardId != null && original.kind == BudgetEntryKind.COMMITMENT) {
            throw ProblemException.of(
                    ProblemType.INVALID_STATE,
                    "The entry is what award " + original.awardId + " promises: amend, settle or revoke the award.");
        }
    }
}
