package nl.doorlichting.gateway.forwarding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import nl.doorlichting.kernel.problem.ProblemType;
import nl.doorlichting.kernel.web.Problem;
import nl.doorlichting.kernel.web.TraceId;

/** The answer in place of a service that is away or silent. */
@Singleton
class AbsentService {
    private static final String RETRY_AFTER_SECONDS = "5";
    private static final String READ = "The service that has this does not answer now.";
    private static final String WRITE =
            "The service that has this does not answer, and may have made the change: send it again with the same"
                    + " Idempotency-Key, or look first.";

    private final ObjectMapper mapper;

    AbsentService(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    ProxyResponse answer(ProxyRequest request) {
        var incoming = request.proxiedRequest();
        var safe = incoming.method() == HttpMethod.GET || incoming.method() == HttpMethod.HEAD;
        var problem = Problem.of(
                ProblemType.UNAVAILABLE,
                safe ? READ : WRITE,
                incoming.path(),
                TraceId.of(incoming.getHeader(TraceId.HEADER)));
        return request.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .setBody(Body.body(json(problem)));
    }

    private Buffer json(Problem problem) {
        try {
            return Buffer.buffer(mapper.writeValueAsBytes(problem));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
