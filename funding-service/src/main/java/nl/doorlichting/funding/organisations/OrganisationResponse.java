package nl.doorlichting.funding.organisations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An organisation as stored.
 *
 * @param id the same as the number, for paths
 * @param number number by which everything names the organisation
 * @param kind what the organisation is
 * @param municipality municipality of its seat, or the municipality itself, by its code; null where not stated
 * @param parent number of the organisation that this one is a part of
 * @param validFrom first day that it was there under this name; null when not stated
 * @param validUntil first day that it was there no more; null while it is, or when not stated
 * @param successor number of the organisation that took over
 * @param source where it is taken from; null where not stated
 */
public record OrganisationResponse(
        String id,
        String number,
        String name,
        OrganisationKind kind,
        @Schema(nullable = true) String municipality,
        @Schema(nullable = true) String parent,
        @Schema(nullable = true) LocalDate validFrom,
        @Schema(nullable = true) LocalDate validUntil,
        @Schema(nullable = true) String successor,
        @Schema(nullable = true) String source,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements HasEtag {}
