package nl.doorlichting.gateway;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.api.codelists.Codelist;
import nl.doorlichting.api.codelists.CodelistValue;
import nl.doorlichting.api.codelists.Codelists;
import nl.doorlichting.domain.figures.NoteCode;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.testing.files.SourceTree;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import org.junit.jupiter.api.Test;

/** The codelists have exactly the codes of the enumerations in the merged contract. */
@QuarkusTest
@QuarkusTestResource(TestIssuer.class)
@QuarkusTestResource(UpstreamStubs.class)
class CodelistContractTest {
    /** Enumerations without a codelist, and why. */
    private static final Map<String, String> WITHOUT_CODELIST = Map.ofEntries(
            Map.entry("AwardWarning", "has one value, which docs/design/rules.md explains"),
            Map.entry("CostReason", "has one value, which its description explains"),
            Map.entry("Dimension", "names parameters and fields of rows, which the document describes"),
            Map.entry("ImportFormat", "names file formats, which are no words of the domain"),
            Map.entry("IndicatorChangeUnknown", "is the reason for a missing figure, which its description explains"),
            Map.entry("IndicatorCourse", "is computed, and never stored or asked for"),
            Map.entry("Kind", "is how counts relate to tallies, and for the services only"),
            Map.entry("Language", "names a language, which is no word of the domain"),
            Map.entry("ReachMeasure", "has one value, which its description explains"),
            Map.entry("ReleaseRecalculated", "is of the last run of a job, which its description explains"),
            Map.entry("ReportSourceStatus", "is about services, and not of the domain"),
            Map.entry("SuccessionBasis", "belongs to the register of municipalities, which explains it"));

    /** Codelists without an enumeration, and why. */
    private static final Map<String, String> WITHOUT_ENUMERATION = Map.of(
            "problem-types", "are addresses in the document, in Problem.type",
            "inventory-report-steps", "is recorded with each version of a report, and no response shows it",
            "quantity-kinds", "is the discriminator of Quantity, which a test of its own compares");

    private static final String OPEN = "x-extensible-enum";

    private static final Set<String> LISTS_OF_CODES = Set.of(
            "ViolationCode.java", "ProblemType.java", "NoteCode.java", "Notes.java", "CodelistContractTest.java");

    private static final Map<String, String> IRREGULAR_PLURALS =
            Map.of("phenomenon", "phenomena", "assessment-criterion", "assessment-criteria");

    private static JsonNode schemas;

    @Test
    void codelistsHaveTheCodesOfTheirEnumerationsInOrder() {
        var expected = new TreeMap<String, List<String>>();
        enumerations().forEach((schema, codes) -> expected.put(listName(schema), codes));
        WITHOUT_CODELIST.keySet().forEach(schema -> expected.remove(listName(schema)));
        var codelists = new TreeMap<>(codelists());
        codelists.keySet().removeAll(WITHOUT_ENUMERATION.keySet());
        assertEquals(expected, codelists);
    }

    /** A list is open if it is marked so: every codelist, and no other but these. */
    @Test
    void codelistsAreNamedAndOpenAndNoOtherEnumerationIs() {
        var openWithoutCodelist = Set.of("AwardWarning", "Dimension");
        var named = new TreeSet<String>();
        schemas().properties().forEach(schema -> {
            var node = schema.getValue();
            if (node.has("x-codelist")) {
                var list = node.get("x-codelist").asText();
                named.add(list);
                assertEquals(codelists().get(list), codes(node, OPEN), schema.getKey());
                assertEquals(listName(schema.getKey()), list);
            } else {
                assertEquals(openWithoutCodelist.contains(schema.getKey()), node.has(OPEN), schema.getKey());
            }
        });
        var unnamed = new TreeSet<>(codelists().keySet());
        unnamed.removeAll(named);
        assertEquals(WITHOUT_ENUMERATION.keySet(), unnamed);
        assertEquals(
                "problem-types",
                schemas().at("/Problem/properties/type/x-codelist").asText());
    }

    /** Also of the enumerations that have no codelist. */
    @Test
    void everyEnumerationExplainsItsValues() {
        enumerations().forEach((schema, codes) -> {
            if (!schema.equals("Dimension")) {
                assertEquals(
                        codes.size(),
                        schemas().path(schema).path("x-enumDescriptions").size(),
                        schema);
            }
        });
    }

