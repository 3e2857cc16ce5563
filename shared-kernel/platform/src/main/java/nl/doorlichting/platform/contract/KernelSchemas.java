package nl.doorlichting.platform.contract;

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
        ValueTypes.REGISTERED.defineSchemas(components);
    }

    private static Schema problem() {
        return object("An error, as RFC 9457 has it. The type is contract, the texts are not.")
                .addProperty("type", text("Address in the problem catalogue").format("uri-reference"))
                .addProperty("title", text("The kind of error"))
                .addProperty("status", integer(400, 599))
                .addProperty("detail", text("What went wrong this time"))
                .addProperty("instance", text("The path that was asked for").format("uri-reference"))
                .addProperty("traceId", text("Under which the log has more"))
                .addProperty(
                        "violations",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .items(OASFactory.createSchema().ref("Violation")))
                .addProperty(
                        "existing",
                        text("Path of the resource that is there already").format("uri-reference"))
                .addProperty(
                        "allowed",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .description("What the state of the resource does allow, as in allowedActions")
                                .items(OASFactory.createSchema().addType(SchemaType.STRING)))
                .addProperty("whole", text("Path to read everything anew").format("uri-reference"))
                .addProperty("left", moneyLeft())
                .addProperty("limit", documents("What one object may have of documents"))
                .addProperty("stored", documents("What it has of them"))
                .required(List.of("type", "title", "status", "detail", "instance", "traceId", "violations"));
    }

    private static Schema violation() {
        return object("One thing wrong with the request; the code is contract, the detail is not.")
                .addProperty("in", text("Where").enumeration(List.of("body", "query", "path", "header")))
                .addProperty("pointer", text("JSON pointer of the value, for the body"))
                .addProperty("name", text("Name of the parameter or header, elsewhere"))
                .addProperty("code", text("Which rule, in capitals"))
                .addProperty(
                        "parameters",
                        object("What the rule says: bounds, allowed values")
                                .additionalPropertiesSchema(
                                        OASFactory.createSchema().booleanSchema(true)))
                .addProperty("detail", text("The same in words"))
                .required(List.of("in", "code", "parameters", "detail"));
    }

    // Written out, because not every module has money and this schema is equal in all of them.
    private static Schema moneyLeft() {
        return object("What is left in the budget that the request would break")
                .addProperty("amount", text("Decimal").pattern(AMOUNT))
                .addProperty("currency", text("ISO 4217"))
                .required(List.of("amount", "currency"));
    }

    private static Schema documents(String description) {
        return object(description)
                .addProperty("documents", bigInteger("How many"))
                .addProperty("bytes", bigInteger("How long they are together"))
                .required(List.of("documents", "bytes"));
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
