package nl.doorlichting.funding.projectfinances;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.vocabulary.AwardStatus;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.funding.projects.ProjectResponse;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One project's money; that of its parts is theirs.
 *
 * @param project the project that was asked for
 * @param parts parts of the project (deelprojecten), sorted by code; empty where it has none
 * @param awards awards to the project, sorted by number, also those that were revoked or withdrawn; empty where it has
 *     none
 * @param years payments in each budget year in which any was released, oldest first; empty where none was
 * @param total all awards together
 * @param prizes prizes that the project won, sorted by year; empty where it won none
 * @param procurements what was put out to tender for the project, sorted by year; empty where nothing was
 * @param revision state of the figures, as a text to compare: it differs after every change of them
 */
record ProjectFinancesResponse(
        ProjectResponse project,
        List<Part> parts,
        List<ProjectAward> awards,
        List<Year> years,
        Total total,
        List<ProjectPrize> prizes,
        List<ProjectProcurement> procurements,
        String revision) {

    /**
     * A part of the project (deelproject).
     *
     * @param id id of the part, which is a project itself (id of /v1/projects)
     * @param code code of the part, unique in its programme
     * @param name name of the part
     */
    @Schema(name = "ProjectFinancesPart")
    record Part(UUID id, String code, String name) {}

    /**
     * An award for the project.
     *
     * @param id id of the award (id of /v1/awards)
     * @param number number of the award, that of its decision
     * @param title what the award is for
     * @param status stage of the award
     * @param fundingInstrument how the money goes out: DECENTRALISATION_GRANT or SUBSIDY
     * @param organisationId number of the organisation that receives it, as in GM0988
     * @param decidedOn day of the first decision, the grant
     * @param amount what was granted, as last amended, in euros
     * @param settledAmount the final amount, in euros; null while it is not settled
     * @param reserved held for payments that wait for release, in euros; 0.00 if nothing
     * @param disbursed payments that were released, in euros; 0.00 if nothing. What came back of claims is not taken
     *     off
     * @param reclaimed what was claimed back (terugvordering, Awb 4:57), in euros, also what of it came back, without
     *     cancelled claims; 0.00 if nothing
     * @param recovered what came back of that (ontvangen), in euros; it is still among what was disbursed
     */
    @Schema(name = "ProjectFinancesAward")
    record ProjectAward(
            UUID id,
            String number,
            String title,
            AwardStatus status,
            FundingInstrument fundingInstrument,
            String organisationId,
            LocalDate decidedOn,
            Money amount,
            @Schema(nullable = true) Money settledAmount,
            Money reserved,
            Money disbursed,
            Money reclaimed,
            Money recovered) {}

    /**
     * What was paid of the project's awards in a year of the budget.
     *
     * @param year budget year, as in 2009
     * @param disbursed payments of this budget year that were released, in euros. What came back of claims is not taken
     *     off
     */
    @Schema(name = "ProjectFinancesYear")
    record Year(int year, Money disbursed) {}

    /**
     * All awards together; null without awards.
     *
     * @param awarded what recipients have a right to as things stand, in euros: the settled amount of a settled award,
     *     nothing of one that was revoked or withdrawn; null without awards
     * @param disbursed payments that were released on all awards, in euros. What came back of claims is not taken off;
     *     null without awards
     * @param reclaimed what was claimed back on all awards, in euros, also what of it came back, without cancelled
     *     claims; null without awards
     * @param recovered what came back of that, in euros; null without awards
     */
    @Schema(name = "ProjectFinancesTotal")
    record Total(
            @Schema(nullable = true) Money awarded,
            @Schema(nullable = true) Money disbursed,
            @Schema(nullable = true) Money reclaimed,
            @Schema(nullable = true) Money recovered) {}

    /**
     * A prize that the project won.
     *
     * @param id id of the prize (id of /v1/prizes)
     * @param year calendar year in which the prize was won, as in 2010
     * @param name name of the prize
     * @param winner winner by name, as the source has it; null where the source names none
     * @param amount money that went with the prize, in euros; null where not known
     */
    @Schema(name = "ProjectFinancesPrize")
    record ProjectPrize(
            UUID id,
            int year,
            String name,
            @Schema(nullable = true) String winner,
            @Schema(nullable = true) Money amount) {}

    /**
     * What was put out to tender for the project.
     *
     * @param id id of the procurement (id of /v1/procurements)
     * @param year calendar year of the contract, as in 2009; null where not known
     * @param tender what was put out to tender: its title or number
     * @param winner supplier that won the contract, by name; null where not known
     * @param amount price of the contract, in euros; null where not known
     */
    @Schema(name = "ProjectFinancesProcurement")
    record ProjectProcurement(
            UUID id,
            @Schema(nullable = true) Integer year,
            String tender,
            @Schema(nullable = true) String winner,
            @Schema(nullable = true) Money amount) {}
}
