package nl.doorlichting.platform.edge;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A test resource whose work takes until the test ends it. */
@Path("/v1/held")
public class HeldResource {
    static final AtomicInteger BEGUN = new AtomicInteger();
    static final Semaphore ENDS = new Semaphore(0);

    @GET
    @Operation(hidden = true)
    @Allowed(AccessRule.PUBLIC)
    public String hold() {
        BEGUN.incrementAndGet();
        ENDS.acquireUninterruptibly();
        return "\"held\"";
    }

    @POST
    @Operation(hidden = true)
    @Allowed(AccessRule.PUBLIC)
    public String take(Map<String, String> body) {
        return "\"taken\"";
    }
}
