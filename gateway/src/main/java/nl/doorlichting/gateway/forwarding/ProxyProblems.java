package nl.doorlichting.gateway.forwarding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import nl.doorlichting.platform.problems.Problem;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Language;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.platform.tracing.TraceId;

/** Problem details in place of the response of a service. */
@Singleton
class ProxyProblems {
    private final ObjectMapper mapper;

    ProxyProblems(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    ProxyResponse answer(ProxyRequest request, ProblemType type, Text detail) {
        return answer(request, ProblemException.of(type, detail));
    }

    ProxyResponse answer(ProxyRequest request, ProblemException refusal) {
        return write(request.response(), request.proxiedRequest(), refusal);
    }

    /** The same into a response of a service that was released. */
    ProxyResponse write(ProxyResponse response, HttpServerRequest incoming, ProblemException refusal) {
        var language = Language.of(incoming);
        var problem = Problem.of(refusal, incoming.path(), TraceId.of(incoming.getHeader(TraceId.HEADER)), language);
        return response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
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
