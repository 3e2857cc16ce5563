package nl.doorlichting.domain.figures;

import static nl.doorlichting.domain.figures.ReachTableFixture.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
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
        Question query = query(random, false);
        List<Fact<QuantitySum>> added = facts(random, DISJOINT).stream()
                .filter(fact -> !fact.inclusion().isPerhapsInTally())
                .map(ReachTablePropertyTest::exactly)
                .toList();
        Table<QuantitySum> table = table(query, added);
        long total = best(table.totals());

        assertEquals(total, inRows(table) + inUnallocated(table));
        assertEquals(
                total,
                added.stream()
                        .filter(fact -> Periods.fit(fact, query) == Periods.Fit.INSIDE)
                        .mapToLong(fact -> fact.measure().lowest())
                        .sum());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void underAPlaceFilterTheRowsAloneAddUpToTheTotalsUnlessAllPartsOfADividedMunicipalityAreThere(long seed) {
        Random random = new Random(seed);
        List<Fact<QuantitySum>> added = facts(random, DISJOINT).stream()
                .filter(fact -> !fact.inclusion().isPerhapsInTally())
                .map(ReachTablePropertyTest::exactly)
                .toList();
        Table<QuantitySum> table = table(query(random, true), added);
        long divided = best(table.totals()) - inRows(table);

        assertTrue(divided >= 0 && divided <= inUnallocated(table), divided + " in totals and in no row");
        assertTrue(divided == 0
                || table.question().isBy(Dimension.MUNICIPALITY)
                        && table.question().filters(Dimension.PROVINCE));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatHidesInATallyNeverChangesATotalWithTheTally(long seed) {
        Random random = new Random(seed);
        Question query = query(random, false).within(null, null);
        List<Fact<QuantitySum>> facts = facts(random, DISJOINT);
        facts.removeIf(fact -> fact.inclusion().kind() == Inclusion.Kind.UNKNOWN);
        facts.add(ReachFacts.tally(ReachFacts.fact(Period.ofYears(2007, 2010), 1)));

        assertEquals(
                figures(table(
                                query,
                                facts.stream()
                                        .filter(fact -> !fact.inclusion().isPerhapsInTally())
                                        .toList())
                        .totals()),
                figures(table(query, facts).totals()));
    }

    /** Apart from which tallies hold something. */
    private static List<Table.Row<QuantitySum>> figures(List<Table.Row<QuantitySum>> rows) {
        return rows.stream()
                .map(row -> new Table.Row<>(row.key(), row.sum(), row.withheld(), Set.of()))
                .toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfFactsDoesNotMatter(long seed) {
        Random random = new Random(seed);
        Question query = query(random, random.nextBoolean());
        List<Fact<QuantitySum>> facts = facts(random, ANY);
        Table<QuantitySum> table = table(query, facts);
        Collections.shuffle(facts, random);

        assertEquals(table, table(query, facts));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void itDoesNotMatterInHowManyFactsTheDatabaseGroups(long seed) {
        Random random = new Random(seed);
        Question query = query(random, random.nextBoolean());
        List<Fact<QuantitySum>> together = new ArrayList<>();
        List<Fact<QuantitySum>> apart = new ArrayList<>();
        for (Fact<QuantitySum> fact : facts(random, ANY)) {
            QuantitySum more = QuantitySum.of(Quantities.one(random));
            together.add(withSum(fact, fact.measure().plus(more)));
            apart.add(fact);
            apart.add(withSum(fact, more));
        }

        assertEquals(table(query, together), table(query, apart));
    }

    /** As a source does that keeps sums without knowing the question, and adds them up by the question. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void factsThatCountAlikeMayBeAddedUpFirst(long seed) {
        Random random = new Random(seed);
        Question query = question(random);
        List<Fact<QuantitySum>> facts = new ArrayList<>();
        Stream.generate(() -> facts(random, ANY)).limit(20).forEach(facts::addAll);
        List<Fact<QuantitySum>> tallies = new ArrayList<>(
                facts.stream().filter(fact -> fact.inclusion().isTally()).toList());
        List<Inclusion> held = tallies.stream().map(Fact::inclusion).toList();
        List<Fact<QuantitySum>> others = facts.stream()
                .filter(fact -> !fact.inclusion().isTally())
                .map(fact -> fact.included(fact.inclusion().among(held)))
                .toList();

        ReachCube cube = cube(random, others);
        List<Fact<QuantitySum>> added = new ArrayList<>(cube.facts(query, MunicipalityRegister.builtIn(), tallies));

        assertTrue(cube.size() < others.size() && added.size() <= cube.size());
        added.addAll(tallies);
        assertEquals(table(query, facts), table(query, added));
    }

    /** Some at a time, and with some that are taken back later. */
    private static ReachCube cube(Random random, List<Fact<QuantitySum>> facts) {
        List<Fact<QuantitySum>> more = facts(random, ANY).stream()
                .map(fact -> fact.included(Inclusion.ADDED))
                .toList();
        ReachCube cube = ReachCube.EMPTY.with(changes(more, false));
        for (int i = 0; i < facts.size(); i += 7) {
            cube = cube.with(changes(facts.subList(i, Math.min(i + 7, facts.size())), false));
        }
        return cube.with(changes(more, true));
    }

    private static List<ReachCube.Change> changes(List<Fact<QuantitySum>> facts, boolean takenBack) {
        return facts.stream().map(fact -> new ReachCube.Change(fact, takenBack)).toList();
    }

    private static Question question(Random random) {
        Question question = query(random, random.nextInt(3) == 0)
                .rowsBy(Stream.of(
                                Dimension.TARGET_GROUP,
                                Dimension.YEAR,
                                Dimension.PERIOD,
                                Dimension.MUNICIPALITY,
                                Dimension.PROVINCE)
                        .filter(each -> random.nextInt(3) == 0)
                        .toArray(Dimension[]::new))
                .within(
                        random.nextBoolean() ? LocalDate.of(2008 + random.nextInt(2), 1, 1) : null,
                        random.nextBoolean() ? LocalDate.of(2010, 1 + random.nextInt(12), 1) : null);
        if (random.nextInt(4) == 0) {
            question = question.only(Dimension.MUNICIPALITY, "GM0988", Dimension.NOT_STATED);
        }
        return random.nextBoolean() ? question : question.only(Dimension.TARGET_GROUP, TargetGroup.YOUTH_AND_PUPILS);
    }

    private static Question query(Random random, boolean filtered) {
        Question question = Question.of(Structure.REACH)
                .rowsBy(Structure.REACH.rows().stream()
                        .filter(each -> random.nextBoolean())
                        .toArray(Dimension[]::new))
                .within(random.nextBoolean() ? LocalDate.of(2009, 1, 1) : null, null)
                .onMapOf(random.nextBoolean() ? LocalDate.of(2008 + random.nextInt(5), 1, 1) : null);
        if (!filtered) {
            return question;
        }
        return random.nextBoolean()
                ? question.only(Dimension.MUNICIPALITY, "GM1507")
                : question.only(Dimension.PROVINCE, "PV31");
    }

    private static List<Fact<QuantitySum>> facts(Random random, List<Period> periods) {
        return new ArrayList<>(Stream.generate(() -> fact(random, periods))
                .limit(random.nextInt(30))
                .toList());
    }

    private static Fact<QuantitySum> fact(Random random, List<Period> periods) {
        String code = CODES[random.nextInt(CODES.length)];
        TargetGroup group = TargetGroup.values()[random.nextInt(TargetGroup.values().length)];
        boolean several = code == null && random.nextBoolean();
        QuantitySum sum = QuantitySum.of(Quantities.one(random));
        return Fact.of(1, sum)
                .during(periods.get(random.nextInt(periods.size())))
                .stating(Map.of(Dimension.TARGET_GROUP, Set.of(group)))
                .in(several ? Set.of("GM0988", "GM0052") : code == null ? Set.of() : Set.of(code))
                .included(inclusion(random, group));
    }

    private static Inclusion inclusion(Random random, TargetGroup group) {
        Inclusion.Group counted = new Inclusion.Group("programme", group.name(), null);
        return switch (Inclusion.Kind.values()[random.nextInt(Inclusion.Kind.values().length)]) {
            case ADDED -> Inclusion.ADDED;
            case TALLY -> Inclusion.tally("the tally", counted);
            case IN_TALLY -> Inclusion.in("the tally");
            case UNKNOWN -> Inclusion.unknown(counted);
        };
    }

    private static Fact<QuantitySum> exactly(Fact<QuantitySum> fact) {
        return withSum(fact, QuantitySum.of(new Quantity.Exact(fact.measure().lowest())));
    }

    private static Fact<QuantitySum> withSum(Fact<QuantitySum> fact, QuantitySum sum) {
        return new Fact<>(
                fact.periods(),
                fact.municipalities(),
                fact.stated(),
                fact.inclusion(),
                fact.use(),
                fact.overlap(),
                sum.observations().total(),
                sum);
    }

    private static long inRows(Table<QuantitySum> table) {
        return best(table.rows());
    }

    private static long inUnallocated(Table<QuantitySum> table) {
        return best(table.unallocated());
    }

    private static long best(List<Table.Row<QuantitySum>> rows) {
        return rows.stream().mapToLong(row -> row.sum().aggregate().best()).sum();
    }
}
