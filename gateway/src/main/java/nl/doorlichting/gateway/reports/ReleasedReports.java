package nl.doorlichting.gateway.reports;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.FiguresOf;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.gateway.GatewayAccess;
import nl.doorlichting.gateway.clients.UpstreamResponse;
import nl.doorlichting.gateway.clients.reporting.ReportingClient;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.parameters.ParameterRules;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.platform.texts.RequestLanguage;
import nl.doorlichting.platform.texts.Text;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Reports as a release has them. A caller that may read live figures gets them unless it names a release. Any other
 * caller, with or without a token, gets a release, the latest if it names none.
 */
@ApplicationScoped
public class ReleasedReports implements ParameterRules {
    private static final String OTHERS =
            " Every other caller, with or without a token, gets the latest release: its" + " release names it.";

    /** Ends the description of the reports of reach and of effects, because this class decides about them. */
    public static final String WHOSE_RESULTS = " Live figures are for callers with permission READ_RESULT_STATISTICS"
            + " (analyst, programme manager, reviewer, researcher)." + OTHERS;

    /** Ends the description of the report of trainings. */
    public static final String WHOSE_TRAININGS = " Live figures are for callers with permission"
            + " READ_TRAINING_STATISTICS (training coordinator, analyst, programme manager, reviewer)." + OTHERS;

    private static final String ETAG = HttpHeaders.ETAG.toString();
    private static final String RELEASE = "release";
    private static final String LATEST = "latest";
    // A release is always complete.
    private static final String COMPLETE = "complete";
    private static final Set<String> ASKED_OF_RELEASES = new TreeSet<>(List.of("by", "programme", RELEASE));

    private final ReportingClient reporting;
    private final CurrentIdentityAssociation callers;
    private final RoutingContext request;

    ReleasedReports(ReportingClient reporting, CurrentIdentityAssociation callers, RoutingContext request) {
        this.reporting = reporting;
        this.callers = callers;
        this.request = request;
    }

    /** The live report for a caller that may read it and names no release, else the one that is released. */
    public Uni<RestResponse<byte[]>> orLive(Structure structure, Supplier<Uni<RestResponse<byte[]>>> live) {
        var asked = asked();
        return callers.getDeferredIdentity().chain(caller -> {
            if (asked.containsKey(RELEASE) || readsReleasesOnly(structure, caller)) {
                return released(structure, asked, caller);
            }
            return live.get();
        });
    }

    @Override
    public Uni<List<Violation>> furtherViolations(Method operation, Map<String, List<String>> query) {
        var figures = operation.getAnnotation(FiguresOf.class);
        // A report that needs no token is of a release for those who may not read the live one.
        var isReleased =
                AccessRule.PUBLIC.equals(operation.getAnnotation(Allowed.class).value());
        if (figures == null || !isReleased) {
            return Uni.createFrom().item(List.of());
        }
        var asked = asked();
        return callers.getDeferredIdentity()
                .chain(caller -> asked.containsKey(RELEASE) || readsReleasesOnly(figures.value(), caller)
                        ? violations(figures.value(), asked)
                        : Uni.createFrom().item(List.of()));
    }

    private static boolean readsReleasesOnly(Structure structure, SecurityIdentity caller) {
        return !AccessRule.named(GatewayAccess.liveReport(structure)).allows(caller.getRoles());
    }

    private Map<String, String> asked() {
        var asked = new LinkedHashMap<String, String>();
        request.queryParams().forEach(parameter -> asked.put(parameter.getKey(), parameter.getValue()));
        return asked;
    }

    private Uni<RestResponse<byte[]>> released(
            Structure structure, Map<String, String> asked, SecurityIdentity caller) {
        if (!notStored(asked).isEmpty()) {
            return violations(structure, asked).map(all -> {
                throw ProblemException.violations(all);
            });
        }
        return reporting
                .released(structure, parameters(asked))
                .map(part -> {
                    // The service worded its notes by the same header.
                    RequestLanguage.stated(request);
                    return passedOn(Completeness.required(part));
                })
                .onFailure(failure -> failure instanceof AuthenticationFailedException && caller.isAnonymous())
                .transform(failure -> new UnauthorizedException());
    }

    /** What is wrong with a question about a release: what releases do not store, and what the service finds in the rest. */
    private Uni<List<Violation>> violations(Structure structure, Map<String, String> asked) {
        return reporting
                .released(structure, parameters(asked))
                .map(fine -> List.<Violation>of())
                .onFailure()
                .recoverWithItem(failure ->
                        failure instanceof ProblemException refusal && refusal.type() == ProblemType.VALIDATION_FAILED
                                ? refusal.violations()
                                : List.of())
                .map(found ->
                        Stream.concat(notStored(asked).stream(), found.stream()).toList());
    }

    // With the ETag of the service, so that the gateway makes nothing of what the caller has already.
    private static RestResponse<byte[]> passedOn(UpstreamResponse released) {
        var status = RestResponse.Status.fromStatusCode(released.status());
        return RestResponse.ResponseBuilder.create(
                        status, status == RestResponse.Status.NOT_MODIFIED ? null : released.body())
                .header(ETAG, released.header(ETAG))
                .header(HttpHeaders.CACHE_CONTROL.toString(), Responses.REVALIDATE)
                .build();
    }

    private static List<Violation> notStored(Map<String, String> asked) {
        return asked.keySet().stream()
                .filter(name -> !ASKED_OF_RELEASES.contains(name) && !name.equals(COMPLETE))
                .sorted()
                .map(name -> Violation.query(
                        name,
                        ViolationCode.NOT_ALLOWED,
                        Map.of("allowed", ASKED_OF_RELEASES),
                        Text.of("report.of-release")))
                .toList();
    }

    private static Map<String, String> parameters(Map<String, String> asked) {
        var parameters = new LinkedHashMap<>(asked);
        parameters.keySet().retainAll(ASKED_OF_RELEASES);
        parameters.remove(RELEASE, LATEST);
        return parameters;
    }
}
