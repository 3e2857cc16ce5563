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
 * @param parts sub-projects (deelprojecten)
 * @param years money paid in each year in which any was paid
 * @param total all awards together
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
     * A sub-project.
     *
     * @param code code of the part, unique in its programme
     * @param name name of the part
     */
    @Schema(name = "ProjectFinancesPart")
    record Part(UUID id, String code, String name) {}

    /**
     * An award for the project.
     *
     * @param number number of the award, that of its decision
     * @param title what the award is for
     * @param status stage of the award
     * @param organisationId number of the organisation that receives it, as in GM0988
     * @param amount what was granted, as last amended, in euros
     * @param settledAmount the final amount, in euros; null until it is settled
     * @param reserved held for payments that wait for release, in euros
     * @param reclaimed money claimed back (terugvordering, Awb 4:57), in euros
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
     * @param disbursed money paid out in the year, in euros
     */
    @Schema(name = "ProjectFinancesYear")
    record Year(int year, Money disbursed) {}

    /**
     * All awards together; null without awards.
     *
     * @param awarded what recipients have a right to as things stand, in euros: nothing of a revoked award; null
     *     without awards
     * @param disbursed money paid out on all awards, in euros; null without awards
     * @param reclaimed money claimed back on all awards, in euros; null without awards
     * @param recovered what came back of that, in euros; null without awards
     */
    @Schema(name = "ProjectFinancesTotal")
    record Total(
            @Schema(nullable = true) Money awarded,
            @Schema(nullable = true) Money disbursed,
            @Schema(nullable = true) Money reclaimed,
            @Schema(nullable = true) Money recovered) {}

    /**
     * A prize that the project won; null where unknown.
     *
     * @param year year in which it was won, as in 2010
     * @param name name of the prize
     * @param winner winner by name, as the source has it; null where it names none
     * @param amount money that went with it, in euros; null where not known
     */
    @Schema(name = "ProjectFinancesPrize")
    record ProjectPrize(
            UUID id,
            int year,
            String name,
            @Schema(nullable = true) String winner,
            @Schema(nullable = true) Money amount) {}

    /**
     * What was bought for the project; null where unknown.
     *
     * @param year year of the contract, as in 2009; null where not known
     * @param winner supplier that won it, by name; null where not known
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
