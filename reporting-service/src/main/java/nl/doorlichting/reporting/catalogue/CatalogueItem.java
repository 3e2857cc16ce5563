package nl.doorlichting.reporting.catalogue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.doorlichting.domain.claims.ClaimComparison;
import nl.doorlichting.domain.claims.ClaimRelation;
import nl.doorlichting.domain.claims.ClaimUnit;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.PlaceScope;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.domain.vocabulary.Verdict;
import nl.doorlichting.reporting.activity.ActivityColumns;
import nl.doorlichting.reporting.activity.EvidenceRule;
import nl.doorlichting.reporting.activity.ProjectPhase;
import nl.doorlichting.reporting.activity.RecordWarning;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A public record, as it was published.
 *
 * @param id id of the record: of the project (id of /v1/projects), of the lesson (id of /v1/lessons) or of the product
 *     (id of /v1/products), as kind says
 * @param kind what the record is: a project, a lesson or a product
 * @param type which kind of lesson or product it is: a code of the codelist lesson-kinds for a lesson, of product-kinds
 *     for a product; null for a project
 * @param title title of the lesson, name of the product, or title of the report that published the project
 * @param titleHtml the title as HTML, the words that were searched for in mark elements; without search words the title
 *     alone; safe to show in a browser
 * @param fragmentHtml a piece of the text as HTML, safe to show in a browser: with search words at most 35 words, of
 *     which those that were searched for are in mark elements; without, the first 300 characters; null where the record
 *     has no text
 * @param text the whole text of the record, in GET /v1/catalogue/{id} only; null in a list, and where the record has no
 *     text
 * @param tags free words to find the record by; empty where there are none, as of every project and product
 * @param language language of title and text, by its two letters: nl or en
 * @param source where the record is written, in words: the document and its page or line; of a project where its report
 *     is taken from
 * @param projectId project that the record is from, by its id (id of /v1/projects), for a project its own; it is not
 *     checked, so GET /v1/projects/{id} may answer 404; null for a lesson or product of no one project
 * @param track level at which the activity works: a code of the codelist tracks; null where it is not stated
 * @param actionLine aim of the activity: a code of the codelist action-lines; null where it is not stated
 * @param phenomena what the activity is about: codes of the codelist phenomena; empty where not stated
 * @param phase phase of a project that a lesson helps in: a code of the codelist project-phases; null for another kind of
 *     record, and where the lesson states none
 * @param roles whom a lesson helps: codes of the codelist lesson-roles; empty for another kind of record, and where the
 *     lesson states none
 * @param placeScope how wide the place of the activity is: a code of the codelist place-scopes, of which a part of a
 *     municipality is shown as MUNICIPAL; UNSPECIFIED where no place is stated
 * @param municipalities codes of the municipalities of the activity, as in GM0988; no nearer place is public; empty
 *     where it names none
 * @param verdicts the public verdicts on whether the project worked, each code once; empty for a lesson or product, and
 *     where no verdict on the project is public
 * @param judgements the public verdicts on the project with their evidence, each verdict and level once; empty for
 *     another kind of record, and where no verdict on the project is public
 * @param withdrawnVerdicts verdicts on the project that were public and are withdrawn, with the reason, the first withdrawn
 *     first, in GET /v1/catalogue/{id} only; empty in a list, for another kind of record, and where none was
 * @param claim what a claim states in figures, in GET /v1/catalogue/{id} only; null in a list, and for another kind of
 *     record
 * @param publishedAt moment of publication of the record, for a project of its report
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
        @Schema(nullable = true) ProjectPhase phase,
        List<String> roles,
        PlaceScope placeScope,
        List<String> municipalities,
        List<Verdict> verdicts,
        List<CatalogueItem.Judgement> judgements,
        List<CatalogueItem.WithdrawnVerdict> withdrawnVerdicts,
        @Schema(nullable = true) CatalogueItem.Claim claim,
        Instant publishedAt) {

    /** As a list shows it. */
    static CatalogueItem listed(Object[] row) {
        return from(row, false, List.of(), null);
    }

    /** As its address shows it. */
    static CatalogueItem whole(Object[] row, List<WithdrawnVerdict> withdrawnVerdicts, Claim claim) {
        return from(row, true, withdrawnVerdicts, claim);
    }

    private static CatalogueItem from(
            Object[] row, boolean whole, List<WithdrawnVerdict> withdrawnVerdicts, Claim claim) {
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
                row[20] == null ? null : ProjectPhase.valueOf((String) row[20]),
                List.of((String[]) row[21]),
                publicScope(PlaceScope.valueOf((String) row[15])),
                List.of((String[]) row[16]),
                ActivityColumns.values((String[]) row[17], Verdict.class),
                Stream.of((String[]) row[22]).map(Judgement::of).toList(),
                withdrawnVerdicts,
                claim,
                (Instant) row[18]);
    }

    /**
     * A public verdict on a project and its evidence.
     *
     * @param findings cautions for the use of the verdict: VERDICT_ABOVE_EVIDENCE where PROMISING has an evidence level
     *     below 2 or EFFECTIVE one below 3, a level that is not known counting as 0; else empty
     */
    @Schema(name = "CatalogueJudgement")
    public record Judgement(
            Verdict verdict, @Schema(nullable = true) Integer evidenceLevel, List<RecordWarning> findings) {

        /** From verdict:level, the level empty where it is not known. */
        private static Judgement of(String rated) {
            var parts = rated.split(":", -1);
            var verdict = Verdict.valueOf(parts[0]);
            var level = parts[1].isEmpty() ? null : Integer.valueOf(parts[1]);
            return new Judgement(verdict, level, EvidenceRule.findings(verdict, level));
        }
    }

    /**
     * A verdict on a project that was public and is withdrawn.
     *
     * @param verdict what it judged, as it was public last: a code of the codelist verdicts
     * @param withdrawnAt moment of the withdrawal
     * @param reason why it was withdrawn, in words
     */
    @Schema(name = "CatalogueWithdrawnVerdict")
    public record WithdrawnVerdict(Verdict verdict, Instant withdrawnAt, String reason) {}

    /**
     * What a claim states in figures. Whether figures bear it out is not public.
     *
     * @param comparison what of the figures the claim is about
     * @param relation how the result stands to the stated figure if the claim holds
     * @param stated the figure in the text, in the unit
     * @param tolerance how far the result may be from the stated figure, in the unit
     * @param unit what the stated figure counts
     * @param period the days that the text is about; null where they are not compared
     */
    @Schema(name = "CatalogueClaim")
    public record Claim(
            ClaimComparison comparison,
            ClaimRelation relation,
            BigDecimal stated,
            BigDecimal tolerance,
            ClaimUnit unit,
            @Schema(nullable = true) Period period) {}

    private static PlaceScope publicScope(PlaceScope scope) {
        return scope == PlaceScope.SUB_MUNICIPAL ? PlaceScope.MUNICIPAL : scope;
    }
}
