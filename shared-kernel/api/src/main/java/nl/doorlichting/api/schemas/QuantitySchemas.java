package nl.doorlichting.api.schemas;

import static nl.doorlichting.platform.contract.KernelSchemas.integer;
import static nl.doorlichting.platform.contract.KernelSchemas.object;
import static nl.doorlichting.platform.contract.KernelSchemas.text;

import java.util.ArrayList;
import java.util.List;
import nl.doorlichting.platform.contract.KernelSchemas;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Discriminator;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * The schema of a quantity: one of six kinds. The mapping and the constant kinds are spelled out, because a typed
 * client needs them to distinguish the kinds.
 */
final class QuantitySchemas {

    private static final int HIGHEST = 1_000_000_000;

    private final Components components;
    private final Discriminator discriminator = OASFactory.createDiscriminator().propertyName("kind");
    private final List<Schema> kinds = new ArrayList<>();
    private final List<Object> examples = new ArrayList<>();

    private QuantitySchemas(Components components) {
        this.components = components;
    }

    static void define(Components components) {
        QuantitySchemas quantity = new QuantitySchemas(components);
        quantity.add(
                "EXACT",
                "ExactQuantity",
                object("A number that was counted.")
                        .addProperty("value", count("Number that was counted, of what the field counts.")),
                "{'kind': 'EXACT', 'value': 5240}");
        quantity.add(
                "APPROXIMATE",
                "ApproximateQuantity",
                object("A number that is known only about.")
                        .addProperty("value", count("About how many there are of what the field counts."))
                        .addProperty(
                                "plusMinus",
                                count("Margin both ways: the number is between value minus plusMinus and value plus"
                                        + " plusMinus. Absent where the source states none; bounds of sums then hold"
                                        + " only for the rest. At most value.")),
                "{'kind': 'APPROXIMATE', 'value': 150, 'plusMinus': 10}");
        quantity.add(
                "RANGE",
                "RangeQuantity",
                object("A number between two bounds. In a sum its best estimate is the midpoint.")
                        .addProperty("minimum", count("Lower bound, included, of the number of what the field counts."))
                        .addProperty(
                                "maximum",
                                count("Upper bound, included, not below minimum, of the number of what the field"
                                        + " counts.")),
                "{'kind': 'RANGE', 'minimum': 80, 'maximum': 120}");
        quantity.add(
                "AT_LEAST",
                "AtLeastQuantity",
                object("This number or more, also for more than this number. Sums with it have no highest value.")
                        .addProperty("value", count("Lower bound, included, of the number of what the field counts.")),
                "{'kind': 'AT_LEAST', 'value': 1000}");
        quantity.add(
                "VAGUE",
                "VagueQuantity",
                object("Words without a number. It is listed, and never added.")
                        .addProperty("text", words("Words of the source, in its language; at most 500 characters.")),
                "{'kind': 'VAGUE', 'text': 'duizenden'}");
        quantity.add(
                "NOT_MEASURED",
                "NotMeasuredQuantity",
                object("Nothing was counted: that is neither 0 nor absent.")
                        .addProperty("reason", words("Why nothing was counted; at most 500 characters.")),
                "{'kind': 'NOT_MEASURED', 'reason': 'use was not tracked'}");
        components.addSchema(
                "Quantity",
                OASFactory.createSchema()
                        .description("A number of people or things that somebody reported, with how certain it is."
                                + " The field kind tells the six forms apart. Dutch: aantal.")
                        .oneOf(quantity.kinds)
                        .discriminator(quantity.discriminator)
                        .examples(quantity.examples));
    }

    private void add(String kind, String name, Schema schema, String example) {
        List<String> required = new ArrayList<>(schema.getProperties().keySet());
        required.remove("plusMinus");
        required.add(0, "kind");
        schema.addProperty(
                "kind",
                OASFactory.createSchema()
                        .addType(SchemaType.STRING)
                        .constValue(kind)
                        .description("How certain the number is: always " + kind + " here."));
        components.addSchema(name, schema.required(required).addExample(KernelSchemas.example(example)));
        examples.add(KernelSchemas.example(example));
        discriminator.addMapping(kind, "#/components/schemas/" + name);
        kinds.add(OASFactory.createSchema().ref(name));
    }

    private static Schema count(String description) {
        return integer(0, HIGHEST).description(description);
    }

    private static Schema words(String description) {
        return text(description).minLength(1);
    }
}
