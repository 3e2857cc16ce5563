package nl.doorlichting.gateway.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.doorlichting.domain.claims.ClaimReport;
import nl.doorlichting.domain.claims.ReportMeasure;
import nl.doorlichting.gateway.clients.reporting.StatedClaims.Field;
import nl.doorlichting.gateway.clients.reporting.StatedClaims.Reference;
import org.junit.jupiter.api.Test;

class ClaimedReportTest {
    private static final String PROJECT = "01938f5a-0000-7000-8000-0000000c00aa";

    /** Otherwise it has a row for each project of the programme. */
    @Test
    void limitsReportToProjectOfRow() {
        var parameters = parameters(
                List.of(),
                new Field("source", "INVENTORY"),
                new Field("projectId", PROJECT.toUpperCase()),
                new Field("targetGroup", "OTHER"));

        assertEquals(Map.of("programme", "APR", "by", "targetGroup,projectId", "projectId", PROJECT), parameters);
    }

    @Test
    void limitsReportToOrganisationAndRoundOfRow() {
        var parameters = parameters(
                List.of(),
                new Field("source", "INVENTORY"),
                new Field("organisationId", "GM0988"),
                new Field("roundId", "NOT_STATED"));

        assertEquals("GM0988", parameters.get("organisationId"));
        assertEquals("NOT_STATED", parameters.get("roundId"));
    }

    @Test
    void keepsFilterOfClaim() {
        var parameters = parameters(
                List.of(new Field("organisationId", "GM0988,GM0363")),
                new Field("source", "INVENTORY"),
                new Field("organisationId", "GM0988"));

        assertEquals("GM0988,GM0363", parameters.get("organisationId"));
    }

    private static Map<String, String> parameters(List<Field> filters, Field... row) {
        var reference = new Reference(ClaimReport.REACH, filters, Stream.of(row).toList(), ReportMeasure.REACHED);
        return ClaimedReport.of("APR", reference, null).parameters();
    }
}
