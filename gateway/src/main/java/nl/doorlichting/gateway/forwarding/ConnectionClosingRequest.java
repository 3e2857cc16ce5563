package nl.doorlichting.gateway.forwarding;

import io.quarkus.vertx.http.runtime.filters.AbstractResponseWrapper;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * A request whose response is aborted by closing the connection. The response's own reset does so too, but then the end of
 * the request is not reported to the counters of running requests, and a shutdown waits for it until its time limit.
 */
final class ConnectionClosingRequest extends HttpServerRequestWrapper {
    private final HttpServerResponse response;

    ConnectionClosingRequest(HttpServerRequest request) {
        super((HttpServerRequestInternal) request);
        this.response = new ConnectionClosingResponse(request);
    }

    @Override
    public HttpServerResponse response() {
        return response;
    }

    private static final class ConnectionClosingResponse extends AbstractResponseWrapper {
        private final ConnectionBase connection;

        private ConnectionClosingResponse(HttpServerRequest request) {
            super(request.response());
            this.connection = (ConnectionBase) request.connection();
        }

        @Override
        public boolean reset() {
            return reset(0);
        }

        @Override
        public boolean reset(long code) {
            if (ended() || closed()) {
                return false;
            }
            // Where the caller has closed it, this can come in the midst of a write that fails by that. Closing writes
            // too,
            // and would release its buffers a second time.
            if (connection.channel().isOpen()) {
                connection.close();
            }
            return true;
        }
    }
}
