package nl.doorlichting.funding.organisations;

import java.time.Instant;
import java.util.List;
import nl.doorlichting.kernel.vocabulary.OrganisationKind;
import nl.doorlichting.kernel.web.Tagged;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An organisation as stored.
 *
 * @param id the same as the number
 */
public record OrganisationResponse(
        String id,
        String number,
        String name,
        OrganisationKind kind,
        @Schema(nullable = true) String municipality,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements Tagged {

    static OrganisationResponse from(Organisation organisation) {
        return new OrganisationResponse(
                organisation.number,
                organisation.number,
                organisation.name,
                organisation.kind,
                organisation.municipality,
                organisation.createdAt,
                "\"" + organisation.version + "\"",
                List.of());
    }
}
