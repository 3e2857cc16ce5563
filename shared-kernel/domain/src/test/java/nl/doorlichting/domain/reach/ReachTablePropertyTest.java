package nl.doorlichting.domain.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.domain.quantity.Quantities;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReachTablePropertyTest {

    // Valid throughout, ended whole, ended in a split, begun later, and none.
    private static final String[] CODES = {"GM0988", "GM0052", "GM0993", "GM1895", null};
    private static final List<Period> DISJOINT =
            List.of(Period.ofYears(2007, 2008), Period.ofYear(2009), Period.ofYear(2010));
    private static final List<Period> ANY =
            List.of(Period.ofYears(2007, 2009), Period.ofYear(2009), Period.ofYear(2010), Period.ofYears(2009, 2011));

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void rowsAndUnallocatedAddUpToTheTotalsAndTheTotalsToTheFacts(long seed) {
        Random random = new Random(seed);
        ReachQuery query = query(random, false);
        List<ReachFact> added = facts(random, DISJOINT).stream()
                .filter(ReachFact::isAdded)
                .map(ReachTablePropertyTest::exactly)
                .toList();
        ReachTable table = table(query, added);
        long total = best(table.totals().stream().map(ReachTotal::reach));

        assertEquals(total, inRows(table) + inUnallocated(table));
        assertEquals(
                total,
                added.stream()
                        .filter(fact -> PeriodFit.of(fact.period(), query) == PeriodFit.INSIDE)
                        .mapToLong(fact -> fact.sum().lowest())
                        .sum());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void underAPlaceFilterTheRowsAloneAddUpToTheTotals(long seed) {
        Random random = new Random(seed);
        List<ReachFact> added = facts(random, DISJOINT).stream()
                .filter(ReachFact::isAdded)
                .map(ReachTablePropertyTest::exactly)
                .toList();
        ReachTable table = table(query(random, true), added);

        assertEquals(best(table.totals().stream().map(ReachTotal::reach)), inRows(table));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatHidesInATallyNeverChangesATotal(long seed) {
        Random random = new Random(seed);
        ReachQuery query = query(random, random.nextBoolean());
        List<ReachFact> facts = facts(random, ANY);

        assertEquals(
                table(query, facts.stream().filter(ReachFact::isAdded).toList()).totals(),
                table(query, facts).totals());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfFactsDoesNotMatter(long seed) {
        Random random = new Random(seed);
        ReachQuery query = query(random, random.nextBoolean());
        List<ReachFact> facts = facts(random, ANY);
        ReachTable table = table(query, facts);
        Collections.shuffle(facts, random);

        assertEquals(table, table(query, facts));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void itDoesNotMatterInHowManyFactsTheDatabaseGroups(long seed) {
        Random random = new Random(seed);
        ReachQuery query = query(random, random.nextBoolean());
        List<ReachFact> together = new ArrayList<>();
        List<ReachFact> apart = new ArrayList<>();
        for (ReachFact fact : facts(random, ANY)) {
            QuantitySum more = QuantitySum.of(Quantities.one(random));
            together.add(withSum(fact, fact.sum().plus(more)));
            apart.add(fact);
            apart.add(withSum(fact, more));
        }

        assertEquals(table(query, together), table(query, apart));
    }

    private static ReachTable table(ReachQuery query, Collection<ReachFact> facts) {
        return ReachTable.of(ReachSource.TRAINING, query, MunicipalityRegister.builtIn(), facts);
    }

    private static ReachQuery query(Random random, boolean filtered) {
        Set<ReachDimension> by = EnumSet.noneOf(ReachDimension.class);
        Stream.of(ReachDimension.values()).filter(each -> random.nextBoolean()).forEach(by::add);
        LocalDate from = random.nextBoolean() ? LocalDate.of(2009, 1, 1) : null;
        LocalDate boundaries = random.nextBoolean() ? LocalDate.of(2008 + random.nextInt(5), 1, 1) : null;
        String municipality = filtered && random.nextBoolean() ? "GM1507" : null;
        String province = filtered && municipality == null ? "PV31" : null;
        return new ReachQuery(null, from, null, by, null, null, null, municipality, province, boundaries);
    }

    private static List<ReachFact> facts(Random random, List<Period> periods) {
        return new ArrayList<>(Stream.generate(() -> fact(random, periods))
                .limit(random.nextInt(30))
                .toList());
    }

    private static ReachFact fact(Random random, List<Period> periods) {
        String code = CODES[random.nextInt(CODES.length)];
        return new ReachFact(
                periods.get(random.nextInt(periods.size())),
                TargetGroup.values()[random.nextInt(TargetGroup.values().length)],
                code,
                code == null && random.nextBoolean(),
                Inclusion.values()[random.nextInt(Inclusion.values().length)],
                QuantitySum.of(Quantities.one(random)));
    }

    private static ReachFact exactly(ReachFact fact) {
        return withSum(fact, QuantitySum.of(new Quantity.Exact(fact.sum().lowest())));
    }

    private static ReachFact withSum(ReachFact fact, QuantitySum sum) {
        return new ReachFact(
                fact.period(), fact.targetGroup(), fact.municipality(), fact.severalPlaces(), fact.inclusion(), sum);
    }

    private static long inRows(ReachTable table) {
        return best(table.rows().stream().map(ReachRow::reach));
    }

    private static long inUnallocated(ReachTable table) {
        return best(table.unallocated().stream().map(UnallocatedReach::reach));
    }

    private static long best(Stream<AggregatedQuantity> reach) {
        return reach.mapToLong(AggregatedQuantity::best).sum();
    }
}
