package nl.doorlichting.gateway.contract;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.doorlichting.platform.contract.ContractDocumentFilter;
import nl.doorlichting.platform.contract.ContractStep;
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
 * recorded from the running system, one file for each ({@code resources/examples}). A page of a list is shown as the last
 * one, because a client that pages through a mock server would never come to an end; as it was recorded, it is a second
 * example.
 */
@ContractStep(priority = ContractDocumentFilter.PRIORITY - 3)
public final class ContractExamples implements OASFilter {
    private static final String FOLDER = "/examples/";
    private static final String PROBLEM = "application/problem+json";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** Answers of an operation besides the recorded one, each a file of {@code resources/examples/variants}. */
    private static final Map<String, List<String>> VARIANTS =
            Map.of("getReachReport", List.of("partial", "unallocated"));

    private static final String POSITION = "nextCursor";

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
                    "recorded",
                    content,
                    example.get("type"),
                    example.get("request"));
        }
        var documented = operation.getResponses().getAPIResponse(String.valueOf(example.get("status")));
        if (documented != null) {
            var answer = resolved(document, documented);
            var id = operation.getOperationId();
            addAnswer(document, id, answer.getContent(), example.get("answerType"), example.get("answer"));
            addTo(document, answer.getHeaders(), (Map<?, ?>) example.get("headers"));
        }
    }

    private static void addAnswer(OpenAPI document, String id, Content content, Object type, Object recorded) {
        if (recorded instanceof Map<?, ?> page && page.get(POSITION) != null) {
            addTo(document, id + "-answer", "recorded", content, type, lastPage(page));
            addTo(document, id + "-answer-more", "more", content, type, page);
        } else {
            addTo(document, id + "-answer", "recorded", content, type, recorded);
        }
        VARIANTS.getOrDefault(id, List.of())
                .forEach(variant -> read("variants/" + id + "-" + variant)
                        .ifPresent(example -> addTo(
                                document,
                                id + "-answer-" + variant,
                                variant,
                                content,
                                example.get("answerType"),
                                example.get("answer"))));
    }

    private static Map<String, Object> lastPage(Map<?, ?> page) {
        var last = new LinkedHashMap<String, Object>();
        page.forEach((name, value) -> last.put(String.valueOf(name), value));
        last.put(POSITION, null);
        if (page.get("links") instanceof Map<?, ?> recorded) {
            var links = new LinkedHashMap<String, Object>();
            recorded.forEach((name, value) -> links.put(String.valueOf(name), value));
            links.put("next", null);
            last.put("links", links);
        }
        return last;
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
    private static void addTo(OpenAPI document, String name, String title, Content content, Object type, Object value) {
        if (value != null && content != null && content.getMediaType(String.valueOf(type)) != null) {
            document.getComponents().addExample(name, OASFactory.createExample().value(value));
            content.getMediaType(String.valueOf(type))
                    .addExample(title, OASFactory.createExample().ref(name));
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
