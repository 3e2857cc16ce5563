package nl.doorlichting.gateway.dataquality;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.doorlichting.gateway.GatewayAccess;
import nl.doorlichting.gateway.clients.funding.Programmes;
import nl.doorlichting.gateway.forwarding.RecordCheck;
import nl.doorlichting.gateway.reports.Completeness;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.json.ScalarFormats;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.texts.Text;

/**
 * Whether a finding that is accepted is among those of its programme now. The service that stores acceptances does not know
 * findings, which are made here from the answers of all services.
 */
@Singleton
class AcceptedFindingCheck implements RecordCheck {
    private static final String ACCEPTANCES = "/v1/finding-acceptances";

    private final DataQualityReports reports;
    private final CurrentVertxRequest requests;
    private final CurrentIdentityAssociation callers;

    AcceptedFindingCheck(DataQualityReports reports, CurrentVertxRequest requests, CurrentIdentityAssociation callers) {
        this.reports = reports;
        this.requests = requests;
        this.callers = callers;
    }

    @Override
    public boolean isAsked(HttpServerRequest request) {
        return request.method() == HttpMethod.POST && request.path().equals(ACCEPTANCES);
    }

    @Override
    public Future<List<Violation>> violations(JsonNode acceptance, RoutingContext context, SecurityIdentity caller) {
        var programme = acceptance.path("programme").asText();
        var finding = acceptance.path("findingId").asText();
        var isReadable = AccessRule.named(GatewayAccess.READ_REPORTS).allows(caller.getRoles());
        if (!isReadable || programme.isBlank() || !ScalarFormats.isText(programme) || !ScalarFormats.isUuid(finding)) {
            return Future.succeededFuture(List.of());
        }
        return findings(programme, context, caller)
                .map(found -> violations(UUID.fromString(finding), found))
                .recover(failure ->
                        failure instanceof ProblemException problem && problem.type() == ProblemType.VALIDATION_FAILED
                                ? Future.succeededFuture(List.of(Programmes.unknownInBody(programme, known(problem))))
                                : Future.failedFuture(failure));
    }

    private static List<Violation> violations(UUID finding, DataQualityReports.Found found) {
        if (found.findings().stream().anyMatch(one -> one.id().equals(finding))) {
            return List.of();
        }
        if (!found.complete()) {
            throw ProblemException.of(ProblemType.UNAVAILABLE, Text.of("quality.finding-not-checked"));
        }
        return List.of(Violation.unknownReference("/findingId", finding, Text.of("quality.finding-unknown", finding)));
    }

    /** The codes of programmes that a report of an unknown one names. */
    private static Set<String> known(ProblemException refusal) {
        return refusal.violations().stream()
                .map(violation -> violation.parameters().get("allowed"))
                .filter(Collection.class::isInstance)
                .flatMap(codes -> ((Collection<?>) codes).stream())
                .map(String::valueOf)
                .collect(Collectors.toSet());
    }

    /** The findings as this caller sees them: what asks the services takes token and caller from the request that it works for. */
    private Future<DataQualityReports.Found> findings(
            String programme, RoutingContext context, SecurityIdentity caller) {
        var found = Promise.<DataQualityReports.Found>promise();
        var scope = Arc.container().requestContext();
        scope.activate();
        var state = scope.getState();
        try {
            requests.setCurrent(context);
            callers.setIdentity(caller);
            reports.findings(programme, Completeness.PARTIAL)
                    .onTermination()
                    .invoke(() -> scope.destroy(state))
                    .subscribe()
                    .with(found::complete, found::fail);
        } finally {
            scope.deactivate();
        }
        return found.future();
    }
}
