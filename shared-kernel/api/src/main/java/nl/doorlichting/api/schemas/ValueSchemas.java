package nl.doorlichting.api.schemas;

import static nl.doorlichting.platform.contract.KernelSchemas.example;
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
            // Of the Java class: money() writes out what it is in the API.
            components.removeSchema("Currency");
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
        return object("An amount of money in euros, nominal: no price year, no correction for inflation.")
                .addProperty(
                        "amount",
                        text("Decimal number as text, so that no client rounds it. Answers have two digits after the"
                                        + " point, requests at most two. Below zero where money goes the other way.")
                                .pattern("^-?(0|[1-9]\\d{0,11})(\\.\\d{1,2})?$"))
                .addProperty(
                        "currency",
                        text("Currency by its ISO 4217 code; always EUR.").enumeration(List.of("EUR")))
                .required(List.of("amount", "currency"))
                .addExample(example("{'amount': '1250.00', 'currency': 'EUR'}"));
    }

    private static Schema period() {
        return periodRequest()
                .addProperty(
                        "code",
                        text("Name of the period: the year (2010), the years (2007-2009), or both days with a slash."))
                .required(List.of("code", "from", "until"))
                .additionalPropertiesSchema(null)
                .examples(List.of(
                        example("{'code': '2007-2009', 'from': '2007-01-01', 'until': '2010-01-01'}"),
                        example("{'code': '2010', 'from': '2010-01-01', 'until': '2011-01-01'}")));
    }

    private static Schema periodRequest() {
        return object("Whole days from one to another, the last one not included: the year 2010 is from 2010-01-01"
                        + " until 2011-01-01. Dutch: periode.")
                .addProperty("from", text("First day, included.").format("date"))
                .addProperty(
                        "until",
                        text("The day after the last one: not included, and after from.")
                                .format("date"))
                .required(List.of("from", "until"))
                .additionalPropertiesSchema(nothing())
                .addExample(example("{'from': '2010-01-01', 'until': '2011-01-01'}"));
    }

    private static Schema place() {
        return object("Where something was. Dutch: plaats.")
                .addProperty(
                        "scope",
                        OASFactory.createSchema()
                                .ref("PlaceScope")
                                .description("How wide the place is. It decides which of the other fields are"
                                        + " stated, as each description has it; a request that does not fit is 400."))
                .addProperty(
                        "municipalities",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .description("Codes of municipalities, as in GM0344; the record says on which days they"
                                        + " must exist. At least one for MUNICIPAL, exactly one for SUB_MUNICIPAL, any"
                                        + " number or none for REGIONAL; empty, in a request also absent, for NATIONAL,"
                                        + " ABROAD and UNSPECIFIED.")
                                .items(text("Code of the municipality register (CBS): GM and four digits.")
                                        .pattern("^GM\\d{4}$")))
                .addProperty(
                        "subArea",
                        nullable(text("Name of a part of the municipality, always stated for SUB_MUNICIPAL; of a region"
                                + " or a place abroad, where stated, for REGIONAL and ABROAD; null, in a request also"
                                + " absent, for MUNICIPAL, NATIONAL and UNSPECIFIED. At most 200 characters.")))
                .addProperty(
                        "country",
                        nullable(text(
                                "Country by its two capital letters (ISO 3166-1), as in BE: always stated for ABROAD,"
                                        + " and not NL; for any other scope null, in a request also absent, or NL.")))
                .addExample(example(
                        "{'scope': 'MUNICIPAL', 'municipalities': ['GM0344'], 'subArea': null, 'country': null}"));
    }

    private static Schema placeRequest() {
        return place().required(List.of("scope"))
                .additionalPropertiesSchema(nothing())
                .examples(List.of(
                        example("{'scope': 'MUNICIPAL', 'municipalities': ['GM0344']}"),
                        example("{'scope': 'NATIONAL'}")));
    }

    private static Schema aggregatedQuantity() {
        Schema observations = object("How many counts of each kind there are, also those that cannot be added.")
                .addProperty("exact", count("Number of exact counts."))
                .addProperty("approximate", count("Number of approximate counts."))
                .addProperty("range", count("Number of counts known as a range."))
                .addProperty("atLeast", count("Number of counts known as a lower bound."))
                .addProperty("vague", count("Number of observations in words only, which are not added."))
                .addProperty(
                        "notMeasured", count("Number of observations that nothing was counted, which are not added."));
        return object("A sum of reported numbers. Its bounds are worst case, not confidence intervals.")
                .addProperty(
                        "best",
                        nullable(count("Best estimate: exact and approximate numbers at face value, ranges at their"
                                + " midpoint, lower bounds at the bound, rounded half up once after summing. Null where"
                                + " nothing can be added; unknown is never 0.")))
                .addProperty("lowest", nullable(count("Lowest sum that fits; null where nothing can be added.")))
                .addProperty(
                        "highest",
                        nullable(count(
                                "Highest sum that fits; null where there is no upper bound, which one lower bound,"
                                        + " vague or not measured observation is enough for.")))
                .addProperty(
                        "approximate",
                        OASFactory.createSchema()
                                .addType(SchemaType.BOOLEAN)
                                .description("True where an approximate number without a margin went in: lowest and"
                                        + " highest then bound only the rest."))
                .addProperty(
                        "observations",
                        observations.required(
                                List.copyOf(observations.getProperties().keySet())))
                .required(List.of("best", "lowest", "highest", "approximate", "observations"))
                .addExample(example("{'best': 18644, 'lowest': 18644, 'highest': 18644, 'approximate': false,"
                        + " 'observations': {'exact': 1, 'approximate': 0, 'range': 0, 'atLeast': 0, 'vague': 0,"
                        + " 'notMeasured': 0}}"));
    }

    private static Schema count(String description) {
        return OASFactory.createSchema()
                .addType(SchemaType.INTEGER)
                .format("int64")
                .minimum(BigDecimal.ZERO)
                .description(description);
    }

    private static Schema nullable(Schema schema) {
        return schema.addType(SchemaType.NULL);
    }
}
