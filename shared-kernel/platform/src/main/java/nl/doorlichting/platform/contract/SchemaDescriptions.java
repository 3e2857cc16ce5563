package nl.doorlichting.platform.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/**
 * Describes schemas, their properties and the parameters of operations. The words are those of an annotation, else of
 * the javadoc of the record, else those of the name ({@link Descriptions}). It runs before the document is completed,
 * so that what is derived from a schema has its descriptions too.
 */
@ContractStep(priority = ContractDocumentFilter.PRIORITY + 2)
public final class SchemaDescriptions implements OASFilter {
    static final Pattern NULL = Pattern.compile("\\b[nN]ull\\b");
    static final Pattern ABSENT = Pattern.compile("\\b[aA]bsent\\b");

    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class.getName());
    /** Meaning of each code of an enumeration, in its order. */
    private static final String MEANINGS = "x-enum-descriptions";
    /** The same by code. */
    private static final String MEANING_OF_CODE = "x-enumDescriptions";

    /** Of a field of a request that may be absent, and whose words do not state what that means. */
    static final String NOT_STATED = " Not stated if absent.";

    private static final String SEVERAL = " Several values are separated by commas: any of them.";
    private static final String PAGE = "Page";
    private static final String OPTIONAL = "x-optional";
    private static final String REQUEST = "Request";
    private static final String ROW = "Row";
    // What is derived from a row has the fields of the row.
    private static final List<String> DERIVED = List.of("ReportTotal", "Total", "Unallocated");

    private final Map<String, List<ClassInfo>> classes = new HashMap<>();
    private final Map<String, Javadoc> javadoc = new HashMap<>();
    private final Descriptions descriptions = new Descriptions();

    public SchemaDescriptions(IndexView index) {
        // Sorted, because the order of an index differs between a build and a test.
        index.getKnownClasses().stream()
                .sorted(Comparator.comparing(ClassInfo::name))
                .forEach(this::add);
    }

    private void add(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        AnnotationValue name = schema == null ? null : schema.value("name");
        List<ClassInfo> sameName =
                classes.computeIfAbsent(name == null ? type.simpleName() : name.asString(), any -> new ArrayList<>());
        // A stated name comes before one that a class has by chance.
        sameName.add(name == null ? sameName.size() : 0, type);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() != null && document.getComponents().getSchemas() != null) {
            new LinkedHashMap<>(document.getComponents().getSchemas()).forEach(this::describe);
            document.getComponents().getSchemas().forEach((name, schema) -> describePage(name, schema, document));
        }
        DocumentedOperation.allOf(document).forEach(this::describeParameters);
    }

    private void describe(String name, Schema schema) {
        List<Javadoc> sources = sources(name, schema);
        if (schema.getDescription() == null) {
            descriptions
                    .schema(name)
                    .or(() ->
                            classOf(name, schema).flatMap(type -> javadoc(type).description()))
                    .ifPresent(schema::setDescription);
        }
        descriptions
                .dutch(name.replaceFirst("(Response|Request)$", ""))
                .ifPresent(dutch -> schema.setDescription(withDutch(schema.getDescription(), dutch)));
        if (schema.getEnumeration() != null) {
            classOf(name, schema).ifPresent(type -> describeCodes(javadoc(type), schema));
        }
        describeProperties(name, sources, name.endsWith(REQUEST), schema);
    }

    private static void describeCodes(Javadoc source, Schema schema) {
        Map<String, String> meanings = new LinkedHashMap<>();
        schema.getEnumeration()
                .forEach(code -> source.enumConstant(String.valueOf(code))
                        .ifPresent(meaning -> meanings.put(String.valueOf(code), meaning)));
        if (meanings.size() == schema.getEnumeration().size()) {
            schema.addExtension(MEANINGS, List.copyOf(meanings.values()));
            schema.addExtension(MEANING_OF_CODE, meanings);
        }
    }

    private void describeProperties(String of, List<Javadoc> sources, boolean request, Schema schema) {
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((name, property) -> {
                boolean required =
                        schema.getRequired() != null && schema.getRequired().contains(name);
                property(of, sources, name, property)
                        .map(text -> request ? inRequest(text, required, property) : inAnswer(text, property))
                        .ifPresent(property::setDescription);
                describeProperties(of, List.of(), request, property);
            });
        }
    }

    private Optional<String> property(String of, List<Javadoc> sources, String name, Schema schema) {
        return Optional.ofNullable(schema.getDescription())
                .or(() -> isOptional(schema) ? descriptions.ofRow(name, isNullable(schema)) : Optional.empty())
                .or(() -> sources.stream()
                        .flatMap(javadoc -> javadoc.component(name).stream())
                        .findFirst())
                .or(() -> descriptions.property(of, name))
                .map(text -> descriptions
                        .dutch(name)
                        .map(dutch -> withDutch(text, dutch))
                        .orElse(text));
    }

    /** One text describes a field of a request and of the answer: what is absent in the one is null in the other. */
    private static String inRequest(String text, boolean required, Schema schema) {
        if (required) {
            return text;
        }
        String words = isNullable(schema) ? text : withWord(text, NULL, "absent");
        return words.matches("(?i).*\\b(absent|optional|default|null)\\b.*") ? words : words + NOT_STATED;
    }

    private static String inAnswer(String text, Schema schema) {
        if (!isNullable(schema) || isOptional(schema)) {
            return text;
        }
        String words = withWord(text, ABSENT, "null");
        return words.matches("(?i).*\\bnull\\b.*") ? words : words + " Null where the record does not state it.";
    }

    /** With another word in its place, which begins a sentence where the word does. */
    static String withWord(String text, Pattern word, String other) {
        return word.matcher(text)
                .replaceAll(found -> Character.isUpperCase(found.group().charAt(0)) ? capitalised(other) : other);
    }

    private static boolean isOptional(Schema schema) {
        return schema.getExtensions() != null && schema.getExtensions().containsKey(OPTIONAL);
    }

    private static boolean isNullable(Schema schema) {
        return schema.getType() != null && schema.getType().contains(Schema.SchemaType.NULL)
                || schema.getAnyOf() != null
                        && schema.getAnyOf().stream()
                                .anyMatch(any -> List.of(Schema.SchemaType.NULL).equals(any.getType()));
    }

    /** The items say what a list is of. */
    private static void describePage(String name, Schema page, OpenAPI document) {
        Schema items = name.startsWith(PAGE) && page.getProperties() != null
                ? page.getProperties().get("items")
                : null;
        if (items == null || items.getItems() == null || items.getItems().getRef() == null) {
            return;
        }
        String ref = items.getItems().getRef();
        Schema item = document.getComponents().getSchemas().get(ref.substring(ref.lastIndexOf('/') + 1));
        if (item != null && item.getDescription() != null) {
            page.setDescription("One page of a list of this: " + decapitalised(firstSentence(item.getDescription())));
            items.setDescription("Items of this page, in the order asked for; empty where nothing fits the filters.");
        }
    }

    private void describeParameters(DocumentedOperation documented) {
        if (documented.operation().getParameters() != null) {
            documented.operation().getParameters().stream()
                    .filter(parameter -> parameter.getDescription() == null)
                    .forEach(parameter -> (parameter.getName().equals("id")
                                    ? Descriptions.sentence("Id of the record, as in the list " + listOf(documented))
                                    : descriptions.parameter(parameter.getName()))
                            .ifPresent(parameter::setDescription));
            documented.operation().getParameters().stream()
                    .filter(SchemaDescriptions::isList)
                    .forEach(parameter -> parameter
                            .style(Parameter.Style.FORM)
                            .explode(false)
                            .description(Descriptions.sentence(parameter.getDescription())
                                    .map(words -> words + SEVERAL)
                                    .orElse(null)));
        }
    }

    private static boolean isList(Parameter parameter) {
        return parameter.getSchema() != null
                && parameter.getSchema().getType() != null
                && parameter.getSchema().getType().contains(Schema.SchemaType.ARRAY);
    }

    private static String listOf(DocumentedOperation documented) {
        return documented.path().substring(0, documented.path().indexOf("/{id}"));
    }

    /** The class of the schema, and those of the request or the answer about the same thing. */
    private List<Javadoc> sources(String name, Schema schema) {
        String thing = name.replaceFirst("(Correction)?(Response|Request)$", "");
        return Stream.concat(
                        classOf(name, schema).stream(),
                        Stream.of(thing + "Response", thing + REQUEST, thing)
                                .filter(other -> !other.equals(name))
                                .flatMap(other -> classes.getOrDefault(other, List.of()).stream()))
                .map(this::javadoc)
                .toList();
    }

    private Javadoc javadoc(ClassInfo type) {
        return javadoc.computeIfAbsent(type.name().toString(), Javadoc::of);
    }

    private Optional<ClassInfo> classOf(String name, Schema schema) {
        List<ClassInfo> candidates = Stream.concat(
                        Stream.of(name),
                        DERIVED.stream()
                                .filter(name::endsWith)
                                .map(role -> name.substring(0, name.length() - role.length()) + ROW))
                .flatMap(known -> classes.getOrDefault(known, List.of()).stream())
                .toList();
        if (candidates.isEmpty() && name.startsWith(PAGE)) {
            return classOf(PAGE, schema);
        }
        return candidates.stream()
                .filter(type -> hasFieldsOf(type, schema))
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    // Several nested records have one name, such as Total, and several enumerations, such as Kind.
    private static boolean hasFieldsOf(ClassInfo type, Schema schema) {
        if (schema.getEnumeration() != null) {
            return schema.getEnumeration().stream().allMatch(code -> type.field(String.valueOf(code)) != null);
        }
        return schema.getProperties() == null
                || schema.getProperties().keySet().stream().allMatch(field -> type.field(field) != null);
    }

    private static String withDutch(String text, String dutch) {
        if (text == null || text.contains(dutch)) {
            return text;
        }
        return text + " Dutch: " + dutch + ".";
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String decapitalised(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    /** Up to the first full stop that ends a sentence. */
    static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }
}
