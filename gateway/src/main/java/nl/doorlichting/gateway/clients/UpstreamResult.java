package nl.doorlichting.gateway.clients;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.platform.texts.Text;

/**
 * The result of a call of one service for its part of a report. A refusal (400, 401, 403, 404) has none, because it
 * becomes the response to the whole request.
 */
public sealed interface UpstreamResult<T> {
    /** The body of the response; empty without a usable response. */
    Optional<T> body();

    /** The same with what is made of the body. */
    <R> UpstreamResult<R> map(Function<T, R> made);

    /** The service responded with 200, or with 304 where it was asked so. */
    record Answered<T>(T content) implements UpstreamResult<T> {
        @Override
        public Optional<T> body() {
            return Optional.of(content);
        }

        @Override
        public <R> UpstreamResult<R> map(Function<T, R> made) {
            return new Answered<>(made.apply(content));
        }
    }

    /**
     * The service is unreachable, too slow or failing, or its response cannot be read.
     *
     * @param needs how many seconds its answer may take, if the time for it was too short; null otherwise
     * @param detail what it says of that, for example which question takes less; null otherwise
     * @param recordedUntil before which moment it would answer, if it waited for writes in vain; null otherwise
     */
    record Unavailable<T>(Service service, Integer needs, Text detail, Instant recordedUntil)
            implements UpstreamResult<T> {
        @Override
        public Optional<T> body() {
            return Optional.empty();
        }

        @Override
        public <R> UpstreamResult<R> map(Function<T, R> made) {
            return new Unavailable<>(service, needs, detail, recordedUntil);
        }
    }
}
