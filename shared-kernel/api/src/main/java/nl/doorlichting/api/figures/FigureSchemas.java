package nl.doorlichting.api.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Key;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.contract.ContractDocumentFilter;
import nl.doorlichting.platform.contract.ContractStep;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;

/**
 * Documents questions and answers about figures from their structure: the parameters of an operation annotated with
 * {@link FiguresOf}, and the fields of rows. A record of a row names its structure in the extension {@link #STRUCTURE}
 * and has a {@link Key}; totals and unallocated rows of the same record get schemas of their own.
 */
@ContractStep(priority = ContractDocumentFilter.PRIORITY + 3)
public final class FigureSchemas implements OASFilter {
    /** Extension of the schema of a row: the structure that its key is of. It is not in the published document. */
    public static final String STRUCTURE = "x-structure";

    /** Extension of the schema of a field that may be absent. It is not in the published document. */
    public static final String OPTIONAL = "x-optional";

    private static final String REFERENCE = "#/components/schemas/";
    // The scanner puts the one field of a key that is not transient in the place of the key.
    private static final String KEY = "values";
    private static final String ROW = "Row";
    private static final String DIMENSION = "Dimension";
    private static final String REPORT_TOTAL = "ReportTotal";
    private static final Map<Class<?>, String> FORMATS =
            Map.of(LocalDate.class, "date", Instant.class, "date-time", UUID.class, "uuid");
    private final Map<String, Structure> operations = new HashMap<>();

    public FigureSchemas(IndexView index) {
        index.getAnnotations(FiguresOf.class).stream()
                .filter(annotation -> annotation.target().kind() == AnnotationTarget.Kind.METHOD)
                .forEach(this::add);
    }

