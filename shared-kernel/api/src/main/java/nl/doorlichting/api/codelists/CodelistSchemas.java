package nl.doorlichting.api.codelists;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import nl.doorlichting.platform.contract.ContractDocumentFilter;
import nl.doorlichting.platform.contract.KernelSchemas;
import nl.doorlichting.platform.problems.ProblemType;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Gives the codes of the document the wording of their codelists: each value of an enumeration has its meaning in {@code
 * x-enum-descriptions}. Lists that can grow within a major version, such as codes of violations, are open: {@code
 * x-extensible-enum} in place of {@code enum}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = ContractDocumentFilter.PRIORITY - 1)
public final class CodelistSchemas implements OASFilter {
    private static final String MEANINGS = "x-enum-descriptions";
    private static final String OPEN = "x-extensible-enum";
    private static final String REFERENCE = "#/components/schemas/";

    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getEnumeration() != null) {
            listWith(schema.getEnumeration()).ifPresent(list -> explain(schema, list));
        }
        return schema;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = document.getComponents();
        open(components, "Violation", "code", "ViolationCode", "violation-codes");
        open(components, "FigureNote", "code", "NoteCode", "note-codes");
        open(components, "ReportNote", "code", "NoteCode", "note-codes");
        open(components, "MeResponse", "roles", "Role", "roles");
        open(components, "MeResponse", "permissions", "Permission", "permissions");
        List.copyOf(components.getSchemas().keySet())
                .forEach(name -> open(components, name, "allowedActions", "AllowedAction", "allowed-actions"));
        components
                .getSchemas()
                .get("Problem")
                .getProperties()
                .get("type")
                .addExtension(OPEN, texts(list("problem-types"), value -> ProblemType.CATALOGUE + value.code()))
                .addExtension(MEANINGS, meanings(list("problem-types")));
    }

    /** The property, or the items of it, gets the schema of the codes. */
    private static void open(Components components, String schema, String property, String name, String codelist) {
        var owner = components.getSchemas().get(schema);
        var codes = owner == null || owner.getProperties() == null
                ? null
                : owner.getProperties().get(property);
        if (codes == null) {
            return;
        }
        var list = list(codelist);
        components.addSchema(
                name,
                KernelSchemas.text("A code of the codelist " + codelist + ". A later version can add codes: a client"
                                + " treats one that it does not know as it treats no code at all.")
                        .addExtension(OPEN, texts(list, CodelistValue::code))
                        .addExtension(MEANINGS, meanings(list)));
        if (codes.getItems() != null) {
            codes.setItems(OASFactory.createSchema().ref(REFERENCE + name));
            return;
        }
        owner.addProperty(
                property, OASFactory.createSchema().ref(REFERENCE + name).description(codes.getDescription()));
    }

    private static Optional<Codelist> listWith(List<Object> enumeration) {
        var codes = enumeration.stream().filter(Objects::nonNull).toList();
        return Codelists.all().stream()
                .filter(list -> texts(list, CodelistValue::code).equals(codes))
                .findFirst();
    }

    private static void explain(Schema schema, Codelist list) {
        var meanings = new ArrayList<>(meanings(list));
        if (schema.getEnumeration().size() > meanings.size()) {
            meanings.add("Not stated.");
        }
        schema.addExtension(MEANINGS, meanings);
    }

    private static Codelist list(String name) {
        return Codelists.find(name).orElseThrow();
    }

    private static List<String> meanings(Codelist list) {
        return texts(list, CodelistValue::definitionEnglish);
    }

    private static List<String> texts(Codelist list, Function<CodelistValue, String> text) {
        return list.values().stream().map(text).toList();
    }
}