    @Test
    void exceptionsExistAndHaveNoCounterpart() {
        var schemaNames = enumerations().keySet();
        var listNames = codelists().keySet();
        WITHOUT_CODELIST.keySet().forEach(schema -> {
            assertTrue(schemaNames.contains(schema), schema);
            assertFalse(listNames.contains(listName(schema)), schema);
        });
        var named = schemaNames.stream().map(CodelistContractTest::listName).toList();
        WITHOUT_ENUMERATION.keySet().forEach(list -> {
            assertTrue(listNames.contains(list), list);
            assertFalse(named.contains(list), list);
        });
    }

    @Test
    void quantityKindsAreTheDiscriminatorOfQuantity() {
        var kinds = new ArrayList<String>();
        schemas().at("/Quantity/discriminator/mapping").fieldNames().forEachRemaining(kinds::add);
        assertEquals(codelists().get("quantity-kinds"), kinds);
    }

    @Test
    void noteCodesAreTheOpenEnumerationOfNotes() {
        var code = schemas().at("/FigureNote/properties/code");
        assertEquals("#/components/schemas/NoteCode", code.path("$ref").asText());
        var codes = schemas().path("NoteCode");
        assertEquals(codelists().get("note-codes"), codes(codes));
        assertFalse(codes.has("enum"));
        assertTrue(codes.at("/x-enumDescriptions/SPLIT").asText().startsWith("Records of a municipality that"));
    }

    @Test
    void codesOfContractAreThoseOfCode() throws IllegalAccessException {
        var violations = new TreeSet<String>();
        for (var constant : ViolationCode.class.getFields()) {
            violations.add((String) constant.get(null));
        }
        assertEquals(violations, new TreeSet<>(codelists().get("violation-codes")));
        assertEquals(
                Stream.of(ProblemType.values()).map(ProblemType::slug).toList(),
                codelists().get("problem-types"));
        assertEquals(Role.inRules(), Set.copyOf(codelists().get("roles")));
        assertEquals(
                AccessRule.all().stream()
                        .filter(rule -> !rule.isPublic())
                        .map(AccessRule::name)
                        .collect(Collectors.toSet()),
                Set.copyOf(codelists().get("permissions")));
        assertTrue(codelists()
                .get("note-codes")
                .containsAll(Stream.of(NoteCode.values()).map(NoteCode::name).toList()));
    }

    @Test
    void violationCodesNameTheirParameters() {
        var ofCode = schemas().at("/ViolationCode/x-parameters");
        var explained = new TreeSet<String>();
        schemas()
                .at("/Violation/properties/parameters/x-properties")
                .fieldNames()
                .forEachRemaining(explained::add);
        var named = new TreeSet<String>();
        for (var code : Codelists.find("violation-codes").orElseThrow().values()) {
            assertTrue(ofCode.has(code.code()), code.code());
            ofCode.get(code.code()).forEach(parameter -> {
                named.add(parameter.asText());
                var words = Pattern.compile("\\b" + parameter.asText() + "\\b");
                assertTrue(words.matcher(code.definitionEnglish()).find(), code + " " + parameter);
                assertTrue(words.matcher(code.definitionDutch()).find(), code + " " + parameter);
            });
        }
        assertEquals(explained, named);
    }

    /** The answers of all tests have documented codes only: ContractFilter checks each. */
    @Test
    void everyCodeIsRaisedByCodeAndNamedByTest() throws IllegalAccessException {
        var main = sources("src/main/java");
        var test = sources("tests/src/test/java") + sourcesOf("shared-kernel/testing/src/main/java");
        var missing = new ArrayList<String>();
        for (var constant : ViolationCode.class.getFields()) {
            require(main, "ViolationCode." + constant.getName(), missing);
            require(test, (String) constant.get(null), missing);
        }
        for (var type : ProblemType.values()) {
            require(main, "ProblemType." + type, missing);
            // RequestEdgeChecks takes the types of these two from the status.
            if (type != ProblemType.URI_TOO_LONG
                    && type != ProblemType.HEADERS_TOO_LARGE
                    && !names(test, "ProblemType." + type)) {
                require(test, type.slug(), missing);
            }
        }
        for (var code : NoteCode.values()) {
            require(main, "NoteCode." + code, missing);
            require(test, code.name(), missing);
        }
        assertEquals(List.of(), missing);
    }

