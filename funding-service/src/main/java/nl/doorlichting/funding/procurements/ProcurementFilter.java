package nl.doorlichting.funding.procurements;

import java.util.Locale;
import java.util.UUID;
import nl.doorlichting.platform.lists.Filter;

/**
 * A filter of procurements. Null does not filter.
 *
 * @param q text in tender, winner or reasons, in capitals or not
 */
record ProcurementFilter(String programme, Integer year, String organisationId, UUID projectId, String q) {
    private static final String TEXT = "(lower(e.tender) like :q escape '!' or lower(e.winner) like :q escape '!'"
            + " or lower(e.reasons) like :q escape '!')";

    Filter toFilter() {
        var filter = new Filter()
                .equal("programme", programme)
                .equal("year", year)
                .equal("organisationId", organisationId)
                .equal("projectId", projectId);
        return q == null ? filter : filter.where(TEXT, "q", "%" + literal(q.toLowerCase(Locale.ROOT)) + "%");
    }

    private static String literal(String text) {
        return text.replaceAll("[!%_]", "!$0");
    }
}
