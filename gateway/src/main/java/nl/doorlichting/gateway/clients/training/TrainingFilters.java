package nl.doorlichting.gateway.clients.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import nl.doorlichting.domain.training.TrainingDimension;
import nl.doorlichting.domain.training.TrainingQuery;

/** A training query as the query parameters of the service. */
final class TrainingFilters {
    private TrainingFilters() {}

    /** The query parameters, without those that are null. */
    static Map<String, String> of(TrainingQuery query) {
        var filters = new LinkedHashMap<String, String>();
        put(filters, "programme", query.programme());
        put(filters, "from", query.from());
        put(filters, "until", query.until());
        put(filters, "by", query.by().stream().map(TrainingDimension::jsonName).collect(Collectors.joining(",")));
        put(filters, "trainingType", query.trainingType());
        put(filters, "municipality", query.municipality());
        put(filters, "province", query.province());
        put(filters, "targetGroup", query.targetGroup());
        put(filters, "phenomenon", query.phenomenon());
        put(filters, "projectId", query.projectId());
        return filters;
    }

    private static void put(Map<String, String> filters, String name, Object value) {
        if (value != null) {
            filters.put(name, value.toString());
        }
    }
}
