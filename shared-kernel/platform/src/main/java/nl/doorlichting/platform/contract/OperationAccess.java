package nl.doorlichting.platform.contract;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;

/**
 * Adds the access rule of each operation to the document, and the table of rules with roles, from which the gateway
 * takes the rules of its services. An operation without a rule, or with one that is not in the table, fails the build.
 */
@ContractStep(priority = ContractDocumentFilter.PRIORITY + 2)
public final class OperationAccess implements OASFilter {
    /** The extension that has the roles of each rule by its name. The merged document is without it. */
    public static final String TABLE = "x-access-rules";

    private final Map<String, AccessRule> rules = new HashMap<>();
    private final Map<String, AccessRule> more = new HashMap<>();

    public OperationAccess(IndexView index) {
        // The interceptor of the annotation is a class that carries it too.
        index.getAnnotations(Allowed.class).stream()
                .filter(annotation -> annotation.target().kind() == AnnotationTarget.Kind.METHOD)
                .forEach(this::add);
    }

    private void add(AnnotationInstance annotation) {
        var operation = annotation.target().asMethod().name();
        rules.put(operation, AccessRule.named(annotation.value().asString()));
        if (annotation.value("more") != null) {
            more.put(operation, any(annotation.value("more").asStringArray()));
        }
    }

    private static AccessRule any(String[] names) {
        var roles = Stream.of(names)
                .flatMap(name -> AccessRule.named(name).roles().stream())
                .distinct();
        return new AccessRule(String.join(" ", names), roles.toList());
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        DocumentedOperation.allOf(document).forEach(this::require);
        var table = new LinkedHashMap<String, List<String>>();
        AccessRule.all().stream()
                .filter(rule -> !rule.roles().isEmpty())
                .forEach(rule -> table.put(rule.name(), rule.roles()));
        document.addExtension(TABLE, table);
    }

    private void require(DocumentedOperation documented) {
        var rule = rules.get(documented.operation().getOperationId());
        if (rule == null) {
            throw new IllegalStateException(documented + " has no access rule: annotate it with @Allowed");
        }
        BearerSecurity.require(
                documented.operation(), rule, more.get(documented.operation().getOperationId()));
    }
}
