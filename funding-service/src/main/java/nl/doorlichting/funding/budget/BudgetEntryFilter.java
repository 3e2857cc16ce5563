package nl.doorlichting.funding.budget;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.doorlichting.domain.vocabulary.ReallocationReason;
import nl.doorlichting.platform.lists.Filter;

/**
 * A filter of entries. Null does not filter.
 *
 * @param lineId on this line itself
 * @param under on this line or any beneath it
 * @param kinds of any of these
 */
record BudgetEntryFilter(
        List<String> programme,
        List<UUID> lineId,
        UUID under,
        Integer year,
        List<BudgetEntryKind> kinds,
        String destination,
        List<ReallocationReason> reallocationReason) {

    Filter toFilter(Function<UUID, List<UUID>> linesUnder) {
        var filter = new Filter()
                .equal("programme", programme)
                .equal("lineId", lineId)
                .equal("year", year)
                .equal("destination", destination)
                .equal("reallocationReason", reallocationReason)
                .equal("kind", kinds);
        if (under != null) {
            filter.where("e.lineId in :under", "under", linesUnder.apply(under));
        }
        return filter;
    }
}
