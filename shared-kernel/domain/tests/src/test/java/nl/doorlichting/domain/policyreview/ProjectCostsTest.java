package nl.doorlichting.domain.policyreview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.domain.figures.ReachIntensity;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.quantity.DerivedKind;
import nl.doorlichting.domain.quantity.DerivedQuantity;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.Track;
import org.junit.jupiter.api.Test;

class ProjectCostsTest {
    private static final ProgrammeTotals PROGRAMME = new ProgrammeTotals(Money.euro("10000.00"), reachedInAll(1_000));

    @Test
    void dividesMoneyByReachAndStatesWhatItCovers() {
        var cost = costs(
                        project("1000.00", "1500.00", reached(80, ReachIntensity.COURSE)),
                        project("500.00", null, reached(20, ReachIntensity.COURSE)),
                        project("300.00", "400.00", ProjectReach.NONE),
                        project(null, null, reached(700, ReachIntensity.EVENT)))
                .total();

        var state = cost.stateShare();
        assertNull(state.reason());
        assertEquals(2, state.projects());
        assertEquals(Money.euro("1500.00"), state.money());
        assertEquals(100, state.reach().best());
        assertEquals(Money.euro("15.00"), state.best());
        assertEquals(new BigDecimal("0.1500"), state.shareOfSpending());
        assertEquals(new BigDecimal("0.1000"), state.shareOfReach().best());
        var whole = cost.wholeCost();
        assertEquals(1, whole.projects());
        assertEquals(Money.euro("18.75"), whole.best());
        assertEquals(new BigDecimal("0.1000"), whole.shareOfSpending());
        assertEquals(new BigDecimal("0.0800"), whole.shareOfReach().best());
    }

    @Test
    void isNotAttributableWithoutProjectThatHasBoth() {
        var cost = costs(
                        project("300.00", null, ProjectReach.NONE),
                        project("0.00", null, reached(7, null)),
                        project("-5.00", null, reached(7, null)),
                        project("10.00", null, reached(0, null)),
                        project("10.00", null, reach(new Quantity.Vague("hundreds"), null)))
                .total();

        assertEquals(CostPerParticipation.NONE, cost.stateShare());
        assertEquals(CostPerParticipation.NONE, cost.wholeCost());
        assertEquals(CostReason.NOT_ATTRIBUTABLE, costs().total().stateShare().reason());
    }

    @Test
    void boundsCostByBoundsOfReach() {
        var range = costs(project("900.00", null, reach(new Quantity.Range(80, 120), null)))
                .total()
                .stateShare();
        assertEquals(Money.euro("9.00"), range.best());
        assertEquals(Money.euro("7.50"), range.lowest());
        assertEquals(Money.euro("11.25"), range.highest());

        var open = costs(project("900.00", null, reach(new Quantity.AtLeast(90), null)))
                .total()
                .stateShare();
        assertNull(open.lowest());
        assertEquals(Money.euro("10.00"), open.highest());

        var fromNone = costs(project("900.00", null, reach(new Quantity.Range(0, 90), null)))
                .total()
                .stateShare();
        assertEquals(Money.euro("20.00"), fromNone.best());
        assertNull(fromNone.highest());
    }

    /** What is made of a count is no more certain than the count. */
    @Test
    void costAndShareKeepCertaintyOfReach() {
        var about = costs(project("900.00", null, reach(new Quantity.Approximate(90, null), null)))
                .total()
                .stateShare();
        assertEquals(Money.euro("10.00"), about.highest());
        assertEquals(true, about.approximate());
        assertEquals(DerivedKind.APPROXIMATE, about.shareOfReach().kind());
        var exact = costs(project("900.00", null, reached(90, null))).total().stateShare();
        assertEquals(false, exact.approximate());
        assertEquals(DerivedKind.EXACT, exact.shareOfReach().kind());
        var open = new ProjectCosts(
                        List.of(project("900.00", null, reached(90, null))),
                        new ProgrammeTotals(null, DerivedQuantity.of(1_200, 1_200L, null, false)))
                .total()
                .stateShare();
        assertEquals(DerivedKind.AT_MOST, open.shareOfReach().kind());
        assertEquals(new BigDecimal("0.0750"), open.shareOfReach().highest());
        assertNull(CostPerParticipation.NONE.approximate());
    }

