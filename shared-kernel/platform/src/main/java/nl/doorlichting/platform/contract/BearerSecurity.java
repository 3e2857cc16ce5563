package nl.doorlichting.platform.contract;

import java.util.ArrayList;
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
     * is that no token is needed. An empty alternative beside others is that a token is possible: a generated client
     * sends it only then. The roles are in the description too, because reference pages do not show them.
     *
     * @param more the rule of callers that get more with their token from an operation that needs none; null without one
     */
    static void require(Operation operation, AccessRule rule, AccessRule more) {
        if (!rule.isPublic()) {
            operation.setSecurity(requirements(rule));
            describe(operation, "Roles: " + rolesOf(rule));
            return;
        }
        if (more == null) {
            operation.setSecurity(List.of());
            return;
        }
        var alternatives = new ArrayList<>(List.of(OASFactory.createSecurityRequirement()));
        alternatives.addAll(requirements(more));
        operation.setSecurity(alternatives);
        describe(operation, "No token is needed. Roles that get more with one: " + rolesOf(more));
    }

    private static void describe(Operation operation, String roles) {
        Descriptions.sentence(operation.getDescription())
                .ifPresent(words -> operation.setDescription(words + " " + roles + "."));
    }

    private static String rolesOf(AccessRule rule) {
        if (rule.roles().isEmpty()) {
            return "any, a valid token is enough";
        }
        return rule.roles().stream()
                .map(role -> role.toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
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
