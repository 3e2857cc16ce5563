package nl.doorlichting.domain.policyreview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Track;
import org.junit.jupiter.api.Test;

class FundedProjectsTest {
    private static final FundedProject NETWORK =
            project(Track.LOCAL, "100.00", InterventionType.AWARENESS, InterventionType.NETWORK_BUILDING);
    private static final FundedProject LESSONS = project(Track.NATIONAL, "50.00", InterventionType.AWARENESS);
    private static final FundedProject UNSTATED = project(null, null);

    private final FundedProjects projects = new FundedProjects(List.of(UNSTATED, LESSONS, NETWORK));

    @Test
    void countsProjectInRowOfEachTypeAndOnceInTotal() {
        var rows = projects.byInterventionType();

        assertEquals(
                Arrays.asList(
                        InterventionType.AWARENESS,
                        InterventionType.AWARENESS,
                        InterventionType.NETWORK_BUILDING,
                        null),
                rows.stream().map(FundedProjects.Use::instrument).toList());
        assertEquals(
                List.of(Track.LOCAL, Track.NATIONAL),
                rows.subList(0, 2).stream().map(FundedProjects.Use::track).toList());
        assertEquals(Money.euro("100.00"), rows.get(2).sum().disbursed());
        assertNull(rows.get(3).sum().disbursed());
        assertEquals(3, projects.total().projects());
        assertEquals(Money.euro("150.00"), projects.total().disbursed());
        assertEquals(1, projects.withSeveralTypes());
    }

    @Test
    void listsTypesThatProjectsUseTogether() {
        var overlaps = projects.overlaps();

        assertEquals(1, overlaps.size());
        assertEquals(InterventionType.AWARENESS, overlaps.get(0).first());
        assertEquals(InterventionType.NETWORK_BUILDING, overlaps.get(0).second());
        assertEquals(1, overlaps.get(0).sum().projects());
    }

    @Test
    void sumsMoneyByTrackAndInstrumentWithWhatIsNotStatedLast() {
        assertEquals(
                Arrays.asList(Track.LOCAL, Track.NATIONAL, null),
                projects.byTrack().stream().map(FundedProjects.OfTrack::track).toList());
        assertEquals(
                List.of(FundingInstrument.SUBSIDY, FundingInstrument.SUBSIDY, FundingInstrument.SUBSIDY),
                projects.byFundingInstrument().stream()
                        .map(FundedProjects.Use::instrument)
                        .toList());
    }

    @Test
    void takesOffWhatProjectsWerePaid() {
        assertEquals(Money.euro("14459850.00"), projects.disbursedWithoutProject(Money.euro("14460000.00")));
        assertNull(projects.disbursedWithoutProject(null));
        assertEquals(
                Money.euro("10.00"),
                new FundedProjects(List.of(UNSTATED)).disbursedWithoutProject(Money.euro("10.00")));
    }

    private static FundedProject project(Track track, String disbursed, InterventionType... types) {
        var money = disbursed == null ? null : Money.euro(disbursed);
        return new FundedProject(
                UUID.randomUUID(),
                FundingInstrument.SUBSIDY,
                ActionLine.PREVENTION,
                track,
                Set.of(types),
                money,
                money,
                null);
    }
}
