package nl.doorlichting.reporting.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.place.PlaceScope;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.domain.vocabulary.Verdict;
import nl.doorlichting.reporting.activity.ActivityColumns;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A public record.
 *
 * @param kind whether it is a project, a product or a lesson
 * @param type kind within the kind, of the codelist product-kinds or lesson-kinds; null for a project
 * @param title title of the record
 * @param titleHtml the title with what was found in {@code <mark>}; safe to show in a browser
 * @param fragmentHtml a part of the text with what was found in mark elements, safe to show in a browser; null without
 *     search words
 * @param text beginning of the text of the record; null where it has none
 * @param source where the record is taken from, in words: the document and its page or line
 * @param projectId id (id of /v1/projects) of the project that it is of; it is not checked, so GET /v1/projects/{id}
 *     may answer 404; null where it is of none
 * @param track level at which it works: a code of the codelist tracks; null where it is not stated
 * @param actionLine aim of the activity: a code of the codelist action-lines; null where it is not stated
 * @param municipalities codes of the municipalities where it was, as in GM0988; no nearer place is public; empty if it
 *     names none
 * @param verdicts the public verdicts on whether the project worked
 * @param publishedAt moment of publication
 */
public record CatalogueItem(
        UUID id,
        CatalogueKind kind,
        String programme,
        @Schema(nullable = true) String type,
        String title,
        String titleHtml,
        @Schema(nullable = true) String fragmentHtml,
        @Schema(nullable = true) String text,
        List<String> tags,
        String language,
        String source,
        @Schema(nullable = true) UUID projectId,
        @Schema(nullable = true) Track track,
        @Schema(nullable = true) ActionLine actionLine,
        List<InterventionType> interventionTypes,
        List<Phenomenon> phenomena,
        PlaceScope placeScope,
        List<String> municipalities,
        List<Verdict> verdicts,
        Instant publishedAt) {

    static CatalogueItem from(Object[] row, boolean whole) {
        return new CatalogueItem(
                (UUID) row[0],
                CatalogueKind.valueOf((String) row[1]),
                (String) row[2],
                (String) row[3],
                (String) row[4],
                Highlight.toHtml((String) row[5]),
                Highlight.toHtml((String) row[6]),
                whole ? (String) row[19] : null,
                List.of((String[]) row[7]),
                (String) row[8],
                (String) row[9],
                (UUID) row[10],
                row[11] == null ? null : Track.valueOf((String) row[11]),
                row[12] == null ? null : ActionLine.valueOf((String) row[12]),
                ActivityColumns.values((String[]) row[13], InterventionType.class),
                ActivityColumns.values((String[]) row[14], Phenomenon.class),
                publicScope(PlaceScope.valueOf((String) row[15])),
                List.of((String[]) row[16]),
                ActivityColumns.values((String[]) row[17], Verdict.class),
                (Instant) row[18]);
    }

    private static PlaceScope publicScope(PlaceScope scope) {
        return scope == PlaceScope.SUB_MUNICIPAL ? PlaceScope.MUNICIPAL : scope;
    }
}
