package nl.doorlichting.gateway.clients.funding;

import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.Track;

/**
 * What the funding service has to show about the quality of the data of a programme.
 *
 * @param period the days of the programme; null for one that is not there
 */
public record FundingQuality(
        Period period,
        List<Integer> yearsBooked,
        List<AwardWithoutLine> awardsWithoutLine,
        List<ExceededTally> exceededTallies,
        List<StatedProject> projects) {
    /** Of a programme that is not there. */
    public static final FundingQuality OF_UNKNOWN_PROGRAMME =
            new FundingQuality(null, List.of(), List.of(), List.of(), List.of());

    public FundingQuality {
        yearsBooked = List.copyOf(yearsBooked);
        awardsWithoutLine = List.copyOf(awardsWithoutLine);
        // An instance of the last release has none.
        exceededTallies = exceededTallies == null ? List.of() : List.copyOf(exceededTallies);
        projects = List.copyOf(projects);
    }

    /** An award that is charged to no budget line. */
    public record AwardWithoutLine(UUID awardId, String number) {}

    /** An award tally that counts fewer awards than state it. */
    public record ExceededTally(UUID tallyId, long most, long awards) {}

    /** A project as the funding service has it; null where it states nothing. */
    public record StatedProject(
            UUID projectId,
            String code,
            String organisationId,
            Track track,
            ActionLine actionLine,
            FundingInstrument fundingInstrument) {}
}
