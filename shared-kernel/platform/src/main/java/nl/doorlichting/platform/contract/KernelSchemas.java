package nl.doorlichting.platform.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import nl.doorlichting.platform.values.ValueTypes;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Schemas that a scan of Java types cannot make: those of errors and of registered types of values. */
public final class KernelSchemas {

    private static final String AMOUNT = "^-?(0|[1-9]\\d{0,11})(\\.\\d{1,2})?$";

    private KernelSchemas() {}

    static void define(Components components) {
        components.addSchema("Problem", problem());
        components.addSchema("Violation", violation());
        addExample(
                components,
                "Links",
                "{'self': '/v1/networks?pageSize=50', 'first': '/v1/networks?pageSize=50',"
                        + " 'next': '/v1/networks?pageSize=50&cursor=bmV4dA', 'prev': null}");
        addExample(components, "Total", "{'value': 312, 'exact': true}");
        ValueTypes.REGISTERED.defineSchemas(components);
    }

    private static void addExample(Components components, String name, String json) {
        Schema schema = components.getSchemas().get(name);
        if (schema != null) {
            schema.addExample(example(json));
        }
    }

    // Without an example: a mock server would take it for every error, instead of that of the answer.
    private static Schema problem() {
        return object("An error as RFC 9457 has it. The type and the codes of violations are contract; title, detail"
                        + " and other texts are for people and may change.")
                .addProperty(
                        "type",
                        text("Kind of error: a URI in the problem catalogue, relative to the origin of the API. Its"
                                        + " last segment is one of the types of /v1/problems.")
                                .format("uri-reference"))
                .addProperty("title", text("The kind of error in a few words, the same for every error of the type."))
                .addProperty("status", integer(400, 599).description("HTTP status of the answer."))
                .addProperty("detail", text("What went wrong this time, in words."))
                .addProperty("instance", text("Path that was asked for.").format("uri-reference"))
                .addProperty("traceId", text("Identifies the request in the logs. Quote it when reporting the error."))
                .addProperty(
                        "violations",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .description(
                                        "All that is wrong with the request, together. Empty for an error of another"
                                                + " kind.")
                                .items(OASFactory.createSchema().ref("Violation")))
                .addProperty(
                        "existing",
                        text("Path of the record that has this natural id already, with type already-exists; else"
                                        + " absent.")
                                .format("uri-reference"))
                .addProperty(
                        "allowed",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .description("What is possible instead: with type invalid-state what the state of the"
                                        + " record allows, as in allowedActions, empty for nothing; with"
                                        + " not-acceptable and unsupported-media-type the media types of the"
                                        + " path; with not-found the tables of the release. Absent with other"
                                        + " types.")
                                .items(OASFactory.createSchema()
                                        .addType(SchemaType.STRING)
                                        .description("An action, a media type or a table.")))
                .addProperty(
                        "missing",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .description("The services whose part of the answer is missing, named as in sources."
                                        + " Only with type unavailable of a report or dossier; else absent.")
                                .items(text("Name of a service, such as reporting-service.")))
                .addProperty(
                        "needs",
                        integer(1, 60)
                                .description("How many seconds the answer may take. Only with type unavailable of a"
                                        + " question that was not answered in its time; else absent.")
                                .addExample(12))
                .addProperty(
                        "recordedUntil",
                        text("Moment, UTC, before which nothing can appear any more: as of an earlier one the answer is"
                                        + " there. Only with type unavailable of a question with asOf, and of a release, that"
                                        + " waited for writes in vain; else absent.")
                                .format("date-time"))
                .addProperty(
                        "whole",
                        text("Path to read everything anew, with type gone; else absent.")
                                .format("uri-reference"))
                .addProperty("left", moneyLeft())
                .addProperty(
                        "limit",
                        documents("What the documents of one record may be at most, with type document-quota-exceeded;"
                                + " else absent."))
                .addProperty(
                        "stored",
                        documents("What the documents of the record are now, with type document-quota-exceeded; else"
                                + " absent."))
                .required(List.of("type", "title", "status", "detail", "instance", "traceId", "violations"));
    }

    private static Schema violation() {
        return object("One thing wrong with the request. The code is contract, the detail is not.")
                .addProperty(
                        "in",
                        text("Which part of the request it is in; body has a pointer, the others have a name.")
                                .enumeration(List.of("body", "query", "path", "header")))
                .addProperty(
                        "pointer",
                        text("JSON pointer (RFC 6901) of the value in the body; empty text for the body as a whole."
                                + " Absent where it is in another part."))
                .addProperty("name", text("Name of the parameter or header. Absent where it is in the body."))
                .addProperty("code", text("Which rule is broken, in capitals."))
                .addProperty(
                        "parameters",
                        object("Values that belong to the code, such as bounds or allowed values; which ones"
                                        + " is said with the code. Empty where there are none.")
                                .additionalPropertiesSchema(
                                        OASFactory.createSchema().booleanSchema(true)))
                .addProperty("detail", text("The same in words, for people."))
                .required(List.of("in", "code", "parameters", "detail"))
                .addExample(example("{'in': 'body', 'pointer': '/evidenceLevel', 'code': 'OUT_OF_RANGE', 'parameters':"
                        + " {'minimum': 0, 'maximum': 4}, 'detail': 'must be between 0 and 4'}"));
    }

    // Written out, because not every module has money and this schema is equal in all of them.
    private static Schema moneyLeft() {
        return object("What is left in the budget that the request would exceed, with type budget-exceeded; or of"
                        + " what an amount can be taken from, with type invalid-state; absent with others.")
                .addProperty(
                        "amount",
                        text("Decimal number as text, with two digits after the point.")
                                .pattern(AMOUNT))
                .addProperty("currency", text("Currency by its ISO 4217 code; always EUR."))
                .required(List.of("amount", "currency"));
    }

    private static Schema documents(String description) {
        return object(description)
                .addProperty("documents", bigInteger("Number of documents."))
                .addProperty("bytes", bigInteger("Size of all of them together, in bytes."))
                .required(List.of("documents", "bytes"));
    }

    /** A value from JSON with single quotes, as an example of a schema. */
    public static Object example(String json) {
        try {
            return new ObjectMapper().readValue(json.replace('\'', '"'), Object.class);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    private static Schema bigInteger(String description) {
        return OASFactory.createSchema()
                .addType(SchemaType.INTEGER)
                .format("int64")
                .minimum(BigDecimal.ZERO)
                .description(description);
    }

    /** The schema that no value fits. */
    public static Schema nothing() {
        return OASFactory.createSchema().booleanSchema(false);
    }

    public static Schema object(String description) {
        return OASFactory.createSchema().addType(SchemaType.OBJECT).description(description);
    }

    public static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }

    public static Schema integer(int minimum, int maximum) {
        return OASFactory.createSchema()
                .addType(SchemaType.INTEGER)
                .format("int32")
                .minimum(BigDecimal.valueOf(minimum))
                .maximum(BigDecimal.valueOf(maximum));
    }
}
