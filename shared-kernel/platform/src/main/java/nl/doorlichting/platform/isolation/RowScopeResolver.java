package nl.doorlichting.platform.isolation;

import io.quarkus.arc.Arc;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import nl.doorlichting.platform.caller.CurrentCaller;

/**
 * Which rows the current request may see. A request without an admitted caller sees no rows of an organisation. Work
 * without a request, such as a job, sees all rows.
 */
@ApplicationScoped
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
class RowScopeResolver implements Supplier<RowScope> {
    private final CurrentVertxRequest requests;

    RowScopeResolver(CurrentVertxRequest requests) {
        this.requests = requests;
    }

    @Override
    public RowScope get() {
        // Does not resolve the caller: that may need a call to the identity provider, and happened at the access check.
        var request = Arc.container().requestContext().isActive() ? requests.getCurrent() : null;
        if (request == null) {
            return RowScope.ALL;
        }
        return CurrentCaller.admitted(request).map(RowScope::to).orElse(RowScope.NONE);
    }
}
