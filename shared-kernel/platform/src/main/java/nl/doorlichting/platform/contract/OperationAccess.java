package nl.doorlichting.platform.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.Map;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;

/** Adds the access rule of each operation to the document. An operation without a rule fails the build. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = ContractDocumentFilter.PRIORITY + 1)
public final class OperationAccess implements OASFilter {
    private final Map<String, AccessRule> rules = new HashMap<>();

    public OperationAccess(IndexView index) {
        // The interceptor of the annotation is a class that carries it too.
        index.getAnnotations(Allowed.class).stream()
                .filter(annotation -> annotation.target().kind() == AnnotationTarget.Kind.METHOD)
                .forEach(this::add);
    }

    private void add(AnnotationInstance annotation) {
        rules.put(
                annotation.target().asMethod().name(),
                AccessRule.valueOf(annotation.value().asEnum()));
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        DocumentedOperation.allOf(document).forEach(this::require);
    }

    private void require(DocumentedOperation documented) {
        var rule = rules.get(documented.operation().getOperationId());
        if (rule == null) {
            throw new IllegalStateException(documented + " has no access rule: annotate it with @Allowed");
        }
        BearerSecurity.require(documented.operation(), rule);
    }
}
