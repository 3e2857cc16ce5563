package nl.doorlichting.platform.contract;

import java.util.List;
import nl.doorlichting.platform.access.AccessRule;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** The bearer token that operations need, and the roles that it must carry. */
final class BearerSecurity {

    private static final String SCHEME = "bearer";

    private BearerSecurity() {}

    static void define(OpenAPI document) {
        document.getComponents()
                .addSecurityScheme(
                        SCHEME,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("Token of an OpenID Connect provider, with roles and organisation"));
    }

    /** Alternatives: a token with any one of the roles will do (OpenAPI 3.1, Security Requirement Object). */
    static void require(Operation operation, AccessRule rule) {
        operation.setSecurity(rule.isPublic() ? null : requirements(rule));
    }

    private static List<SecurityRequirement> requirements(AccessRule rule) {
        if (rule.roles().isEmpty()) {
            return List.of(OASFactory.createSecurityRequirement().addScheme(SCHEME));
        }
        return rule.roles().stream()
                .map(role -> OASFactory.createSecurityRequirement().addScheme(SCHEME, role))
                .toList();
    }
}
