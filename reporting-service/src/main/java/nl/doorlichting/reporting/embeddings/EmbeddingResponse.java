package nl.doorlichting.reporting.embeddings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.EmbeddingStatus;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is known, on a day, of whether something will last.
 *
 * @param latest whether this is the last word of its series
 * @param warnings of the last word: EMBEDDING_STALE when it is older than a year, EMBEDDING_ENDED when what was secured
 *     has ended
 */
public record EmbeddingResponse(
        UUID id,
        String programme,
        @Schema(nullable = true) UUID projectId,
        @Schema(nullable = true) String organisationId,
        @Schema(nullable = true) Track track,
        @Schema(nullable = true) ActionLine actionLine,
        @Schema(nullable = true) FundingInstrument fundingInstrument,
        List<InterventionType> interventionTypes,
        List<Phenomenon> phenomena,
        Place place,
        String subject,
        LocalDate statedOn,
        EmbeddingStatus status,
        @Schema(nullable = true) String where,
        @Schema(nullable = true) String responsible,
        @Schema(nullable = true) LocalDate until,
        String source,
        @Schema(nullable = true) String note,
        boolean latest,
        List<Warning> warnings,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements HasEtag {

    /** Why the last word should be renewed. */
    @Schema(name = "EmbeddingWarning")
    public record Warning(String code, String detail) {}

    static EmbeddingResponse from(Embedding one, boolean latest, LocalDate today, List<String> allowedActions) {
        var about = one.activity;
        return new EmbeddingResponse(
                one.id,
                one.programme,
                about.projectId(),
                about.organisationId(),
                about.track(),
                about.actionLine(),
                about.fundingInstrument(),
                about.interventionTypes(),
                about.phenomena(),
                about.place(),
                one.subject,
                one.statedOn,
                one.status,
                one.where,
                one.responsible,
                one.until,
                one.source,
                one.note,
                latest,
                latest ? warnings(one, today) : List.of(),
                one.createdAt,
                "\"" + one.version + "\"",
                allowedActions);
    }

    private static List<Warning> warnings(Embedding one, LocalDate today) {
        var warnings = new ArrayList<Warning>();
        if (EmbeddingRules.isStale(one.statedOn, today)) {
            warnings.add(new Warning(EmbeddingRules.STALE, "The last word is of " + one.statedOn + "."));
        }
        if (EmbeddingRules.hasEnded(one.status, one.until, today)) {
            warnings.add(new Warning(EmbeddingRules.ENDED, "It was secured until " + one.until + "."));
        }
        return warnings;
    }
}
