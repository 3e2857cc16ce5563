package nl.doorlichting.reporting.releases;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.releases.ReleaseStatus;
import nl.doorlichting.platform.responses.HasEtag;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A release: figures of a programme at one instant, fixed once published.
 *
 * @param name name of the release, from publication on: the year and the number of the release of the programme in that
 *     year, as in 2026-3; null before
 * @param certainty whether the figures are expected to be revised: a code of the codelist release-statuses
 * @param state how far the release is: a code of the codelist release-states
 * @param asOf moment whose figures the release has: what was recorded later is not in them
 * @param epoch a text to compare: it changes only when the data are restored from a backup; changes between releases of
 *     different epochs are not given (410)
 * @param calculationVersion version of the rules by which figures are computed
 * @param since name of the release of the programme before this one, with which its changes are compared; null for the
 *     first one
 * @param note what a reader of the figures should know, in words; null where there is no note
 * @param headlines what editors say above chapters of the review page and beside its pictures, at most one for each
 *     chapter and one for each picture; empty where they say nothing
 * @param checks what was found when the release was prepared, for the reviewer to read before publication; empty where
 *     nothing was
 * @param tables the tables of the release, each with its dimensions; empty once it is discarded
 * @param rows number of lines of the file of the release, one for each cell of all tables
 * @param bytes size of the file of the release, in bytes; null for a caller that may not read the file, who could find
 *     its lines by trying
 * @param sha256 checksum of the file of the release: SHA-256 in 64 hexadecimal digits; null for a caller that may not
 *     read the file
 * @param sortedSha256 checksum of the lines of the file in the order of their bytes, in 64 hexadecimal digits, for a
 *     copy that is kept in step by changes; null for a caller that may not read the file
 * @param publishedAt moment of publication; null until then, and of a release that was discarded
 * @param verification the last verification of the published release; null before the first one
 */
public record ReleaseResponse(
        UUID id,
        String programme,
        @Schema(nullable = true) String name,
        ReleaseStatus certainty,
        ReleaseState state,
        Instant asOf,
        String epoch,
        String calculationVersion,
        String registerVersion,
        String codelistVersion,
        @Schema(nullable = true) String since,
        @Schema(nullable = true) String note,
        List<ReleaseHeadline> headlines,
        List<Check> checks,
        List<Table> tables,
        long rows,
        @Schema(nullable = true) Long bytes,
        @Schema(nullable = true) String sha256,
        @Schema(nullable = true) String sortedSha256,
        Instant preparedAt,
        @Schema(nullable = true) Instant publishedAt,
        @Schema(nullable = true) Verification verification,
        String etag,
        List<String> allowedActions)
        implements HasEtag {
    /**
     * Something that was found when the release was prepared.
     *
     * @param code what was found: a code of the codelist release-check-codes
     * @param blocking true where the release cannot be published, as with NO_FIGURES and REASON_REQUIRED
     * @param count number of cells that the finding is about: with CHANGES those that differ from the release before,
     *     with REASON_REQUIRED those of them without a reason; 0 with NOTHING_CHANGED and NO_FIGURES, and 1 with
     *     OTHER_VERSIONS, which is about no cells
     * @param detail what was found, in words; the code is the contract
     */
    @Schema(name = "ReleaseCheck")
    public record Check(
            Code code,
            boolean blocking,
            long count,
            @Schema(implementation = String.class) Text detail) {
        /** What was found. */
        @Schema(name = "ReleaseCheckCode")
        public enum Code {
            /** The programme has no figures at that instant. */
            NO_FIGURES,
            /** Changes for which the records show no reason, and the request states none. */
            REASON_REQUIRED,
            /** No cell differs from the release before. */
            NOTHING_CHANGED,
            /** Calculation, register or codelists differ from those of the release before. */
            OTHER_VERSIONS,
            /** How many cells differ from the release before. */
            CHANGES
        }
    }

    /**
     * One table of a release: figures of one report by one set of dimensions.
     *
     * @param name name of the table, as in its path and in the file
     * @param report report of /v1/reports that shows the table with the parameter release: reach, training or effects;
     *     of other tables what they are of: finances, data-quality or claims, which take no release, published-tables,
     *     catalogue or embeddings
     * @param by dimensions that rows are by, with commas, as in the parameter by of the report, if it has one
     * @param additive true where rows add up to totals; false where they do not, because counts are protected or, in a
     *     table of effects, a project stands in several rows
     * @param byPlace true where rows are by municipality, province or project, so that reading the table needs a token
     * @param rows number of cells of the table: its rows, its totals and its figures of municipalities that are
     *     unallocated
     * @param dimensions what the rows are by, in order: source first, in tables of reach and training, then the dimensions
     *     in by; empty for a table that releases no longer have
     * @param measures measures that the table has as CSV and as JSON-stat; empty for a table without these formats, as
     *     every table of effects and those of texts
     */
    @Schema(name = "ReleaseTable")
    public record Table(
            String name,
            String report,
            String by,
            boolean additive,
            boolean byPlace,
            long rows,
            List<TableDimension> dimensions,
            List<Measure> measures) {}

    /**
     * A dimension of a table.
     *
     * @param name name of the dimension, as in the keys of cells
     * @param codelist name of the codelist of its values (name of /v1/codelists); null where the values are in none, as
     *     periods, years, places and types of training
     */
    @Schema(name = "ReleaseDimension")
    public record TableDimension(
            String name,
            String labelDutch,
            String labelEnglish,
            @Schema(nullable = true) String codelist) {}

    /**
     * A measure of a table.
     *
     * @param name name of the measure, as of the columns of the table as CSV
     * @param unitDutch unit of the values in Dutch, as in deelnames
     * @param unitEnglish unit of the values in English, as in participations
     * @param decimals number of digits after the decimal point of the values
     */
    @Schema(name = "ReleaseMeasure")
    public record Measure(
            String name, String labelDutch, String labelEnglish, String unitDutch, String unitEnglish, int decimals) {}

    /**
     * The last verification of a published release.
     *
     * @param intact true where all that is shown of the release has the checksums of its publication, and its changes
     *     are those between its cells and those of the release before
     * @param recalculated how much of the figures was computed again and compared: WHOLE is all, PART those of
     *     inventories only, because those of trainings need the token of a caller, NO is none, as under another
     *     calculation or register version
     * @param differences number of cells that came out otherwise when they were computed again, and of tables of which
     *     the notes or entries of people did; 0 where nothing was computed again
     */
    @Schema(name = "ReleaseVerification")
    public record Verification(boolean intact, Recalculated recalculated, long differences) {
        /** How much of a release was computed again. */
        @Schema(name = "ReleaseRecalculated")
        public enum Recalculated {
            /** None: the checksums alone were compared. */
            NO,
            /** The figures of inventories. Those of trainings need the token of a caller. */
            PART,
            /** All figures. */
            WHOLE
        }
    }
}
