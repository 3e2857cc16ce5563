package nl.doorlichting.platform.idempotency;

import io.quarkus.arc.properties.IfBuildProperty;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.parameters.ParameterRules;
import nl.doorlichting.platform.problems.Violation;

/** Reports a key that is missing or not usable together with all other violations of the request. */
@ApplicationScoped
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
class IdempotencyKeyRules implements ParameterRules {
    private final RoutingContext request;

    IdempotencyKeyRules(RoutingContext request) {
        this.request = request;
    }

    @Override
    public List<Violation> violations(Method operation, Map<String, List<String>> query) {
        var rule = operation.getAnnotation(Idempotent.class);
        if (rule == null) {
            return List.of();
        }
        var key = request.request().getHeader(IdempotencyKey.HEADER);
        if (key == null) {
            return rule.required() ? List.of(IdempotencyKey.missing()) : List.of();
        }
        return IdempotencyKey.isUsable(key) ? List.of() : List.of(IdempotencyKey.unusable(key));
    }
}
