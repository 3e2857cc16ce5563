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

    private QuantitySchemas(Components components) {
        this.components = components;
    }

    static void define(Components components) {
        QuantitySchemas quantity = new QuantitySchemas(components);
        quantity.add("EXACT", "ExactQuantity", object("Counted").addProperty("value", count()));
        quantity.add(
                "APPROXIMATE",
                "ApproximateQuantity",
                object("About this many").addProperty("value", count()).addProperty("plusMinus", count()));
        quantity.add(
                "RANGE",
                "RangeQuantity",
                object("Between two bounds, both included")
                        .addProperty("minimum", count())
                        .addProperty("maximum", count()));
        quantity.add("AT_LEAST", "AtLeastQuantity", object("This many or more").addProperty("value", count()));
        quantity.add(
                "VAGUE",
                "VagueQuantity",
                object("Words only; listed, never added").addProperty("text", words("As the source says it")));
        quantity.add(
                "NOT_MEASURED",
                "NotMeasuredQuantity",
                object("Not counted: neither 0 nor absent").addProperty("reason", words("Why not")));
        components.addSchema(
                "Quantity",
                OASFactory.createSchema()
                        .description("A count that people reported, with how certain it is")
                        .oneOf(quantity.kinds)
                        .discriminator(quantity.discriminator));
    }

    private void add(String kind, String name, Schema schema) {
        List<String> required = new ArrayList<>(schema.getProperties().keySet());
        required.remove("plusMinus");
        required.add(0, "kind");
        schema.addProperty(
                "kind", OASFactory.createSchema().addType(SchemaType.STRING).constValue(kind));
        components.addSchema(name, schema.required(required).additionalPropertiesSchema(KernelSchemas.nothing()));
        discriminator.addMapping(kind, "#/components/schemas/" + name);
        kinds.add(OASFactory.createSchema().ref(name));
    }

    private static Schema count() {
        return integer(0, HIGHEST);
    }

    private static Schema words(String description) {
        return text(description).minLength(1);
    }
}