    /** Only the answer to a race does not: the record is to be read again. */
    @Test
    void everyWrongStateNamesWhatItAllows() {
        var without = Pattern.compile("of\\(\\s*ProblemType\\.INVALID_STATE,(?:(?!allowed|ALLOWED)[^;])*;")
                .matcher(sources("src/main/java"))
                .results()
                .map(found -> found.group().replaceAll("\\s+", " "))
                .toList();
        assertEquals(List.of("of(ProblemType.INVALID_STATE, Text.of(\"record.changed-meanwhile\"));"), without);
    }

    private static void require(String sources, String name, List<String> missing) {
        if (!names(sources, name)) {
            missing.add(name);
        }
    }

    /** Whether the sources have the name as a whole. A pattern would take a minute over all sources. */
    private static boolean names(String sources, String name) {
        for (var at = sources.indexOf(name); at >= 0; at = sources.indexOf(name, at + 1)) {
            var end = at + name.length();
            if (!Character.isJavaIdentifierPart(sources.charAt(at - 1))
                    && !Character.isJavaIdentifierPart(sources.charAt(end))) {
                return true;
            }
        }
        return false;
    }

    /** The sources of all modules, without the classes that list codes and this one. */
    private static String sources(String folder) {
        var modules = Stream.of(
                "shared-kernel/domain",
                "shared-kernel/platform",
                "shared-kernel/api",
                "funding-service",
                "training-service",
                "reporting-service",
                "gateway");
        return modules.map(module -> sourcesOf(module + "/" + folder)).collect(Collectors.joining());
    }

    private static String sourcesOf(String folder) {
        return files(SourceTree.REPOSITORY.resolve(folder))
                .filter(file -> !LISTS_OF_CODES.contains(file.getFileName().toString()))
                .map(CodelistContractTest::text)
                .collect(Collectors.joining());
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void explainsEveryCode() {
        enumerations().forEach((schema, codes) -> {
            if (codelists().containsKey(listName(schema))) {
                assertEquals(
                        codes.size(),
                        schemas().path(schema).path("x-enum-descriptions").size(),
                        schema);
            }
        });
    }

    private Map<String, List<String>> enumerations() {
        var enumerations = new LinkedHashMap<String, List<String>>();
        schemas().properties().stream()
                .filter(schema ->
                        schema.getValue().has("enum") || schema.getValue().has(OPEN))
                .forEach(schema -> enumerations.put(schema.getKey(), codes(schema.getValue())));
        return enumerations;
    }

    private static List<String> codes(JsonNode schema) {
        return codes(schema, schema.has("enum") ? "enum" : OPEN);
    }

    private static List<String> codes(JsonNode schema, String keyword) {
        var codes = new ArrayList<String>();
        schema.path(keyword).forEach(code -> codes.add(code.asText()));
        return codes;
    }

    private static Map<String, List<String>> codelists() {
        return Codelists.all().stream()
                .collect(Collectors.toMap(
                        Codelist::name,
                        list -> list.values().stream().map(CodelistValue::code).toList()));
    }

    /** The kebab-case plural of a schema's name: {@code AwardStatus} is {@code award-statuses}. */
    private static String listName(String schema) {
        var name = schema.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        if (IRREGULAR_PLURALS.containsKey(name)) {
            return IRREGULAR_PLURALS.get(name);
        }
        if (name.endsWith("y")) {
            return name.substring(0, name.length() - 1) + "ies";
        }
        return name + (name.endsWith("s") ? "es" : "s");
    }

    /** Read once, because the document takes a quarter of a second. */
    private static JsonNode schemas() {
        if (schemas == null) {
            schemas = document().at("/components/schemas");
        }
        return schemas;
    }

    private static JsonNode document() {
        try {
            return new ObjectMapper().readTree(given().get("/v1/openapi.json").asByteArray());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
