package nl.doorlichting.api.schemas;

import static nl.doorlichting.platform.contract.KernelSchemas.nothing;
import static nl.doorlichting.platform.contract.KernelSchemas.object;
import static nl.doorlichting.platform.contract.KernelSchemas.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Schemas of values that are read and written differently: only answers have the code of a period, and a field that a
 * place does not state may be absent in a request and is null in an answer.
 */
public final class ValueSchemas {

    /** What a request has in place of the answer's schema. */
    public static final Map<String, String> IN_REQUESTS = Map.of("Period", "PeriodRequest", "Place", "PlaceRequest");

    private ValueSchemas() {}

    public static void define(Components components) {
        if (components.getSchemas().containsKey("Money")) {
            components.addSchema("Money", money());
        }
        if (components.getSchemas().containsKey("Quantity")) {
            QuantitySchemas.define(components);
        }
        if (components.getSchemas().containsKey("Period")) {
            components.addSchema("Period", period());
            components.addSchema("PeriodRequest", periodRequest());
        }
        if (components.getSchemas().containsKey("Place")) {
            components.addSchema("Place", place().required(List.of("scope", "municipalities", "subArea", "country")));
            components.addSchema("PlaceRequest", placeRequest());
        }
        if (components.getSchemas().containsKey("AggregatedQuantity")) {
            components.addSchema("AggregatedQuantity", aggregatedQuantity());
        }
    }

    private static Schema money() {
        return object("An amount of money, nominal, no price year")
                .addProperty(
                        "amount",
                        text("Decimal; answers have two digits after the point, requests at most two")
                                .pattern("^-?(0|[1-9]\\d{0,11})(\\.\\d{1,2})?$"))
                .addProperty("currency", text("ISO 4217").enumeration(List.of("EUR")))
                .required(List.of("amount", "currency"))
                .additionalPropertiesSchema(nothing());
    }

    private static Schema period() {
        return periodRequest()
                .addProperty("code", text("2010, 2007-2009, or both days with a slash"))
                .required(List.of("code", "from", "until"))
                .additionalPropertiesSchema(null);
    }

    private static Schema periodRequest() {
        return object("A stretch of whole days")
                .addProperty("from", text("The first day").format("date"))
                .addProperty("until", text("The day after the last").format("date"))
                .required(List.of("from", "until"))
                .additionalPropertiesSchema(nothing());
    }

    private static Schema place() {
        return object("Where something was")
                .addProperty("scope", OASFactory.createSchema().ref("PlaceScope"))
                .addProperty(
                        "municipalities",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .items(text("Code of the municipality register").pattern("^GM\\d{4}$")))
                .addProperty("subArea", nullable(text("A part of a municipality")))
                .addProperty("country", nullable(text("ISO 3166-1 alpha-2")));
    }

    private static Schema placeRequest() {
        return place().required(List.of("scope")).additionalPropertiesSchema(nothing());
    }

    private static Schema aggregatedQuantity() {
        Schema observations = object("How many observations of each kind went in");
        List<String> kinds = List.of("exact", "approximate", "range", "atLeast", "vague", "notMeasured");
        kinds.forEach(kind -> observations.addProperty(kind, count()));
        return object("A sum of counts; its bounds are worst case, not confidence intervals")
                .addProperty("best", nullable(count().description("Null where nothing can be added")))
                .addProperty("lowest", nullable(count()))
                .addProperty("highest", nullable(count().description("Null where it is unbounded")))
                .addProperty(
                        "approximate",
                        OASFactory.createSchema().addType(SchemaType.BOOLEAN).description("A summand had no margin"))
                .addProperty("observations", observations.required(kinds))
                .required(List.of("best", "lowest", "highest", "approximate", "observations"));
    }

    private static Schema count() {
        return OASFactory.createSchema()
                .addType(SchemaType.INTEGER)
                .format("int64")
                .minimum(BigDecimal.ZERO);
    }

    private static Schema nullable(Schema schema) {
        return schema.addType(SchemaType.NULL);
    }
}
