package nl.doorlichting.funding.budgetstatistics;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.ReallocationReason;
import nl.doorlichting.funding.budget.BudgetEntryKind;
import nl.doorlichting.funding.budget.BudgetEntryStatus;

/** The paths of the entries behind each cell, to check a figure by: those that were booked by the same moment. */
final class EntryLinks {
    private static final BudgetEntryKind[] SPENDABLE = {BudgetEntryKind.BUDGETED, BudgetEntryKind.REALLOCATION};
    private static final BudgetEntryKind[] LEFT = {
        BudgetEntryKind.BUDGETED, BudgetEntryKind.REALLOCATION, BudgetEntryKind.DISBURSEMENT
    };

    private static final BudgetEntryKind[] AVAILABLE = {
        BudgetEntryKind.BUDGETED, BudgetEntryKind.REALLOCATION, BudgetEntryKind.COMMITMENT
    };

    private final String list;
    private final String booked;

    /** As recorded then; as it is now if the moment is null. */
    EntryLinks(String programme, Instant asOf) {
        list = "/v1/budget-entries?programme=" + encoded(programme);
        booked = asOf == null ? "&status=" + BudgetEntryStatus.BOOKED : "&asOf=" + encoded(asOf.toString());
    }

    /** Those of a line with all beneath it; of all years when the year is null. */
    BudgetStatisticsResponse.Links of(UUID line, Integer year, Amounts amounts, boolean spendableKnown) {
        var cell = list + "&under=" + line + ofYear(year);
        return new BudgetStatisticsResponse.Links(
                amounts.budgeted() == null ? null : cell + ofKinds(BudgetEntryKind.BUDGETED),
                !spendableKnown || amounts.reallocated() == null ? null : cell + ofKinds(BudgetEntryKind.REALLOCATION),
                !spendableKnown || amounts.spendable() == null ? null : cell + ofKinds(SPENDABLE),
                amounts.committed() == null ? null : cell + ofKinds(BudgetEntryKind.COMMITMENT),
                !spendableKnown || amounts.available() == null ? null : cell + ofKinds(AVAILABLE),
                amounts.disbursed() == null ? null : cell + ofKinds(BudgetEntryKind.DISBURSEMENT),
                !spendableKnown || amounts.left() == null ? null : cell + ofKinds(LEFT));
    }

    String reallocated(String destination, ReallocationReason reason, Integer year) {
        return list + "&destination=" + encoded(destination) + "&reallocationReason=" + reason + ofYear(year)
                + ofKinds(BudgetEntryKind.REALLOCATION);
    }

    private static String ofYear(Integer year) {
        return year == null ? "" : "&year=" + year;
    }

    private String ofKinds(BudgetEntryKind... kinds) {
        var names = Arrays.stream(kinds).map(Enum::name).toList();
        return "&kind=" + String.join(",", names) + booked;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
