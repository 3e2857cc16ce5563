package nl.doorlichting.gateway.forwarding;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;
import nl.doorlichting.kernel.problem.ProblemType;

/** The answer in place of a service that is away or silent. */
@Singleton
class AbsentService {
    private static final String RETRY_AFTER_SECONDS = "5";
    private static final String READ = "The service that has this does not answer now.";
    private static final String WRITE =
            "The service that has this does not answer, and may have made the change: send it again with the same"
                    + " Idempotency-Key, or look first.";

    private final ProxyProblems problems;

    AbsentService(ProxyProblems problems) {
        this.problems = problems;
    }

    ProxyResponse answer(ProxyRequest request) {
        var method = request.proxiedRequest().method();
        var safe = method == HttpMethod.GET || method == HttpMethod.HEAD;
        return problems.answer(request, ProblemType.UNAVAILABLE, safe ? READ : WRITE)
                .putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
}
