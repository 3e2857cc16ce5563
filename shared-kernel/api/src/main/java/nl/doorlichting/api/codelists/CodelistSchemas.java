package nl.doorlichting.api.codelists;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import nl.doorlichting.platform.contract.ContractDocumentFilter;
import nl.doorlichting.platform.contract.ContractStep;
import nl.doorlichting.platform.contract.KernelSchemas;
import nl.doorlichting.platform.problems.ProblemType;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Gives the codes of the document what their codelists say: its name in {@code x-codelist}; the meaning of each value in
 * {@code x-enum-descriptions}, a list that generators read, and {@code x-enumDescriptions}, a map that reference pages
 * read; and that a later version can add codes, in {@code x-extensible-enum}. What records have and requests take has
 * {@code enum} besides, from which generators make types. What this system alone says, such as codes of violations, has
 * not.
 */
@ContractStep(priority = ContractDocumentFilter.PRIORITY - 1)
public final class CodelistSchemas implements OASFilter {
    private static final String MEANINGS = "x-enum-descriptions";
    private static final String MEANING_OF_CODE = "x-enumDescriptions";
    private static final String OPEN = "x-extensible-enum";
    private static final String CODELIST = "x-codelist";
    private static final String PARAMETER = "parameter.";
    private static final String REFERENCE = "#/components/schemas/";

    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getEnumeration() != null) {
            listWith(schema.getEnumeration()).ifPresent(list -> open(schema, list, ""));
        }
        return schema;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = document.getComponents();
        open(components, "Violation", "code", "ViolationCode", "violation-codes");
        addParameters(components);
        open(components, "FigureNote", "code", "NoteCode", "note-codes");
        open(components, "ReportNote", "code", "NoteCode", "note-codes");
        open(components, "MeResponse", "roles", "Role", "roles");
        open(components, "MeResponse", "permissions", "Permission", "permissions");
        List.copyOf(components.getSchemas().keySet())
                .forEach(name -> open(components, name, "allowedActions", "AllowedAction", "allowed-actions"));
        var type = components.getSchemas().get("Problem").getProperties().get("type");
        open(type, list("problem-types"), ProblemType.CATALOGUE);
    }

    /** Which parameters the violations of each code have, and what each parameter is. */
    private static void addParameters(Components components) {
        var file = parameters();
        var ofCode = new TreeMap<String, List<String>>();
        var meanings = new TreeMap<String, String>();
        var parameters =
                components.getSchemas().get("Violation").getProperties().get("parameters");
        file.stringPropertyNames().stream().sorted().forEach(name -> {
            if (name.startsWith(PARAMETER)) {
                meanings.put(name.substring(PARAMETER.length()), file.getProperty(name));
                return;
            }
            ofCode.put(
                    name,
                    file.getProperty(name).isEmpty()
                            ? List.of()
                            : List.of(file.getProperty(name).split(", ")));
        });
        // No properties: a client of an earlier version has none, and the parameters stay open.
        parameters.addExtension("x-properties", meanings);
        components.getSchemas().get("ViolationCode").addExtension("x-parameters", ofCode);
    }

    private static Properties parameters() {
        var file = new Properties();
        try (var text = CodelistSchemas.class.getResourceAsStream("/contract/violation-parameters.properties")) {
            file.load(new InputStreamReader(text, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return file;
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
        var schemaOfCodes =
                KernelSchemas.text("A code of the codelist " + codelist + ". A later version can add codes: a"
                        + " client treats one that it does not know as it treats no code at all.");
        open(schemaOfCodes, list, "");
        components.addSchema(name, schemaOfCodes);
        if (codes.getItems() != null) {
            codes.setItems(OASFactory.createSchema().ref(REFERENCE + name));
            return;
        }
        owner.addProperty(
                property, OASFactory.createSchema().ref(REFERENCE + name).description(codes.getDescription()));
    }

    private static void open(Schema schema, Codelist list, String prefix) {
        schema.addExtension(CODELIST, list.name());
        schema.addExtension(OPEN, texts(list, value -> prefix + value.code()));
        explain(schema, list, prefix);
    }

    private static Optional<Codelist> listWith(List<Object> enumeration) {
        var codes = enumeration.stream().filter(Objects::nonNull).toList();
        return Codelists.all().stream()
                .filter(list -> texts(list, CodelistValue::code).equals(codes))
                .findFirst();
    }

    private static void explain(Schema schema, Codelist list, String prefix) {
        var meanings = new ArrayList<>(texts(list, CodelistValue::definitionEnglish));
        var meaningOfCode = new LinkedHashMap<String, String>();
        list.values().forEach(value -> meaningOfCode.put(prefix + value.code(), value.definitionEnglish()));
        if (schema.getEnumeration() != null && schema.getEnumeration().stream().anyMatch(Objects::isNull)) {
            meanings.add("Not stated.");
        }
        schema.addExtension(MEANINGS, meanings);
        schema.addExtension(MEANING_OF_CODE, meaningOfCode);
    }

    private static Codelist list(String name) {
        return Codelists.find(name).orElseThrow();
    }

    private static List<String> texts(Codelist list, Function<CodelistValue, String> text) {
        return list.values().stream().map(text).toList();
    }
}
