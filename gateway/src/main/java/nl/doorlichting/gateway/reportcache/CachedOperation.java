package nl.doorlichting.gateway.reportcache;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.doorlichting.gateway.GatewayAccess;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.caller.Caller;
import nl.doorlichting.platform.lists.CsvExport;

/**
 * An operation whose answers are kept, and the data set of each service that they are made from. Whether a reference is
 * known is asked of other services too, but what is known once stays known, and an answer that lacks one of theirs is not
 * kept.
 */
enum CachedOperation {
    REACH(
            "/v1/reports/reach",
            GatewayAccess.READ_REPORTS,
            Map.of(Service.REPORTING, "reach", Service.TRAINING, "training")),
    EFFECTS(
            "/v1/reports/effects",
            GatewayAccess.READ_REPORTS,
            Map.of(Service.REPORTING, "effects", Service.TRAINING, "training")),
    TRAINING("/v1/reports/training", GatewayAccess.READ_REPORTS, Map.of(Service.TRAINING, "training")),
    FINANCES("/v1/reports/finances", GatewayAccess.READ_BUDGET, Map.of(Service.FUNDING, "funding"));

    private final String path;
    private final String rule;
    private final Map<Service, String> dataSets;

    CachedOperation(String path, String rule, Map<Service, String> dataSets) {
        this.path = path;
        this.rule = rule;
        this.dataSets = new TreeMap<>(dataSets);
    }

    /** The operation of this path, or of its table. */
    static Optional<CachedOperation> of(String path) {
        return Arrays.stream(values())
                .filter(operation -> path.equals(operation.path) || path.equals(operation.path + CsvExport.PATH))
                .findFirst();
    }

    /** Whether it answers this caller from what is recorded now. To others it gives releases, or nothing. */
    boolean isAllowedTo(Caller caller) {
        return AccessRule.named(rule).allows(caller.roles());
    }

    /** The services that its answers are made from. */
    List<Service> services() {
        return List.copyOf(dataSets.keySet());
    }

    /** The name of the data set of this service. */
    String dataSetOf(Service service) {
        return dataSets.get(service);
    }
}
