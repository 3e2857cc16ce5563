package nl.doorlichting.domain.policyreview;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Track;

/**
 * A project with its money. Null is what is not stated, and an amount of which nothing is booked.
 *
 * @param committed what is promised to its recipients, less what was taken back
 * @param disbursed what was paid to its recipients, less what came back: the share of the state
 * @param wholeCost what the project costs in all, whoever pays
 */
public record FundedProject(
        UUID projectId,
        FundingInstrument fundingInstrument,
        ActionLine actionLine,
        Track track,
        Set<InterventionType> interventionTypes,
        Money committed,
        Money disbursed,
        Money wholeCost) {

    public FundedProject {
        Objects.requireNonNull(projectId, "projectId");
        interventionTypes = interventionTypes.isEmpty() ? Set.of() : EnumSet.copyOf(interventionTypes);
    }

    /** What these projects were paid together; null where nothing is booked of any. */
    static Money disbursed(Collection<FundedProject> projects) {
        return sum(projects.stream().map(FundedProject::disbursed));
    }

    /** The sum of the amounts that are there; null without any, which is not 0.00. */
    static Money sum(Stream<Money> amounts) {
        return amounts.filter(Objects::nonNull).reduce(Money::plus).orElse(null);
    }
}
