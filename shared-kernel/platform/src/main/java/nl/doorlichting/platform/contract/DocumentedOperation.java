package nl.doorlichting.platform.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.idempotency.IdempotencyKeys;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;

/** An operation with the place where it is documented. */
record DocumentedOperation(String path, HttpMethod method, Operation operation) {

    static List<DocumentedOperation> allOf(OpenAPI document) {
        List<DocumentedOperation> all = new ArrayList<>();
        Map<String, PathItem> items = document.getPaths().getPathItems();
        if (items != null) {
            items.forEach((path, item) -> item.getOperations()
                    .forEach((method, operation) -> all.add(new DocumentedOperation(path, method, operation))));
        }
        return List.copyOf(all);
    }

    boolean hasPathParameters() {
        return path.contains("{");
    }

    boolean hasBody() {
        return operation.getRequestBody() != null;
    }

    boolean creates() {
        return method == HttpMethod.POST;
    }

    /** Whether it accepts an Idempotency-Key. */
    boolean repeatable() {
        return hasParameter(IdempotencyKeys.HEADER);
    }

    /** Whether its caller can ask for an answer with a part missing. */
    boolean mayBePartial() {
        return hasParameter("complete");
    }

    private boolean hasParameter(String name) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> name.equals(parameter.getName()));
    }

    /** Whether a token makes a difference, also where none is needed. */
    boolean takesToken() {
        return operation.getSecurity() != null && !operation.getSecurity().isEmpty();
    }

    /** Whether every caller needs a token. */
    boolean needsToken() {
        return takesToken()
                && operation.getSecurity().stream()
                        .noneMatch(alternative -> alternative.getSchemes() == null
                                || alternative.getSchemes().isEmpty());
    }

    /** POST is here, safe methods are not. */
    boolean writes() {
        return method == HttpMethod.POST
                || method == HttpMethod.PUT
                || method == HttpMethod.PATCH
                || method == HttpMethod.DELETE;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
