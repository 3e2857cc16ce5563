package nl.doorlichting.platform.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.platform.lists.SortedBy;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.IndexView;

/** Adds to the parameter {@code sort} of each list the fields by which it can be sorted, from the keys that the code uses. */
@ContractStep(priority = ContractDocumentFilter.PRIORITY + 1)
public final class SortFields implements OASFilter {
    private static final String OPEN = "x-extensible-enum";

    private final Map<String, ListKeys> keys = new HashMap<>();

    public SortFields(IndexView index) {
        index.getAnnotations(SortedBy.class).forEach(this::add);
    }

    private void add(AnnotationInstance annotation) {
        var field = annotation.value("keys");
        keys.put(
                annotation.target().asMethodParameter().method().name(),
                read(annotation.value().asClass().name().toString(), field == null ? "KEYS" : field.asString()));
    }

    private static ListKeys read(String owner, String name) {
        try {
            return ListKeys.of(Class.forName(owner, true, Thread.currentThread().getContextClassLoader()), name);
        } catch (ClassNotFoundException indexed) {
            throw new IllegalStateException(indexed);
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        DocumentedOperation.allOf(document).forEach(documented -> {
            var operation = documented.operation();
            var sorted = keys.get(operation.getOperationId());
            if (sorted != null) {
                operation.getParameters().stream()
                        .filter(parameter -> "sort".equals(parameter.getName()))
                        .forEach(parameter -> describe(parameter, sorted));
            }
        });
    }

    private static void describe(Parameter parameter, ListKeys keys) {
        var fields = keys.sortable().stream().map(SortKey::name).toList();
        parameter.setDescription(parameter.getDescription() + " Fields of this list: " + String.join(", ", fields)
                + "; absent is " + keys.defaultSort() + ".");
        parameter
                .getSchema()
                .addExtension(
                        OPEN,
                        fields.stream()
                                .flatMap(field -> Stream.of(field, "-" + field))
                                .toList());
    }
}
