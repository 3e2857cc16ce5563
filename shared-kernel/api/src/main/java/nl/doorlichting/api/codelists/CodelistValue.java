package nl.doorlichting.api.codelists;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One code of a codelist as it is served.
 *
 * @param code the code, as fields have it
 * @param order position of the code in its list, from 1
 * @param validFrom first day on which the code is used; null where it always was
 * @param validUntil first day on which the code is not used any more; null while it is used
 * @param replacedBy code of the same list to use instead; null while this one is used, and where none takes its place
 */
public record CodelistValue(
        String code,
        String labelDutch,
        String labelEnglish,
        String definitionDutch,
        String definitionEnglish,
        int order,
        @Schema(nullable = true) LocalDate validFrom,
        @Schema(nullable = true) LocalDate validUntil,
        @Schema(nullable = true) String replacedBy) {}
