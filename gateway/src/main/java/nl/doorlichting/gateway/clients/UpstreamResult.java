package nl.doorlichting.gateway.clients;

import java.util.Optional;

/**
 * What came of asking one service for its part of a report. A service that refuses (400, 401, 403, 404) makes no part:
 * its refusal is the answer of the whole.
 */
public sealed interface UpstreamResult<T> {
    /** What the service said; empty when it does not answer. */
    Optional<T> body();

    /** The service answered. */
    record Answered<T>(T content) implements UpstreamResult<T> {
        @Override
        public Optional<T> body() {
            return Optional.of(content);
        }
    }

    /** The service is away, too slow, failing, or says something that cannot be read. */
    record Unavailable<T>() implements UpstreamResult<T> {
        @Override
        public Optional<T> body() {
            return Optional.empty();
        }
    }
}
