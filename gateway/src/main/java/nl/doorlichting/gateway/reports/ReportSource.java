package nl.doorlichting.gateway.reports;

import nl.doorlichting.gateway.contract.Service;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A service that a report was made from.
 *
 * @param service name of the service, such as reporting-service
 * @param status whether the service answered
 * @param revision revision of its figures: a text to compare, not to read, that differs after every change; null where
 *     it did not answer, of reporting-service in a dossier, whose lists have no common one, of funding-service in a dossier
 *     without money, and in an answer that is made of several reports, each with its own
 */
public record ReportSource(
        String service,
        Status status,
        @Schema(nullable = true) String revision) {

    /** Whether the service answered. */
    @Schema(name = "ReportSourceStatus")
    public enum Status {
        /** It answered, and its figures are in the report. */
        OK,
        /** It did not answer, and its figures are missing. */
        UNAVAILABLE
    }

    /** A service that answered from this revision of its figures. */
    public static ReportSource answered(Service service, String revision) {
        return new ReportSource(service.jsonName(), Status.OK, revision);
    }

    /** A service that did not answer. */
    public static ReportSource unavailable(Service service) {
        return new ReportSource(service.jsonName(), Status.UNAVAILABLE, null);
    }
}
