package nl.doorlichting.gateway.reports;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        /** It did not answer, and what it has is missing: its figures, or whether what was asked for exists. */
        UNAVAILABLE
    }

    /** A service that answered from this revision of its figures. */
    public static ReportSource answered(Service service, String revision) {
        return new ReportSource(service.jsonName(), Status.OK, revision);
    }

    /** These with services that did not answer whether what was asked for exists. */
    public static List<ReportSource> without(Set<Service> missing, List<ReportSource> sources) {
        var names = missing.stream().map(Service::jsonName).collect(Collectors.toSet());
        return Stream.concat(
                        sources.stream().filter(source -> !names.contains(source.service())),
                        missing.stream().sorted().map(ReportSource::unavailable))
                .toList();
    }

    /** A service that did not answer. */
    public static ReportSource unavailable(Service service) {
        return new ReportSource(service.jsonName(), Status.UNAVAILABLE, null);
    }
}
