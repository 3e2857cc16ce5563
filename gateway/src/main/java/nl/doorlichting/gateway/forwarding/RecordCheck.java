package nl.doorlichting.gateway.forwarding;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import nl.doorlichting.platform.problems.Violation;

/** What is checked of a record before it is forwarded to its service, because only the gateway can ask others for it. */
public interface RecordCheck {
    boolean isAsked(HttpServerRequest request);

    /**
     * What is wrong with the record; nothing with what its service refuses itself. Fails when a service that it needs does not
     * answer.
     *
     * @param caller of a valid token, with a role that the operation allows
     */
    Future<List<Violation>> violations(JsonNode record, RoutingContext context, SecurityIdentity caller);
}
