package nl.doorlichting.gateway.datasets;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.releases.ReleaseStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The releases of one programme, and what a reader of them needs.
 *
 * @param id code of the programme whose releases these are
 * @param licence address of the licence
 * @param latest the latest published release
 * @param firstReleased when the first release was published
 * @param dataModified when the latest release was published
 * @param structureModified since when releases have these tables, codelists and rules
 * @param nextRelease day of the next release; null while it is not known
 * @param codelists paths of the codelists that the tables use
 */
@Schema(name = "Dataset")
public record DatasetResponse(
        String id,
        String titleDutch,
        String titleEnglish,
        String descriptionDutch,
        String descriptionEnglish,
        String publisher,
        Contact contact,
        URI licence,
        String revisionPolicyDutch,
        String revisionPolicyEnglish,
        LatestRelease latest,
        Instant firstReleased,
        Instant dataModified,
        Instant structureModified,
        @Schema(nullable = true) LocalDate nextRelease,
        List<String> codelists,
        List<Table> tables) {

    /**
     * Where questions about the figures go.
     *
     * @param name name of the team that answers
     * @param email e-mail address of the team; null where the installation states none
     */
    @Schema(name = "DatasetContact")
    public record Contact(
            String name, @Schema(nullable = true) String email) {}

    /**
     * The latest release.
     *
     * @param id id of the release
     * @param name number of the release, such as 2026-3
     * @param asOf the instant of its figures
     * @param file path of the whole release as one file; reading it needs a token
     */
    @Schema(name = "DatasetRelease")
    public record LatestRelease(
            UUID id,
            String name,
            @Schema(implementation = ReleaseStatus.class) String certainty,
            Instant asOf,
            String calculationVersion,
            String registerVersion,
            String codelistVersion,
            String file) {}

    /**
     * A table of the latest release.
     *
     * @param name name of the table in its address
     * @param dimensions dimensions of the table: one row for each combination of their values that has a figure
     * @param additive false where counts are protected, so that rows do not add up to totals
     * @param byPlace whether rows are by municipality or province, so that reading the table needs a token
     * @param rows number of rows of the table
     * @param measures what is measured in each cell; empty for a table that is there as JSON only
     * @param json path of the cells of the table as JSON
     * @param csv path of the table as CSV; null where there is none
     * @param jsonStat path of the table as JSON-stat 2.0; null where there is none
     */
    @Schema(name = "DatasetTable")
    public record Table(
            String name,
            List<Dimension> dimensions,
            boolean additive,
            boolean byPlace,
            long rows,
            List<Measure> measures,
            String json,
            @Schema(nullable = true) String csv,
            @Schema(nullable = true) String jsonStat) {}

    /**
     * A dimension; codelist is null where its values are in none.
     *
     * @param name name of the dimension, as in the rows
     */
    @Schema(name = "DatasetDimension")
    public record Dimension(
            String name,
            String labelDutch,
            String labelEnglish,
            @Schema(nullable = true) String codelist) {}

    /**
     * A measure and its unit.
     *
     * @param name name of the measure, as in the rows
     * @param unitDutch what is counted, in Dutch
     * @param unitEnglish what is counted, in English
     */
    @Schema(name = "DatasetMeasure")
    public record Measure(
            String name, String labelDutch, String labelEnglish, String unitDutch, String unitEnglish, int decimals) {}
}
