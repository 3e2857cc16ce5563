package nl.doorlichting.funding.dataquality;

import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.Track;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What this service has to show about the quality of the data of a programme.
 *
 * @param period the days of the programme
 * @param yearsBooked years in which money is booked, in order
 * @param awardsWithoutLine awards that are charged to no budget line; at most 1,000
 * @param exceededTallies award tallies that count fewer awards than state them; at most 1,000
 * @param projects projects of the programme, with what records of other services may state too; at most 10,000
 */
public record FundingQualityResponse(
        Period period,
        List<Integer> yearsBooked,
        List<AwardWithoutLine> awardsWithoutLine,
        List<ExceededTally> exceededTallies,
        List<StatedProject> projects) {

    /**
     * An award that is charged to no budget line.
     *
     * @param number number of the award
     */
    @Schema(name = "AwardWithoutLine")
    public record AwardWithoutLine(UUID awardId, String number) {}

    /**
     * An award tally that counts fewer awards than state it.
     *
     * @param tallyId id of the award tally
     * @param most the most awards that the tally counts
     * @param awards number of awards that state the tally in includedIn and are not revoked or withdrawn
     */
    @Schema(name = "ExceededAwardTally")
    public record ExceededTally(UUID tallyId, long most, long awards) {}

    /**
     * A project as this service has it.
     *
     * @param code code of the project, unique in its programme
     */
    @Schema(name = "StatedProject")
    public record StatedProject(
            UUID projectId,
            String code,
            @Schema(nullable = true) String organisationId,
            @Schema(nullable = true) Track track,
            @Schema(nullable = true) ActionLine actionLine,
            @Schema(nullable = true) FundingInstrument fundingInstrument) {}
}
