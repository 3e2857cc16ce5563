package nl.doorlichting.platform.contract;

import java.util.HashMap;
import java.util.Map;
import nl.doorlichting.platform.idempotency.IdempotencyKeys;
import nl.doorlichting.platform.idempotency.Idempotent;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.IndexView;

/** Documents the Idempotency-Key of the operations that take one, as required where the annotation makes it so. */
@ContractStep(priority = ContractDocumentFilter.PRIORITY + 1)
public final class IdempotencyKeyParameters implements OASFilter {
    /** Whether the key is required, by the operation. */
    private final Map<String, Boolean> required = new HashMap<>();

    public IdempotencyKeyParameters(IndexView index) {
        index.getAnnotations(Idempotent.class).stream()
                .filter(annotation -> annotation.target().kind() == AnnotationTarget.Kind.METHOD)
                .forEach(annotation ->
                        required.put(annotation.target().asMethod().name(), isTrue(annotation.value("required"))));
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        DocumentedOperation.allOf(document).stream()
                .map(DocumentedOperation::operation)
                .filter(operation -> required.containsKey(operation.getOperationId()))
                .forEach(operation -> operation.addParameter(parameter(required.get(operation.getOperationId()))));
    }

    private static Parameter parameter(boolean required) {
        var parameter = OASFactory.createParameter()
                .name(IdempotencyKeys.HEADER)
                .in(Parameter.In.HEADER)
                .description("A new random text for each new request, best a UUID: 1 to 200 visible ASCII characters. A"
                        + " repeated request with the same key, query and body gets the first answer again, for 24"
                        + " hours, with Idempotency-Replayed: true; another query or body with it is 422. A key belongs"
                        + " to the caller, its organisation, the method and the path. "
                        + (required ? "Without it 400." : "Without it a repeated request is done again."))
                .schema(OASFactory.createSchema()
                        .addType(SchemaType.STRING)
                        .minLength(1)
                        .maxLength(200));
        return required ? parameter.required(true) : parameter;
    }

    private static boolean isTrue(AnnotationValue value) {
        return value != null && value.asBoolean();
    }
}
