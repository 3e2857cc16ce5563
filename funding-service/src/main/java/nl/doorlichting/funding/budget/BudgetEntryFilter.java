package nl.doorlichting.funding.budget;

import java.time.Instant;
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
 * @param projectId of awards of this project, with all corrections of these
 * @param kinds of any of these
 * @param status of any of these
 * @param asOf only those that were booked by this moment
 */
record BudgetEntryFilter(
        List<String> programme,
        List<UUID> lineId,
        UUID under,
        UUID projectId,
        List<Integer> year,
        List<BudgetEntryKind> kinds,
        String destination,
        List<ReallocationReason> reallocationReason,
        List<BudgetEntryStatus> status,
        Instant asOf) {

    Filter toFilter(Function<UUID, List<UUID>> linesUnder, Function<UUID, List<UUID>> entriesOf) {
        var filter = new Filter()
                .equal("programme", programme)
                .equal("lineId", lineId)
                .equal("year", year)
                .equal("destination", destination)
                .equal("reallocationReason", reallocationReason)
                .equal("kind", kinds)
                .equal("status", status);
        if (asOf != null) {
            filter.where("e.status = BOOKED and coalesce(e.endedAt, e.createdAt) <= :asOf", "asOf", asOf);
        }
        if (under != null) {
            filter.where("e.lineId in :under", "under", linesUnder.apply(under));
        }
        if (projectId != null) {
            filter.where("e.id in :ofProject", "ofProject", entriesOf.apply(projectId));
        }
        return filter;
    }
}
