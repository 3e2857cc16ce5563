package nl.doorlichting.platform.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Set;
import java.util.stream.Collectors;
import nl.doorlichting.platform.idempotency.Idempotent;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.IndexView;

/** Documents the Idempotency-Key as required where the operation's annotation makes it so. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = ContractDocumentFilter.PRIORITY - 1)
public final class RequiredIdempotencyKeys implements OASFilter {
    private final Set<String> operationIds;

    public RequiredIdempotencyKeys(IndexView index) {
        operationIds = index.getAnnotations(Idempotent.class).stream()
                .filter(annotation -> annotation.target().kind() == AnnotationTarget.Kind.METHOD)
                .filter(annotation -> isTrue(annotation.value("required")))
                .map(annotation -> annotation.target().asMethod().name())
                .collect(Collectors.toSet());
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        DocumentedOperation.allOf(document).stream()
                .map(DocumentedOperation::operation)
                .filter(operation -> operationIds.contains(operation.getOperationId()))
                .flatMap(operation -> operation.getParameters().stream())
                .filter(parameter -> ErrorResponses.IDEMPOTENCY_KEY.equals(parameter.getName()))
                .forEach(parameter -> parameter.setRequired(true));
    }

    private static boolean isTrue(AnnotationValue value) {
        return value != null && value.asBoolean();
    }
}
