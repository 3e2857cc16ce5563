package nl.doorlichting.gateway.clients;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import nl.doorlichting.domain.reach.ReachDimension;
import nl.doorlichting.domain.reach.ReachQuery;

/** A reach query as the query parameters of a service. */
public final class ReachFilters {
    private ReachFilters() {}

    /** The query parameters, without those that are null. */
    public static Map<String, String> of(ReachQuery query) {
        var filters = new LinkedHashMap<String, String>();
        put(filters, "programme", query.programme());
        put(filters, "from", query.from());
        put(filters, "until", query.until());
        put(filters, "by", query.by().stream().map(ReachDimension::jsonName).collect(Collectors.joining(",")));
        put(filters, "targetGroup", query.targetGroup());
        put(filters, "track", query.track());
        put(filters, "actionLine", query.actionLine());
        put(filters, "municipality", query.municipality());
        put(filters, "province", query.province());
        put(filters, "boundaries", query.boundaries());
        put(filters, "asOf", query.asOf());
        return filters;
    }

    private static void put(Map<String, String> filters, String name, Object value) {
        if (value != null) {
            filters.put(name, value.toString());
        }
    }
}
