package nl.doorlichting.kernel.isolation;

import io.quarkus.arc.Arc;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import nl.doorlichting.kernel.caller.CurrentCaller;

/**
 * Which rows the request at hand may see. A request whose caller is not let in yet, or need not be known, sees nobody's;
 * work without a request, such as a job, sees all.
 */
@ApplicationScoped
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
class RowsOfRequest implements Supplier<VisibleRows> {
    private final CurrentVertxRequest requests;

    RowsOfRequest(CurrentVertxRequest requests) {
        this.requests = requests;
    }

    @Override
    public VisibleRows get() {
        // Asks nobody who the caller is: that may take a call to the identity provider, and was settled at the door.
        var request = Arc.container().requestContext().isActive() ? requests.getCurrent() : null;
        if (request == null) {
            return VisibleRows.ALL;
        }
        return CurrentCaller.admitted(request).map(VisibleRows::to).orElse(VisibleRows.NONE);
    }
}
