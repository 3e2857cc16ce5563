package nl.doorlichting.platform.edge;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.documents.Attachment;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * A test resource whose answer is larger than the buffers of two sockets, and that records whether the client read all
 * of it.
 */
@Path("/v1/long-answer")
public class LongAnswerResource {
    static final CompletableFuture<Boolean> TAKEN = new CompletableFuture<>();

    private static final int PARTS = 64;
    private static final byte[] PART = new byte[1 << 20];

    private final RoutingContext request;

    LongAnswerResource(RoutingContext request) {
        this.request = request;
    }

    @GET
    @Operation(hidden = true)
    @Allowed(AccessRule.PUBLIC)
    public Attachment content() {
        var answer = request.response();
        request.addEndHandler(ended -> TAKEN.complete(!answer.closed()));
        return new Attachment(
                "long.bin",
                "application/octet-stream",
                (long) PARTS * PART.length,
                "0",
                position -> position < PARTS ? Optional.of(PART) : Optional.empty());
    }
}
