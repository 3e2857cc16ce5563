package nl.doorlichting.funding.budgetstatistics;

import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Track;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What each project of a programme was promised and paid, as {@code reports/policy-review} needs it.
 *
 * @param period days of the programme
 * @param projects all projects of the programme, and parts of projects, by code
 * @param revision state of the figures, as a text to compare: it differs after every change of them
 */
public record ProjectMoneyResponse(Period period, List<ProjectMoney> projects, String revision) {

    /**
     * One project with its own money; that of its parts is theirs.
     *
     * @param code code of the project, unique in its programme
     * @param name name of the project
     * @param fundingInstrument how the money of the project goes out, as the project states, else as all its awards do;
     *     null where neither does
     * @param track level at which the project works, as the project states, else as all its awards do; null where
     *     neither does
     * @param actionLine aim of the project, as the project states, else as all its awards do; null where neither does
     * @param interventionTypes what is done; empty where not stated
     * @param committed money promised to recipients in awards of the project, in euros, less what was taken back; null
     *     where nothing is booked, and for a caller who may not read the budget
     * @param disbursed money paid out in awards of the project, in euros, less what came back; null where nothing is
     *     booked, and for a caller who may not read the budget
     * @param wholeCost what the project costs in all, in euros, as its awards state; null where one of them does not state
     *     it, where they state different amounts, with asOf where an award was amended since, and for a caller who may not
     *     read the budget
     */
    @Schema(name = "ProjectMoney")
    public record ProjectMoney(
            UUID projectId,
            String code,
            String name,
            @Schema(nullable = true) FundingInstrument fundingInstrument,
            @Schema(nullable = true) Track track,
            @Schema(nullable = true) ActionLine actionLine,
            List<InterventionType> interventionTypes,
            @Schema(nullable = true) Money committed,
            @Schema(nullable = true) Money disbursed,
            @Schema(nullable = true) Money wholeCost) {}
}
