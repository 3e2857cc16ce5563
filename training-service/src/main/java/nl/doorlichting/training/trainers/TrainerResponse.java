package nl.doorlichting.training.trainers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.platform.responses.HasRepresentationEtag;
import nl.doorlichting.platform.responses.Personal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A trainer as stored.
 *
 * @param subject subject of the token of the trainer; a pseudonym once the person is erased
 * @param label what the trainer does or where; empty once the person is erased. The table (/csv) has no column of it
 * @param organisationId number of the organisation that the trainer works for, as in SIPI (number of
 *     /v1/organisations); it is not checked; null where it is not stated
 * @param trainedBy trainer who trained this one, by the id of that trainer; null for the first generation, or where not
 *     known
 * @param trainedInSessionId train-the-trainer session in which this trainer was trained, by its id; null where not
 *     known
 * @param trainedOn day on which the trainer was trained: only sessions of that day or later count as given since; null
 *     where not known, and then those since the session of trainedInSessionId count, or all without that too
 * @param sessions number of held sessions of all programmes that this trainer gave since being trained; one given with
 *     others counts for each
 * @param participants number of people who came to these sessions; a person who came to two of them counts twice
 * @param erasedAt moment at which label and subject were erased; null while they are kept
 * @param allowedActions what the caller may do with the trainer now: update, for a coordinator; empty where nothing is
 *     allowed
 */
public record TrainerResponse(
        UUID id,
        String subject,
        @Personal String label,
        @Schema(nullable = true) String organisationId,
        @Schema(nullable = true) UUID trainedBy,
        @Schema(nullable = true) UUID trainedInSessionId,
        @Schema(nullable = true) LocalDate trainedOn,
        long sessions,
        AggregatedQuantity participants,
        @Schema(nullable = true) Instant erasedAt,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements HasRepresentationEtag {

    /** Without the label, which may name a person. */
    @Override
    public String toString() {
        return "TrainerResponse " + id;
    }
}
