package nl.doorlichting.platform.caller;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonString;
import java.util.Collection;
import nl.doorlichting.platform.json.ScalarFormats;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Rejects a token without a subject, or with a subject that no record can store, because every record stores its
 * author. A subject with outer white space is rejected, because it would look like another one. A token whose claims have
 * an unexpected form is rejected too, because what it grants would be a guess.
 */
@ApplicationScoped
class SubjectRequired implements SecurityIdentityAugmentor {
    private static final String ROLES_CLAIM = "roles";
    private static final int LONGEST = 200;

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        var refused = identity.getPrincipal() instanceof JsonWebToken token
                && !(isName(token.getSubject())
                        && isNameOrAbsent(token.getClaim(CurrentCaller.ORGANISATION_CLAIM))
                        && areTextsOrAbsent(token.getClaim(ROLES_CLAIM)));
        return refused
                ? Uni.createFrom().failure(new AuthenticationFailedException("the token has no subject"))
                : Uni.createFrom().item(identity);
    }

    private static boolean isNameOrAbsent(Object claim) {
        return claim == null || claim instanceof String name && isName(name);
    }

    private static boolean areTextsOrAbsent(Object claim) {
        return claim == null
                || claim instanceof Collection<?> some && some.stream().allMatch(SubjectRequired::isText);
    }

    private static boolean isText(Object element) {
        return element instanceof String || element instanceof JsonString;
    }

    static boolean isName(String name) {
        return name != null && !name.isBlank() && name.length() <= LONGEST && ScalarFormats.isPlain(name);
    }
}
