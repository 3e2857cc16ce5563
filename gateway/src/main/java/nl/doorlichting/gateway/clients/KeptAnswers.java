package nl.doorlichting.gateway.clients;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The answers of services that are kept, as far as they are right for one request. */
public interface KeptAnswers {
    /** Of a request whose answer is not kept either. */
    KeptAnswers NONE = new KeptAnswers() {
        @Override
        public Optional<byte[]> find(ServiceCall call) {
            return Optional.empty();
        }

        @Override
        public void keep(ServiceCall call, byte[] body, String build) {
            // As it says.
        }
    };

    /** The body of the answer to this call. */
    Optional<byte[]> find(ServiceCall call);

    /**
     * Keeps a complete answer to this call.
     *
     * @param build of the service that answered; null where it does not state it
     */
    void keep(ServiceCall call, byte[] body, String build);

    /** Those of this request. */
    static KeptAnswers of(RoutingContext request) {
        return request.get(KeptAnswers.class.getName(), NONE);
    }

    /** From here on this request uses them. */
    default void use(RoutingContext request) {
        request.put(KeptAnswers.class.getName(), this);
    }
}
