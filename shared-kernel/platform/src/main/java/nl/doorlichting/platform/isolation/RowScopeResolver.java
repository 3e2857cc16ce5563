package nl.doorlichting.platform.isolation;

import io.quarkus.arc.Arc;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import nl.doorlichting.platform.caller.CurrentCaller;

/**
 * Which rows the request at hand may see. A request whose caller is not let in yet, or need not be known, sees nobody's;
 * work without a request, such as a job, sees all.
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
        // Asks nobody who the caller is: that may take a call to the identity provider, and was settled at the door.
        var request = Arc.container().requestContext().isActive() ? requests.getCurrent() : null;
        if (request == null) {
            return RowScope.ALL;
        }
        return CurrentCaller.admitted(request).map(RowScope::to).orElse(RowScope.NONE);
    }
}
