package nl.doorlichting.platform.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import nl.doorlichting.platform.access.Allowed;

/** Every way into an application has an access rule, also one that the contract does not show. */
public final class AccessArchitecture {

    /** Handlers of the HTTP server that run before any operation. Four serve something themselves: the forwarding of the
     * gateway, operations that each service documents and checks; the revisions of a service, for any valid token; the
     * cache of reports, what an operation answered to a caller with the same rights; and the address of the review page
     * with a slash, a redirect without content. Signing in serves only the page that refuses a session. */
    private static final Set<String> RAW_ROUTES = Set.of(
            "nl.doorlichting.platform.metrics.RequestDurations",
            "nl.doorlichting.platform.metrics.UnmatchedRequests",
            "nl.doorlichting.platform.responses.ResponseHeaders",
            "nl.doorlichting.platform.edge.ConnectionDraining",
            "nl.doorlichting.platform.edge.LoadShedding",
            "nl.doorlichting.platform.edge.RepeatedHeaders",
            "nl.doorlichting.platform.bodies.ContentLengthCheck",
            "nl.doorlichting.platform.edge.RequestHead",
            "nl.doorlichting.platform.bodies.MinimumUploadRate",
            "nl.doorlichting.platform.bodies.RequestBodyDrainer",
            "nl.doorlichting.platform.dataset.RevisionRoute",
            "nl.doorlichting.platform.deadline.StatementDeadline",
            "nl.doorlichting.gateway.ratelimit.RateLimiter",
            "nl.doorlichting.gateway.cors.CrossOriginAccess",
            "nl.doorlichting.gateway.compression.ResponseCompression",
            "nl.doorlichting.gateway.reportcache.ReportCacheRoute",
            "nl.doorlichting.gateway.review.ReviewAddress",
            "nl.doorlichting.gateway.signin.SignIn",
            "nl.doorlichting.gateway.forwarding.ForwardingHandler");

    private static final List<String> WAYS_TO_ADD_ONE = List.of(
            "io.vertx.ext.web.Router",
            "io.vertx.mutiny.ext.web.Router",
            "io.quarkus.vertx.web.Route",
            "io.quarkus.vertx.web.RouteFilter",
            "io.quarkus.vertx.http.runtime.filters.Filters");

    /** Every operation has a rule, also one that is hidden from the document. */
    @ArchTest
    public static final ArchRule EVERY_OPERATION_NAMES_ITS_RULE = methods()
            .that()
            .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
            .and()
            .areDeclaredInClassesThat()
            .areNotAnnotatedWith("org.eclipse.microprofile.rest.client.inject.RegisterRestClient")
            .should()
            .beAnnotatedWith(Allowed.class)
            .allowEmptyShould(true);

    /** Routes that are not operations have no rule, so they are few and named here. */
    @ArchTest
    public static final ArchRule RAW_ROUTES_ARE_NAMED = noClasses()
            .that(DescribedPredicate.describe(
                    "are not named here", candidate -> !RAW_ROUTES.contains(candidate.getName())))
            .should()
            .dependOnClassesThat(waysToAddOne())
            .allowEmptyShould(true);

    private AccessArchitecture() {}

    private static DescribedPredicate<JavaClass> waysToAddOne() {
        return DescribedPredicate.describe("add a route", candidate -> WAYS_TO_ADD_ONE.contains(candidate.getName()));
    }
}
