package nl.doorlichting.platform.contract;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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

    /**
     * Alternatives: a token with any one of the roles will do (OpenAPI 3.1, Security Requirement Object). An empty list
     * is that no token is needed. The roles are in the description too, because reference pages do not show them.
     */
    static void require(Operation operation, AccessRule rule) {
        operation.setSecurity(rule.isPublic() ? List.of() : requirements(rule));
        if (!rule.isPublic()) {
            Descriptions.sentence(operation.getDescription())
                    .ifPresent(words -> operation.setDescription(words + " " + rolesOf(rule)));
        }
    }

    private static String rolesOf(AccessRule rule) {
        if (rule.roles().isEmpty()) {
            return "Roles: any, a valid token is enough.";
        }
        return rule.roles().stream()
                .map(role -> role.toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", ", "Roles: ", "."));
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
