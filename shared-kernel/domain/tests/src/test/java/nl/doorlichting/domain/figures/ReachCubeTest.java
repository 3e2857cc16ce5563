package nl.doorlichting.domain.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.municipality.Municipality;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.Quantities;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReachCubeTest {
    private static final MunicipalityRegister REGISTER = MunicipalityRegister.builtIn();
    private static final List<String> CODES = REGISTER.validOn(LocalDate.of(2010, 6, 1)).stream()
            .map(Municipality::code)
            .toList();
    private static final Question EVERYTHING =
            Question.of(Structure.REACH).rowsBy(Dimension.PERIOD, Dimension.TARGET_GROUP, Dimension.MUNICIPALITY);
    private static final Map<Dimension, Set<Object>> OTHER = Map.of(Dimension.TARGET_GROUP, Set.of(TargetGroup.OTHER));
    private static final Inclusion TALLY = Inclusion.tally("a tally", new Inclusion.Group(null, null, null));
    private static final List<Fact<QuantitySum>> TALLIES =
            List.of(Fact.of(1, QuantitySum.ZERO).during(Period.ofYear(2004)).included(TALLY));
    private static final int PROVINCES = 12;
    private static final int BYTES_OF_SUM = 50;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void hasSumOfAllThatWasAddedAndNotTakenBack(long seed) {
        Random random = new Random(seed);
        List<Fact<QuantitySum>> counting = new ArrayList<>();
        ReachCube cube = ReachCube.EMPTY;
        for (int step = 0; step < 200; step++) {
            List<ReachCube.Change> changes = new ArrayList<>();
            for (int i = random.nextInt(40); i >= 0; i--) {
                boolean takenBack = !counting.isEmpty() && random.nextInt(step < 100 ? 4 : 2) == 0;
                Fact<QuantitySum> fact =
                        takenBack ? counting.remove(random.nextInt(counting.size())) : fact(random, random.nextInt(2));
                if (!takenBack) {
                    counting.add(fact);
                }
                changes.add(0, new ReachCube.Change(fact, takenBack));
            }
            cube = cube.with(changes);
        }

        assertEquals(table(counting), table(cube.facts(EVERYTHING, REGISTER, TALLIES)));
        assertEquals(counting.stream().map(ReachCubeTest::key).distinct().count(), cube.size());

        ReachCube nothing = cube.with(
                counting.stream().map(fact -> new ReachCube.Change(fact, true)).toList());
        assertEquals(0, nothing.size());
        assertEquals(List.of(), nothing.facts(EVERYTHING, REGISTER, TALLIES));
    }

    @Test
    void earlierCubeStaysAsItWas() {
        Fact<QuantitySum> fact = fact(new Random(1), 1);
        ReachCube one = ReachCube.EMPTY.with(List.of(new ReachCube.Change(fact, false)));

        one.with(List.of(new ReachCube.Change(fact, false)));

        assertEquals(
                fact.measure(),
                one.facts(EVERYTHING, REGISTER, List.of()).get(0).measure());
    }

    @Test
    void refusesToTakeBackWhatDoesNotCount() {
        List<ReachCube.Change> changes = List.of(new ReachCube.Change(fact(new Random(1), 1), true));

        assertThrows(IllegalArgumentException.class, () -> ReachCube.EMPTY.with(changes));
    }

    @Test
    void addsUpMunicipalitiesOfOneProvince() {
        Random random = new Random(1);
        ReachCube cube = ReachCube.EMPTY.with(CODES.stream()
                .map(code -> new ReachCube.Change(
                        fact(random, 0)
                                .in(Set.of(code))
                                .included(Inclusion.ADDED)
                                .stating(OTHER),
                        false))
                .toList());
        Question question = EVERYTHING.rowsBy(Dimension.PROVINCE);

        assertEquals(CODES.size(), cube.size());
        assertEquals(PROVINCES, cube.facts(question, REGISTER, List.of()).size());
        assertEquals(
                PROVINCES,
                cube.facts(question.only(Dimension.TARGET_GROUP, TargetGroup.OTHER), REGISTER, List.of())
                        .size());
    }

    @Test
    void addsUpMunicipalitiesThatAreOneOnTheMap() {
        // Sint Anthonis became part of Land van Cuijk in 2022, as did Boxmeer.
        Fact<QuantitySum> fact = fact(new Random(1), 0);
        ReachCube cube = ReachCube.EMPTY.with(Stream.of("GM1702", "GM0756")
                .map(code -> new ReachCube.Change(fact.in(Set.of(code)), false))
                .toList());

        assertEquals(2, cube.facts(EVERYTHING, REGISTER, List.of()).size());
        assertEquals(
                1,
                cube.facts(EVERYTHING.onMapOf(LocalDate.of(2022, 1, 1)), REGISTER, List.of())
                        .size());
    }

    /** As many as a programme of some 600,000 observations has. */
    @Test
    void takesFewBytesOfEachSum() {
        Random random = new Random(1);
        List<ReachCube.Change> changes = new ArrayList<>();
        for (String code : CODES.subList(0, 300)) {
            for (int i = 0; i < 100; i++) {
                changes.add(added(random, code));
            }
        }
        ReachCube cube = ReachCube.EMPTY.with(changes);

        assertTrue(cube.bytes() <= (long) BYTES_OF_SUM * cube.size(), cube.size() + ": " + cube.bytes());
    }

    private static ReachCube.Change added(Random random, String code) {
        Quantity quantity =
                random.nextInt(7) == 0 ? new Quantity.Range(10, 20) : new Quantity.Exact(random.nextInt(500));
        return new ReachCube.Change(fact(random, 1).in(Set.of(code)).counting(QuantitySum.of(quantity)), false);
    }

    private static Table<QuantitySum> table(List<Fact<QuantitySum>> facts) {
        return TableMaker.table(
                EVERYTHING,
                REGISTER,
                ReachSql.measure(),
                Stream.concat(TALLIES.stream(), facts.stream()).toList());
    }

    private static Object key(Fact<QuantitySum> fact) {
        return List.of(fact.periods(), fact.municipalities(), fact.stated(), fact.inclusion());
    }

    private static Fact<QuantitySum> fact(Random random, int places) {
        return Fact.of(1, QuantitySum.of(Quantities.one(random)))
                .during(Period.ofYear(2000 + random.nextInt(11)))
                .in(random.ints(places, 0, CODES.size()).mapToObj(CODES::get).collect(Collectors.toSet()))
                .stating(Map.of(Dimension.TARGET_GROUP, Set.of(TargetGroup.values()[random.nextInt(4)])))
                .included(random.nextInt(3) == 0 ? Inclusion.in(TALLY.tally()) : Inclusion.ADDED);
    }
}
