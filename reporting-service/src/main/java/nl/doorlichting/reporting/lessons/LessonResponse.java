package nl.doorlichting.reporting.lessons;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.LessonKind;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.records.RecordCorrection;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.responses.HasRepresentationEtag;
import nl.doorlichting.reporting.activity.LessonRole;
import nl.doorlichting.reporting.activity.ProjectPhase;
import nl.doorlichting.reporting.activity.RejectedCorrection;
import nl.doorlichting.reporting.publication.PublicationStatus;
import nl.doorlichting.reporting.publication.PublishableRecordService;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A lesson or good practice as stored.
 *
 * @param text the lesson in full; null where it has a title only
 * @param language language of title and text, by its two letters: nl or en
 * @param translationOf the lesson that this one says in another language, by its id (id of /v1/lessons), so that the two
 *     count as one; null where this is a lesson of its own
 * @param translations the same lesson in other languages, without what is withdrawn; empty where there is none
 * @param status whether the public sees the lesson in the catalogue: a code of the codelist publication-statuses
 * @param publishedAt moment of the last publication; null while the lesson is a draft, also after a withdrawal
 * @param correctionPending whether a correction of the public record waits for a reviewer; false for a caller that is
 *     neither researcher nor reviewer
 * @param rejectedCorrection the last correction or withdrawal of the lesson that a reviewer decided on, where it was
 *     rejected; null where it was approved or there was none, and for a caller that is neither researcher nor reviewer
 */
public record LessonResponse(
        UUID id,
        String programme,
        @Schema(nullable = true) String reference,
        @Schema(nullable = true) UUID projectId,
        @Schema(nullable = true) String organisationId,
        @Schema(nullable = true) Track track,
        @Schema(nullable = true) ActionLine actionLine,
        @Schema(nullable = true) FundingInstrument fundingInstrument,
        List<InterventionType> interventionTypes,
        List<Phenomenon> phenomena,
        Place place,
        LessonKind kind,
        String title,
        @Schema(nullable = true) String text,
        List<String> tags,
        List<LessonRole> helps,
        @Schema(nullable = true) ProjectPhase phase,
        String language,
        @Schema(nullable = true) UUID translationOf,
        List<Translation> translations,
        String source,
        PublicationStatus status,
        @Schema(nullable = true) Instant publishedAt,
        Instant createdAt,
        String recordedBy,
        @Schema(nullable = true) RecordCorrection correction,
        boolean correctionPending,
        @Schema(nullable = true) RejectedCorrection rejectedCorrection,
        @Schema(nullable = true) RecordWithdrawal withdrawal,
        String etag,
        List<String> allowedActions)
        implements HasRepresentationEtag {

    /**
     * A lesson in another language.
     *
     * @param id id of the record that has it (id of /v1/lessons)
     * @param language language of title and text, by its two letters: nl or en
     * @param title the lesson in one line
     * @param text the lesson in full; null where it has a title only
     */
    @Schema(name = "LessonTranslation")
    public record Translation(
            UUID id,
            String language,
            String title,
            @Schema(nullable = true) String text) {}

    static LessonResponse from(Lesson lesson, List<Translation> translations, PublishableRecordService.Review review) {
        var content = lesson.content();
        return new LessonResponse(
                lesson.id(),
                content.programme(),
                content.reference(),
                content.projectId(),
                content.organisationId(),
                content.track(),
                content.actionLine(),
                content.fundingInstrument(),
                content.interventionTypes(),
                content.phenomena(),
                content.place(),
                content.kind(),
                content.title(),
                content.text(),
                content.tags(),
                content.helps(),
                content.phase(),
                content.language(),
                content.translationOf(),
                translations,
                content.source(),
                lesson.status(),
                lesson.publishedAt(),
                lesson.createdAt(),
                lesson.createdBy(),
                lesson.correction(),
                review.correctionPending(),
                review.rejected(),
                lesson.withdrawal(),
                lesson.etag(),
                review.allowedActions());
    }
}
