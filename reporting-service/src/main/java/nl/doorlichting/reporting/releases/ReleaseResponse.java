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
 * @param name year and number, such as 2026-3; null before it is published
 * @param state how far the release is
 * @param asOf moment whose figures these are: what was recorded later is not in them
 * @param epoch a text to compare: it changes only when the data are restored from a backup; changes between releases of
 *     different epochs are not given (410)
 * @param calculationVersion version of the rules by which figures are computed
 * @param since name of the release that its changes are counted from; null for the first one
 * @param note what a reader of the figures should know, in words; null if nothing
 * @param checks what the reviewer should know before publishing it
 * @param tables dimension sets that it has
 * @param rows number of lines of its file, one for each cell
 * @param bytes size of its file, in bytes; null for a caller that may not read the file, who could find its lines by
 *     trying
 * @param sha256 checksum of its file: SHA-256 in 64 hexadecimal digits; null for a caller that may not read the file
 * @param sortedSha256 checksum of the lines of its file in the order of their bytes, for a copy that is kept in step by
 *     changes; null for a caller that may not read the file
 * @param verification the last verification; null before the first one
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
     * @param code what was found
     * @param blocking whether the release cannot be published while this stands
     * @param count number of cells that it is about; 1 for OTHER_VERSIONS, and 0 for NO_FIGURES
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
     * One dimension set.
     *
     * @param name name of the table, as in its path and in the file
     * @param report report of /v1/reports that shows the table with the parameter release: reach, training or effects
     * @param by dimensions as in the parameter by of the report, with commas
     * @param additive false where counts are protected, so that rows do not add up to totals
     * @param byPlace whether rows are by municipality or province, so that reading the table needs a token
     * @param rows number of rows of the table
     * @param dimensions what its rows are by
     * @param measures what its cells have as CSV and as JSON-stat; none for a table without these formats
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
     * @param codelist name of the codelist of its values; null where they are in none
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
     * @param name name of the measure, as in cells
     * @param unitDutch unit in Dutch, as in deelnames
     * @param unitEnglish unit in English, as in participations
     * @param decimals number of digits after the decimal point
     */
    @Schema(name = "ReleaseMeasure")
    public record Measure(
            String name, String labelDutch, String labelEnglish, String unitDutch, String unitEnglish, int decimals) {}

    /**
     * The last verification of a published release.
     *
     * @param intact whether all that is shown has the checksums of its publication, and changes are those of its cells
     * @param recalculated how much was computed again and compared: WHOLE is all figures, PART those of inventories only, because
     *     those of trainings need the token of a caller, NO is none, as under another calculation or register version
     * @param differences number of cells, and of notes and entries of people beside them, that would be different
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
