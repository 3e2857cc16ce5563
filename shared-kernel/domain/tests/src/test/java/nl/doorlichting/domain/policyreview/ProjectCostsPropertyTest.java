package nl.doorlichting.domain.policyreview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import nl.doorlichting.domain.figures.ReachIntensity;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.quantity.DerivedQuantity;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.Track;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of random projects, with some that have no money, no reach, or reach of several intensities. */
class ProjectCostsPropertyTest {
    private static final int SEEDS = 300;
    private static final BigDecimal CENT = new BigDecimal("0.01");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void groupsCoverEachProjectOnceAndComeToTotal(long seed) {
        var costs = random(seed);
        var total = costs.total().stateShare();
        var byTrack = costs.byTrack();
        var byInstrument = costs.byFundingInstrument();

        assertEquals(
                costs.projects().size(),
                byTrack.stream().mapToLong(ProjectCosts.OfGroup::projects).sum());
        assertEquals(
                total.projects(),
                byTrack.stream()
                        .mapToLong(row -> row.cost().stateShare().projects())
                        .sum());
        assertEquals(
                total.money(),
                FundedProject.sum(
                        byTrack.stream().map(row -> row.cost().stateShare().money())));
        assertEquals(
                total.money(),
                FundedProject.sum(
                        byInstrument.stream().map(row -> row.cost().stateShare().money())));
        assertEquals(
                costs.projects().size(),
                costs.byIntensity().stream()
                        .mapToLong(ProjectCosts.OfGroup::projects)
                        .sum());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void costLiesWithinBoundsAndSharesWithinOne(long seed) {
        var costs = random(seed);
        for (var cost : List.of(costs.total().stateShare(), costs.total().wholeCost())) {
            if (cost.reason() != null) {
                assertEquals(CostPerParticipation.NONE, cost);
                continue;
            }
            assertTrue(cost.projects() > 0);
            assertTrue(cost.lowest() == null || cost.lowest().compareTo(cost.best()) <= 0, cost.toString());
            assertTrue(cost.highest() == null || cost.highest().compareTo(cost.best()) >= 0, cost.toString());
            // Rounded to a cent per participation, so that it comes back to the money within half a cent for each.
            var back = cost.best()
                    .amount()
                    .multiply(BigDecimal.valueOf(cost.reach().best()));
            var off = back.subtract(cost.money().amount()).abs();
            assertTrue(
                    off.compareTo(CENT.multiply(BigDecimal.valueOf(cost.reach().best()))) <= 0, cost.toString());
            var reached = cost.shareOfReach();
            assertTrue(reached == null
                    || reached.lowest() == null
                    || reached.lowest().compareTo(reached.best()) <= 0);
            assertTrue(reached == null
                    || reached.highest() == null
                    || reached.highest().compareTo(reached.best()) >= 0);
            for (var share : new BigDecimal[] {cost.shareOfSpending(), reached == null ? null : reached.best()}) {
                assertTrue(share == null || share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void projectsWithoutBothChangeNothingAndOrderDoesNotMatter(long seed) {
        var costs = random(seed);
        var more = new ArrayList<>(costs.projects());
        more.add(new ProjectCosts.Project(funded(new Random(seed), null), reach(new Random(seed))));
        more.add(new ProjectCosts.Project(funded(new Random(seed), Money.euro("12.00")), ProjectReach.NONE));
        Collections.shuffle(more, new Random(seed));

        assertEquals(costs.total(), new ProjectCosts(more, costs.programme()).total());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void onlyProjectsOfOneIntensityHaveCostByIntensity(long seed) {
        random(seed).byIntensity().stream().filter(row -> row.value() == null).forEach(row -> {
            assertNull(row.cost().stateShare().best());
            assertEquals(0, row.cost().stateShare().projects());
        });
    }

    private static ProjectCosts random(long seed) {
        var random = new Random(seed);
        var projects = new ArrayList<ProjectCosts.Project>();
        for (var number = random.nextInt(30); number > 0; number--) {
            var paid = random.nextInt(4) == 0 ? null : Money.euro(random.nextInt(100_000) + ".0" + random.nextInt(10));
            projects.add(new ProjectCosts.Project(
                    funded(random, paid), random.nextInt(4) == 0 ? ProjectReach.NONE : reach(random)));
        }
        return new ProjectCosts(
                projects,
                new ProgrammeTotals(
                        Money.euro(random.nextInt(3_000_000) + ".00"),
                        DerivedQuantity.exactly(BigDecimal.valueOf(random.nextLong(20_000)))));
    }

    private static FundedProject funded(Random random, Money paid) {
        var instruments = FundingInstrument.values();
        var tracks = Track.values();
        return new FundedProject(
                new UUID(random.nextLong(), random.nextLong()),
                random.nextInt(5) == 0 ? null : instruments[random.nextInt(instruments.length)],
                null,
                random.nextInt(5) == 0 ? null : tracks[random.nextInt(tracks.length)],
                Set.of(),
                paid,
                paid,
                paid == null || random.nextBoolean() ? null : paid.plus(Money.euro(random.nextInt(5_000) + ".00")));
    }

    private static ProjectReach reach(Random random) {
        var sum = QuantitySum.ZERO;
        for (var number = 1 + random.nextInt(4); number > 0; number--) {
            sum = sum.plus(QuantitySum.of(quantity(random)));
        }
        var intensities = ReachIntensity.values();
        return new ProjectReach(
                sum,
                random.nextInt(3) == 0 ? null : intensities[random.nextInt(intensities.length)],
                random.nextInt(5) == 0);
    }

    private static Quantity quantity(Random random) {
        var number = random.nextInt(500);
        return switch (random.nextInt(6)) {
            case 0 -> new Quantity.Approximate(number, null);
            case 1 -> new Quantity.Range(number, number + random.nextInt(50) + 1);
            case 2 -> new Quantity.AtLeast(number);
            case 3 -> new Quantity.Vague("many");
            default -> new Quantity.Exact(number);
        };
    }
}
