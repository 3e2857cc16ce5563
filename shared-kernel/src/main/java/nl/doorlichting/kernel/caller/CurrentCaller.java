package nl.doorlichting.kernel.caller;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The caller of the request at hand. */
@ApplicationScoped
public class CurrentCaller {
    static final String ORGANISATION_CLAIM = "organisation";

    private static final String ADMITTED = CurrentCaller.class.getName() + ".admitted";

    private final SecurityIdentity identity;

    public CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Who asks; only to be called where a role is required, so that there is a token. */
    public Caller get() {
        return of(identity);
    }

    /** To be called once the request may go on: from here on the database knows for whom it answers. */
    public static void admit(SecurityIdentity identity, RoutingContext request) {
        request.put(ADMITTED, of(identity));
    }

    /** Who the request was let in as; empty before that, and for good where no token is asked for. */
    public static Optional<Caller> admitted(RoutingContext request) {
        return Optional.ofNullable(request.get(ADMITTED));
    }

    private static Caller of(SecurityIdentity identity) {
        var principal = identity.getPrincipal();
        var organisation = principal instanceof JsonWebToken token ? token.<Object>getClaim(ORGANISATION_CLAIM) : null;
        return new Caller(
                principal.getName(), identity.getRoles(), organisation instanceof String number ? number : null);
    }
}