    private void add(AnnotationInstance annotation) {
        operations.put(
                annotation.target().asMethod().name(),
                Structure.valueOf(annotation.value().asEnum()));
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return;
        }
        var components = document.getComponents();
        document.getPaths().getPathItems().values().stream()
                .map(PathItem::getOperations)
                .flatMap(found -> found.values().stream())
                .filter(operation -> operations.containsKey(operation.getOperationId()))
                .forEach(operation -> addParameters(operation, components));
        if (components != null && components.getSchemas() != null) {
            new LinkedHashMap<>(components.getSchemas()).values().forEach(answer -> describeRows(answer, components));
            new LinkedHashMap<>(components.getSchemas()).forEach((name, row) -> describeRow(name, row, components));
        }
    }

    private void addParameters(Operation operation, Components components) {
        FigureParameter.of(operations.get(operation.getOperationId())).stream()
                .map(parameter -> parameter(parameter, components))
                .forEach(operation::addParameter);
        operation.setParameters(operation.getParameters().stream()
                .sorted(Comparator.comparing(Parameter::getName))
                .toList());
    }

    private static Parameter parameter(FigureParameter parameter, Components components) {
        var documented = OASFactory.createParameter()
                .name(parameter.name())
                .in(Parameter.In.QUERY)
                .description(parameter.description())
                .schema(schema(parameter.type(), components).pattern(parameter.pattern()));
        return parameter.example() == null ? documented : documented.example(parameter.example());
    }

    /** Gives the totals and unallocated rows of an answer schemas of their own. */
    private static void describeRows(Schema answer, Components components) {
        var row = rowOf(answer, "rows");
        var schema = row == null ? null : components.getSchemas().get(row);
        var structure = schema == null ? null : structure(schema);
        if (structure == null) {
            return;
        }
        nameDimensions(answer, components);
        var question = Question.of(structure).rowsBy(structure.rows().toArray(Dimension[]::new));
        // Only a total by period differs: a source that is missing has one of no period.
        var ofReport = isReport(answer) && !question.totalsBy().isEmpty();
        derive(answer, "totals", row, ofReport ? REPORT_TOTAL : "Total", question.totalsBy(), components);
        derive(answer, "unallocated", row, "Unallocated", question.unallocatedBy(), components);
    }

    /** What rows can be by is a list that later versions extend. */
    private static void nameDimensions(Schema answer, Components components) {
        var dimensions = answer.getProperties().get("dimensions");
        if (dimensions == null || dimensions.getItems() == null) {
            return;
        }
        components.addSchema(
                DIMENSION,
                OASFactory.createSchema()
                        .addType(SchemaType.STRING)
                        .description("What figures can be by: a value of parameter by, a filter, and a field of rows."
                                + " A later version can add some.")
                        .addExtension(
                                "x-extensible-enum",
                                Stream.of(Dimension.values())
                                        .filter(dimension -> dimension != Dimension.UNALLOCATED_FROM)
                                        .map(Dimension::jsonName)
                                        .toList()));
        dimensions.setItems(OASFactory.createSchema().ref(REFERENCE + DIMENSION));
    }

    /** Whether it shows sources side by side, of which one may be missing. */
    private static boolean isReport(Schema answer) {
        return answer.getProperties().containsKey("complete");
    }

    private static void derive(
            Schema answer, String field, String row, String role, Collection<Dimension> key, Components components) {
        if (row.equals(rowOf(answer, field))) {
            var name = row.substring(0, row.length() - ROW.length()) + role;
            var schema = components.getSchemas().get(row);
            components.addSchema(name, withKey(schema, structure(schema), role, key, components));
            answer.getProperties().get(field).getItems().setRef(REFERENCE + name);
        }
    }

    private static void describeRow(String name, Schema row, Components components) {
        var structure = structure(row);
        if (structure != null) {
            components.addSchema(name, withKey(row, structure, ROW, structure.rows(), components));
        }
    }

    private static Schema withKey(
            Schema row, Structure structure, String role, Collection<Dimension> key, Components components) {
        var properties = new LinkedHashMap<String, Schema>();
        row.getProperties().forEach((name, property) -> {
            if (!name.equals(KEY)) {
                properties.put(name, ofItsOwn(property));
                return;
            }
            key.forEach(
                    dimension -> properties.put(dimension.jsonName(), field(structure, dimension, role, components)));
        });
        return OASFactory.createSchema()
                .type(row.getType())
                .description(row.getDescription())
                .properties(properties);
    }

    // The mark of an optional field is taken away where it is read, so that two schemas cannot share it.
    private static Schema ofItsOwn(Schema property) {
        var extensions = property.getExtensions();
        return property.getRef() == null || extensions == null || !extensions.containsKey(OPTIONAL)
                ? property
                : optional(OASFactory.createSchema().ref(property.getRef()));
    }

    private static Schema field(Structure structure, Dimension dimension, String role, Components components) {
        if (dimension == Dimension.UNALLOCATED_FROM) {
            return OASFactory.createSchema().addType(SchemaType.STRING);
        }
        // In a report a source that is missing has a total of no period.
        if (!role.equals(REPORT_TOTAL) && structure.isAlwaysStated(dimension)) {
            return optional(schema(dimension.type(), components));
        }
        if ((structure == Structure.TRAINING || structure == Structure.ADVICE) && dimension.isCoded()) {
            return optional(OASFactory.createSchema().addType(SchemaType.STRING).addType(SchemaType.NULL));
        }
        var schema = schema(dimension.type(), components);
        return optional(
                schema.getRef() == null
                        ? schema.addType(SchemaType.NULL)
                        : OASFactory.createSchema()
                                .addAnyOf(schema)
                                .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL)));
    }

    private static Schema optional(Schema schema) {
        return schema.addExtension(OPTIONAL, true);
    }

    private static Schema schema(Class<?> type, Components components) {
        if (type.isEnum() || type == Period.class) {
            defineCodes(type, components);
            return OASFactory.createSchema().ref(REFERENCE + type.getSimpleName());
        }
        if (type == Integer.class) {
            return OASFactory.createSchema().addType(SchemaType.INTEGER).format("int32");
        }
        var text = OASFactory.createSchema().addType(SchemaType.STRING);
        return FORMATS.containsKey(type) ? text.format(FORMATS.get(type)) : text;
    }

    // The scanner defines only the codes that a Java type of the module mentions.
    private static void defineCodes(Class<?> type, Components components) {
        var defined = components.getSchemas() != null && components.getSchemas().containsKey(type.getSimpleName());
        if (type.isEnum() && !defined) {
            components.addSchema(type.getSimpleName(), codes(type));
        }
    }

    private static Schema codes(Class<?> type) {
        return OASFactory.createSchema()
                .addType(SchemaType.STRING)
                .enumeration(new ArrayList<>(
                        Stream.of(type.getEnumConstants()).map(Object::toString).toList()));
    }

    private static String rowOf(Schema answer, String field) {
        var property =
                answer.getProperties() == null ? null : answer.getProperties().get(field);
        var items = property == null ? null : property.getItems();
        return items == null || items.getRef() == null ? null : items.getRef().replace(REFERENCE, "");
    }

    private static Structure structure(Schema row) {
        var name = row.getExtensions() == null ? null : row.getExtensions().get(STRUCTURE);
        return name == null ? null : Structure.valueOf(name.toString());
    }
}
