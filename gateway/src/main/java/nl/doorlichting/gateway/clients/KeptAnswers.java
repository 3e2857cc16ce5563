package nl.doorlichting.gateway.clients;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The answers of services that are kept, as far as they are right for one request. */
public interface KeptAnswers {
    /** The body of the answer to this call. */
    Optional<byte[]> find(ServiceCall call);

    /**
     * Keeps a complete answer to this call.
     *
     * @param build of the service that answered; null where it does not state it
     */
    void keep(ServiceCall call, byte[] body, String build);

    /** Whether what this call is about is known to exist, as far as the caller may know. */
    boolean exists(ServiceCall call);

    /** From here on it does: nothing that reports can name is ever deleted. */
    void keepExistence(ServiceCall call);

    /** Those of this request; empty where its answer is not kept either. */
    static Optional<KeptAnswers> of(RoutingContext request) {
        return Optional.ofNullable(request.get(KeptAnswers.class.getName()));
    }

    /** From here on this request uses them. */
    default void use(RoutingContext request) {
        request.put(KeptAnswers.class.getName(), this);
    }
}
