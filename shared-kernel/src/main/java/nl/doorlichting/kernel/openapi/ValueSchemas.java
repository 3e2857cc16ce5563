package nl.doorlichting.kernel.openapi;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Schemas of periods, places and sums. A period and a place are asked for with less than they are answered with, so
 * that requests refer to schemas of their own.
 */
final class ValueSchemas {
    private static final String PREFIX = "#/components/schemas/";
    private static final String PERIOD = "Period";
    private static final String PLACE = "Place";
    private static final String SUM = "AggregatedQuantity";
    private static final String REQUEST = "Request";

    private ValueSchemas() {}

    static void define(Components components) {
        defineWithRequest(components, PERIOD, period(), periodRequest());
        defineWithRequest(components, PLACE, place(), placeRequest());
        if (components.getSchemas().containsKey(SUM)) {
            components.addSchema(SUM, sum());
        }
    }

    private static void defineWithRequest(Components components, String name, Schema answer, Schema request) {
        if (!components.getSchemas().containsKey(name)) {
            return;
        }
        components.addSchema(name, answer);
        if (referFromRequests(components, name)) {
            components.addSchema(name + REQUEST, request);
        }
    }

    private static boolean referFromRequests(Components components, String name) {
        var referring = components.getSchemas().entrySet().stream()
                .filter(schema -> schema.getKey().endsWith(REQUEST))
                .map(Map.Entry::getValue)
                .filter(schema -> schema.getProperties() != null)
                .flatMap(schema -> schema.getProperties().values().stream())
                .filter(property -> (PREFIX + name).equals(property.getRef()))
                .toList();
        referring.forEach(property -> property.setRef(PREFIX + name + REQUEST));
        return !referring.isEmpty();
    }

    private static Schema period() {
        return KernelSchemas.object("Days a figure is about")
                .addProperty("code", KernelSchemas.text("2010, 2007-2009, or date/date"))
                .addProperty("from", day("First day"))
                .addProperty("until", day("First day after it"))
                .required(List.of("code", "from", "until"));
    }

    private static Schema periodRequest() {
        return KernelSchemas.object("Days a figure is about")
                .addProperty("from", day("First day"))
                .addProperty("until", day("First day after it"))
                .required(List.of("from", "until"))
                .additionalPropertiesSchema(KernelSchemas.nothing());
    }

    private static Schema place() {
        return KernelSchemas.object("Where something was")
                .addProperty("scope", OASFactory.createSchema().ref("PlaceScope"))
                .addProperty("municipalities", codes())
                .addProperty("subArea", nullable(KernelSchemas.text("Part of a municipality, region or country")))
                .addProperty("country", nullable(KernelSchemas.text("ISO 3166-1 alpha-2")))
                .required(List.of("scope", "municipalities", "subArea", "country"));
    }

    private static Schema placeRequest() {
        return KernelSchemas.object("Where something was; MUNICIPAL and SUB_MUNICIPAL name their municipalities")
                .addProperty("scope", OASFactory.createSchema().ref("PlaceScope"))
                .addProperty("municipalities", codes())
                .addProperty("subArea", KernelSchemas.text("Part of a municipality, region or country"))
                .addProperty("country", KernelSchemas.text("ISO 3166-1 alpha-2"))
                .required(List.of("scope"))
                .additionalPropertiesSchema(KernelSchemas.nothing());
    }

    private static Schema sum() {
        return KernelSchemas.object("What counts add up to; bounds are worst case, not confidence intervals")
                .addProperty("best", nullable(count("Best estimate; null when nothing could be added")))
                .addProperty("lowest", nullable(count("Lower bound")))
                .addProperty("highest", nullable(count("Upper bound; null when there is none")))
                .addProperty(
                        "approximate",
                        OASFactory.createSchema()
                                .addType(SchemaType.BOOLEAN)
                                .description("True when a figure without a margin took part"))
                .addProperty("observations", OASFactory.createSchema().ref("Observations"))
                .required(List.of("best", "lowest", "highest", "approximate", "observations"));
    }

    private static Schema codes() {
        return OASFactory.createSchema()
                .addType(SchemaType.ARRAY)
                .description("Codes of the municipality register")
                .items(KernelSchemas.text("Municipality").pattern("^GM\\d{4}$"));
    }

    private static Schema day(String description) {
        return KernelSchemas.text(description).format("date");
    }

    private static Schema count(String description) {
        return OASFactory.createSchema()
                .addType(SchemaType.INTEGER)
                .format("int64")
                .description(description);
    }

    private static Schema nullable(Schema schema) {
        return schema.addType(SchemaType.NULL);
    }
}
