package nl.doorlichting.kernel.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Every operation needs a bearer token, except those that say that they do not. */
final class BearerSecurity {

    private static final String SCHEME = "bearer";
    private static final String PUBLIC = "x-public";

    private BearerSecurity() {}

    static void require(OpenAPI document, List<DocumentedOperation> operations) {
        document.getComponents()
                .addSecurityScheme(
                        SCHEME,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("Token of an OpenID Connect provider, with roles and organisation"));
        operations.forEach(documented -> require(documented.operation()));
    }

    private static void require(Operation operation) {
        // The scanner copies a method's extensions to the answers that are documented beside it.
        if (operation.getResponses() != null) {
            operation.getResponses().getAPIResponses().values().forEach(answer -> Extensions.take(answer, PUBLIC));
        }
        if (Extensions.take(operation, PUBLIC)) {
            operation.setSecurity(null);
            return;
        }
        operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(SCHEME)));
    }
}
