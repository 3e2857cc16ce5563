package nl.doorlichting.gateway.clients;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import nl.doorlichting.domain.effects.EffectDimension;
import nl.doorlichting.domain.effects.EffectQuery;

/** An effect query as the query parameters of a service. */
public final class EffectFilters {
    private EffectFilters() {}

    /** The query parameters, without those that are null. */
    public static Map<String, String> of(EffectQuery query) {
        var filters = new LinkedHashMap<String, String>();
        put(filters, "programme", query.programme());
        put(filters, "from", query.from());
        put(filters, "until", query.until());
        put(filters, "by", dimensions(query));
        put(filters, "actionLine", query.actionLine());
        put(filters, "track", query.track());
        put(filters, "fundingInstrument", query.fundingInstrument());
        put(filters, "interventionType", query.interventionType());
        put(filters, "municipality", query.municipality());
        put(filters, "province", query.province());
        put(filters, "boundaries", query.boundaries());
        return filters;
    }

    private static String dimensions(EffectQuery query) {
        return query.by().stream().sorted().map(EffectDimension::jsonName).collect(Collectors.joining(","));
    }

    private static void put(Map<String, String> filters, String name, Object value) {
        if (value != null) {
            filters.put(name, value.toString());
        }
    }
}
