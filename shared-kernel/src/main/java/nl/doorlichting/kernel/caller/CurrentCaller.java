package nl.doorlichting.kernel.caller;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The caller of the request at hand. */
@ApplicationScoped
public class CurrentCaller {
    static final String ORGANISATION_CLAIM = "organisation";

    private final SecurityIdentity identity;

    public CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Who asks; only to be called where a role is required, so that there is a token. */
    public Caller get() {
        var principal = identity.getPrincipal();
        var organisation = principal instanceof JsonWebToken token ? token.<Object>getClaim(ORGANISATION_CLAIM) : null;
        return new Caller(
                principal.getName(), identity.getRoles(), organisation instanceof String number ? number : null);
    }
}
