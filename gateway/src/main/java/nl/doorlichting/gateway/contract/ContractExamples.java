package nl.doorlichting.gateway.contract;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.doorlichting.platform.contract.ContractDocumentFilter;
import nl.doorlichting.platform.problems.ProblemType;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Gives the merged document its examples: a request and its answer of every operation, and every problem. They are
 * recorded from the running system, one file for each ({@code resources/examples}).
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = ContractDocumentFilter.PRIORITY - 3)
public final class ContractExamples implements OASFilter {
    private static final String FOLDER = "/examples/";
    private static final String PROBLEM = "application/problem+json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var problems = problems();
        var shown = new HashSet<ProblemType>();
        for (var operation : operations(document)) {
            read(operation.getOperationId()).ifPresent(example -> addTo(document, operation, example));
            operation.getResponses().getAPIResponses().forEach((status, response) -> {
                var ofStatus = ofStatus(status, problems.keySet());
                if (referTo(ofStatus, resolved(document, response))) {
                    shown.addAll(ofStatus);
                }
            });
        }
        problems.forEach((problem, example) -> {
            if (shown.contains(problem)) {
                document.getComponents()
                        .addExample(problem.slug(), OASFactory.createExample().value(example));
            }
        });
        // Any path may answer with these, and no operation documents them.
        problems.keySet().removeAll(shown);
        var schema = document.getComponents().getSchemas().get("Problem");
        problems.values().forEach(schema::addExample);
    }

    private static Map<ProblemType, Object> problems() {
        Map<ProblemType, Object> problems = new EnumMap<>(ProblemType.class);
        for (var problem : ProblemType.values()) {
            read("problems/" + problem.slug()).ifPresent(example -> problems.put(problem, example.get("answer")));
        }
        return problems;
    }

    private static List<Operation> operations(OpenAPI document) {
        return document.getPaths().getPathItems().values().stream()
                .map(PathItem::getOperations)
                .map(Map::values)
                .flatMap(Collection::stream)
                .toList();
    }

    private static void addTo(OpenAPI document, Operation operation, Map<String, Object> example) {
        if (operation.getParameters() != null && example.get("parameters") instanceof Map<?, ?> values) {
            operation.getParameters().forEach(parameter -> addTo(parameter, values.get(parameter.getName())));
        }
        if (operation.getRequestBody() != null) {
            var content = operation.getRequestBody().getContent();
            addTo(
                    document,
                    operation.getOperationId() + "-request",
                    content,
                    example.get("type"),
                    example.get("request"));
        }
        var documented = operation.getResponses().getAPIResponse(String.valueOf(example.get("status")));
        if (documented != null) {
            var answer = resolved(document, documented);
            addTo(
                    document,
                    operation.getOperationId() + "-answer",
                    answer.getContent(),
                    example.get("answerType"),
                    example.get("answer"));
            addTo(document, answer.getHeaders(), (Map<?, ?>) example.get("headers"));
        }
    }

    /** A header that operations share has the first value. */
    private static void addTo(OpenAPI document, Map<String, Header> headers, Map<?, ?> values) {
        if (headers == null) {
            return;
        }
        headers.forEach((name, header) -> {
            var documented = header.getRef() == null
                    ? header
                    : document.getComponents().getHeaders().get(name(header.getRef()));
            if (documented.getExample() == null && values.get(name) != null) {
                documented.setExample(values.get(name));
            }
        });
    }

    private static void addTo(Parameter parameter, Object value) {
        if (value != null && parameter.getRef() == null && parameter.getExample() == null) {
            parameter.setExample(
                    isList(parameter) ? List.of(String.valueOf(value).split(",")) : value);
        }
    }

    private static boolean isList(Parameter parameter) {
        var type = parameter.getSchema() == null ? null : parameter.getSchema().getType();
        return type != null && type.contains(SchemaType.ARRAY);
    }

    /** Apart from the paths, because rules of linters about paths also look into examples there. */
    private static void addTo(OpenAPI document, String name, Content content, Object type, Object value) {
        if (value != null && content != null && content.getMediaType(String.valueOf(type)) != null) {
            document.getComponents().addExample(name, OASFactory.createExample().value(value));
            content.getMediaType(String.valueOf(type))
                    .addExample("recorded", OASFactory.createExample().ref(name));
        }
    }

    private static List<ProblemType> ofStatus(String status, Set<ProblemType> problems) {
        return problems.stream()
                .filter(problem -> status.equals(String.valueOf(problem.status())))
                .toList();
    }

    private static APIResponse resolved(OpenAPI document, APIResponse response) {
        if (response.getRef() == null) {
            return response;
        }
        return document.getComponents().getResponses().get(name(response.getRef()));
    }

    private static String name(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    /** The examples stand in the document once. False where the response has no problem as its body. */
    private static boolean referTo(List<ProblemType> problems, APIResponse response) {
        var body = response.getContent() == null ? null : response.getContent().getMediaType(PROBLEM);
        if (body == null) {
            return false;
        }
        if (body.getExamples() == null) {
            problems.forEach(problem ->
                    body.addExample(problem.slug(), OASFactory.createExample().ref(problem.slug())));
        }
        return true;
    }

    /** Empty where it is not recorded yet; a test finds what is missing. */
    private static Optional<Map<String, Object>> read(String name) {
        try (var file = ContractExamples.class.getResourceAsStream(FOLDER + name + ".json")) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(MAPPER.readValue(file, new TypeReference<Map<String, Object>>() {}));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
