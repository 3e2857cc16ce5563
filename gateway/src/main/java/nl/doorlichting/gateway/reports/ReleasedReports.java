package nl.doorlichting.gateway.reports;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.gateway.GatewayAccess;
import nl.doorlichting.gateway.clients.reporting.ReportingClient;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.platform.texts.RequestLanguage;
import nl.doorlichting.platform.texts.Text;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Reports as a release has them. A caller that may read live figures gets them unless it names a release. A machine and
 * a caller without a token get a release, the latest if they name none.
 */
@ApplicationScoped
public class ReleasedReports {
    private static final String ETAG = HttpHeaders.ETAG.toString();
    private static final String RELEASE = "release";
    private static final String LATEST = "latest";
    private static final Set<String> ASKED_OF_RELEASES = new TreeSet<>(List.of("by", "programme", RELEASE));

    private final ReportingClient reporting;
    private final CurrentIdentityAssociation callers;
    private final RoutingContext request;

    ReleasedReports(ReportingClient reporting, CurrentIdentityAssociation callers, RoutingContext request) {
        this.reporting = reporting;
        this.callers = callers;
        this.request = request;
    }

    /** The report as released, or else the live one; 403 for a caller that may not read the live one and names no release. */
    public Uni<RestResponse<byte[]>> orLive(Structure structure, Supplier<Uni<RestResponse<byte[]>>> live) {
        var asked = asked();
        return callers.getDeferredIdentity().chain(caller -> {
            if (asked.containsKey(RELEASE) || readsReleasesOnly(caller)) {
                return released(structure, asked, caller);
            }
            if (!AccessRule.named(GatewayAccess.READ_REPORTS).allows(caller.getRoles())) {
                throw new ForbiddenException();
            }
            return live.get();
        });
    }

    private static boolean readsReleasesOnly(SecurityIdentity caller) {
        return caller.isAnonymous()
                || caller.hasRole(Role.STATISTICS_CLIENT)
                        && !AccessRule.named(GatewayAccess.READ_REPORTS).allows(caller.getRoles());
    }

    private Map<String, String> asked() {
        var asked = new LinkedHashMap<String, String>();
        request.queryParams().forEach(parameter -> asked.put(parameter.getKey(), parameter.getValue()));
        return asked;
    }

    private Uni<RestResponse<byte[]>> released(
            Structure structure, Map<String, String> asked, SecurityIdentity caller) {
        return reporting
                .released(structure, parameters(asked))
                .map(part -> {
                    // The service worded its notes by the same header.
                    RequestLanguage.stated(request);
                    return passedOn(part.body().orElseThrow(Completeness::unavailable));
                })
                .onFailure(failure -> failure instanceof AuthenticationFailedException && caller.isAnonymous())
                .transform(failure -> new UnauthorizedException());
    }

    // With the ETag of the service, so that the gateway makes nothing of what the caller has already.
    private static RestResponse<byte[]> passedOn(RestResponse<byte[]> released) {
        return RestResponse.ResponseBuilder.create(released.getStatusInfo(), released.getEntity())
                .header(ETAG, released.getHeaderString(ETAG))
                .header(HttpHeaders.CACHE_CONTROL.toString(), Responses.REVALIDATE)
                .build();
    }

    private static Map<String, String> parameters(Map<String, String> asked) {
        var parameters = new LinkedHashMap<>(asked);
        // A release is always complete.
        parameters.remove("complete");
        parameters.remove(RELEASE, LATEST);
        var others = parameters.keySet().stream()
                .filter(name -> !ASKED_OF_RELEASES.contains(name))
                .sorted()
                .map(name -> Violation.query(
                        name,
                        ViolationCode.NOT_ALLOWED,
                        Map.of("allowed", ASKED_OF_RELEASES),
                        Text.of("report.of-release")))
                .toList();
        if (!others.isEmpty()) {
            throw ProblemException.violations(others);
        }
        return parameters;
    }
}
