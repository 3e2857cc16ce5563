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
 * @param titleDutch title of the data set, in Dutch
 * @param titleEnglish title of the data set, in English
 * @param descriptionDutch what the data set has, in Dutch
 * @param descriptionEnglish what the data set has, in English
 * @param publisher name of the organisation that publishes the data set
 * @param licence address of the licence of the data
 * @param latest the latest published release, which the tables are of
 * @param firstReleased moment at which the first release was published
 * @param dataModified moment at which the latest release was published
 * @param structureModified moment of publication of the first of the releases that have, without a break up to the
 *     latest, the same tables and the same versions of calculation, municipality register and codelists
 * @param nextRelease day on which the next release is expected; null where none is planned
 * @param codelists paths of the codelists of the dimensions of the tables, each once; empty where no dimension has one
 * @param tables tables of the latest release, at least one
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
     * @param id id of the release (id of /v1/releases)
     * @param name name of the release: the year and its number in the year, such as 2026-3
     * @param certainty whether the figures are PROVISIONAL, so that a later release may change them, or FINAL
     * @param asOf moment whose figures these are. What was recorded later is not in them
     * @param file path of the whole release as one file; reading it needs a token with a role that reads it
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
     * @param name name of the table, as in its path
     * @param dimensions dimensions of the table: one row for each combination of their values that has a figure. Here
     *     codelist is the path of the codelist
     * @param additive true where the rows add up to the totals as in the live report; false where counts are protected,
     *     or where a session or a project stands in several rows
     * @param byPlace whether rows are by municipality, province or project, so that reading the table needs a token
     * @param rows number of rows of the table, its totals among them
     * @param measures what is measured in each cell; empty for a table that is there as JSON only
     * @param json path of the cells of the table as JSON
     * @param csv path of the table as CSV; null for a table that is there as JSON only
     * @param jsonStat path of the table as JSON-stat 2.0; null for a table that is there as JSON only
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
     * A dimension of a table.
     *
     * @param name name of the dimension, as in the rows
     * @param codelist path of the codelist of its values; null where they are in none
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