    @Test
    void comparesProjectsOfOneIntensityOnly() {
        var rows = costs(
                        project("10.00", null, reached(1, ReachIntensity.EVENT)),
                        project("90.00", null, reached(3, ReachIntensity.COURSE)),
                        project("50.00", null, reached(5, null)))
                .byIntensity();

        assertEquals(
                Arrays.asList(ReachIntensity.COURSE, ReachIntensity.EVENT, null),
                rows.stream().map(ProjectCosts.OfGroup::value).toList());
        assertEquals(Money.euro("30.00"), rows.get(0).cost().stateShare().best());
        assertEquals(1, rows.get(2).projects());
        assertEquals(
                CostReason.NOT_ATTRIBUTABLE, rows.get(2).cost().stateShare().reason());
        assertNull(rows.get(2).cost().stateShare().best());
    }

    @Test
    void groupsByTrackAndInstrumentAsProjectsState() {
        var costs = costs(project("10.00", null, reached(1, null)), project("20.00", null, reached(1, null)));

        assertEquals(
                Money.euro("15.00"), costs.byTrack().get(0).cost().stateShare().best());
        assertEquals(
                FundingInstrument.SUBSIDY, costs.byFundingInstrument().get(0).value());
        assertEquals(
                Money.euro("10.00"),
                costs.of(costs.projects().get(0)).stateShare().best());
    }

    @Test
    void countsPeopleOfOverlappingProjectsOnceInLowestReach() {
        var cost = costs(
                        project("100.00", null, new ProjectReach(sum(new Quantity.Exact(10)), null, true)),
                        project("100.00", null, new ProjectReach(sum(new Quantity.Exact(40)), null, true)),
                        project("100.00", null, reached(10, null)))
                .total()
                .stateShare();

        assertEquals(Money.euro("5.00"), cost.best());
        assertEquals(Money.euro("6.00"), cost.highest());
    }

    @Test
    void hasNoShareOfWhatIsNotKnownOrLess() {
        var projects = List.of(project("10.00", null, reached(10, null)));
        var unknown = new ProjectCosts(projects, new ProgrammeTotals(null, null))
                .total()
                .stateShare();
        assertNull(unknown.shareOfSpending());
        assertNull(unknown.shareOfReach());
        var less = new ProjectCosts(projects, new ProgrammeTotals(Money.euro("9.99"), reachedInAll(0)))
                .total()
                .stateShare();
        assertNull(less.shareOfSpending());
        assertNull(less.shareOfReach());
    }

    @Test
    void restoresReachAsServiceShowsIt() {
        var sum = sum(new Quantity.Range(1, 2))
                .plus(sum(new Quantity.Approximate(5, null)))
                .plus(sum(new Quantity.NotMeasured("none")));

        var restored = ProjectReach.of(sum.aggregate(), sum.bestHalves(), null, false);

        assertEquals(sum.aggregate(), restored.sum().aggregate());
        assertEquals(sum.bestHalves(), restored.sum().bestHalves());
    }

    private static ProjectCosts costs(ProjectCosts.Project... projects) {
        return new ProjectCosts(List.of(projects), PROGRAMME);
    }

    private static ProjectReach reached(long number, ReachIntensity intensity) {
        return reach(new Quantity.Exact(number), intensity);
    }

    private static ProjectReach reach(Quantity quantity, ReachIntensity intensity) {
        return new ProjectReach(sum(quantity), intensity, false);
    }

    private static DerivedQuantity reachedInAll(long number) {
        return DerivedQuantity.exactly(BigDecimal.valueOf(number));
    }

    private static QuantitySum sum(Quantity quantity) {
        return QuantitySum.of(quantity);
    }

    private static ProjectCosts.Project project(String disbursed, String wholeCost, ProjectReach reach) {
        return new ProjectCosts.Project(
                new FundedProject(
                        UUID.randomUUID(),
                        FundingInstrument.SUBSIDY,
                        null,
                        Track.LOCAL,
                        Set.of(),
                        null,
                        money(disbursed),
                        money(wholeCost)),
                reach);
    }

    private static Money money(String amount) {
        return amount == null ? null : Money.euro(amount);
    }
}
