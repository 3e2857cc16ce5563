package nl.doorlichting.domain.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.doorlichting.domain.municipality.Municipality;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.Quantities;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is packed adds up to the same as the figures themselves. */
class ReachColumnsTest {
    private static final MunicipalityRegister REGISTER = MunicipalityRegister.builtIn();
    private static final List<String> CODES = REGISTER.validOn(LocalDate.of(2010, 6, 1)).stream()
            .map(Municipality::code)
            .toList();
    // Of others and of anyone, of days that are shared.
    private static final List<Fact<QuantitySum>> TALLIES = List.of(
            tally("a tally", TargetGroup.OTHER.name(), 2002, 2005),
            tally("another tally", TargetGroup.OTHER.name(), 2004, 2009),
            tally("a tally of anyone", null, 2009, 2010));
    private static final List<Question> QUESTIONS = List.of(
            rowsBy(Dimension.MUNICIPALITY, Dimension.TRACK),
            rowsBy(Dimension.PROVINCE, Dimension.PHENOMENON).onMapOf(LocalDate.of(2022, 1, 1)),
            rowsBy(Dimension.MUNICIPALITY, Dimension.PROVINCE, Dimension.YEAR)
                    .onMapOf(LocalDate.of(2019, 1, 1))
                    .within(LocalDate.of(2003, 1, 1), LocalDate.of(2008, 6, 1)),
            rowsBy(Dimension.MUNICIPALITY, Dimension.PERIOD).only(Dimension.TRACK, Track.LOCAL),
            rowsBy(Dimension.PROVINCE).only(Dimension.MUNICIPALITY, CODES.get(1), CODES.get(2)),
            rowsBy(Dimension.PROVINCE, Dimension.TARGET_GROUP).only(Dimension.YEAR, 2004),
            rowsBy(Dimension.YEAR, Dimension.TARGET_GROUP).within(LocalDate.of(2003, 1, 1), LocalDate.of(2006, 6, 1)),
            rowsBy(Dimension.PERIOD, Dimension.PHENOMENON).only(Dimension.TRACK, Track.LOCAL));
    private static final int FIGURES = 2_000;
    private static final int BYTES_OF_FIGURE = 12;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int GROUPS = 30_000;
    private static final int DAYS = 3_000;
    private static final int FEW_GROUPS = 100;
    private static final int PLACES = 20;
    // With what is read of the part, and a bit for each day.
    private static final int BYTES_OF_GROUP = 1_200;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void addsUpToWhatIsLeft(long seed) {
        Random random = new Random(seed);
        List<Fact<QuantitySum>> figures = figures(random, FIGURES);
        List<Fact<QuantitySum>> takenBack = figures.subList(0, random.nextInt(FIGURES));
        byte[] first = pack(figures.subList(0, FIGURES / 3));
        byte[] second = pack(figures.subList(FIGURES / 3, FIGURES - 1));
        byte[] back = pack(takenBack.isEmpty() ? takenBack : takenBack.subList(1, takenBack.size()));
        List<Fact<QuantitySum>> tallies = TALLIES.subList(0, random.nextInt(TALLIES.size() + 1));
        for (Question question : QUESTIONS) {
            ReachGroups groups = new ReachGroups(question, REGISTER, tallies);
            ReachColumns.takeBack(back, groups);
            takenBack.stream().limit(1).forEach(groups::takeBack);
            ReachColumns.add(first, groups);
            ReachColumns.add(second, groups);
            groups.add(figures.get(FIGURES - 1));
            assertEquals(
                    table(question, figures.subList(takenBack.size(), FIGURES), tallies),
                    table(question, groups.facts(), tallies));
        }
    }

    @Test
    void takesFewBytesOfEachFigure() {
        Random random = new Random(1);
        int bytes = pack(figures(random, 30_000).stream()
                        .map(figure -> figure.in(Set.of(CODES.get(random.nextInt(CODES.size())))))
                        .toList())
                .length;
        assertTrue(bytes < 30_000 * BYTES_OF_FIGURE, bytes + " bytes");
    }

    /** Of so many days, places and kinds of activity that most combinations have no figure. */
    @Test
    void takesMemoryByGroupAndNotByCombination() {
        Random random = new Random(1);
        byte[] packed = pack(figures(random, GROUPS).stream()
                .map(figure ->
                        figure.during(day(random.nextInt(DAYS))).in(Set.of(CODES.get(random.nextInt(CODES.size())))))
                .toList());
        ReachGroups groups = new ReachGroups(
                rowsBy(Dimension.MUNICIPALITY, Dimension.PHENOMENON, Dimension.PERIOD), REGISTER, List.of());
        long before = THREADS.getCurrentThreadAllocatedBytes();
        ReachColumns.add(packed, groups);
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertTrue(groups.size() > GROUPS * 9 / 10, groups.size() + " groups");
        assertTrue(
                allocated / groups.size() < BYTES_OF_GROUP, () -> allocated + " bytes of " + groups.size() + " groups");
    }

    /** Of days that share the same tallies, however many they are. */
    @Test
    void takesGroupsByTalliesAndNotByDays() {
        Random random = new Random(1);
        byte[] packed = pack(figures(random, GROUPS).stream()
                .map(figure -> figure.during(day(random.nextInt(DAYS))))
                .toList());
        ReachGroups groups = new ReachGroups(rowsBy(Dimension.TARGET_GROUP), REGISTER, TALLIES);
        ReachColumns.add(packed, groups);
        assertTrue(groups.size() < FEW_GROUPS, groups.size() + " groups");
    }

    /** No tally stands in a place, so rows of places are as many as without tallies. */
    @ParameterizedTest(name = "by {0}")
    @EnumSource(names = {"MUNICIPALITY", "PROVINCE"})
    void takesGroupsOfTalliesOnceAndNotInEachPlace(Dimension place) {
        Random random = new Random(1);
        byte[] packed = pack(figures(random, GROUPS).stream()
                .map(figure -> figure.in(Set.of(CODES.get(random.nextInt(PLACES)))))
                .toList());
        ReachGroups without = new ReachGroups(rowsBy(place, Dimension.TRACK), REGISTER, List.of());
        ReachColumns.add(packed, without);
        ReachGroups with = new ReachGroups(rowsBy(place, Dimension.TRACK), REGISTER, TALLIES);
        ReachColumns.add(packed, with);
        assertTrue(
                with.size() - without.size() < FEW_GROUPS / 2,
                () -> with.size() + " groups with tallies, " + without.size() + " without");
        assertTrue(without.size() > (place == Dimension.MUNICIPALITY ? 2 * PLACES : 1), without.size() + " groups");
    }

    /** Before they are packed, what figures state takes two hundred times as much as packed. */
    @Test
    void holdsNoFiguresUntilTheyArePacked() {
        ReachColumns.Packer packer = new ReachColumns.Packer();
        List<WeakReference<Object>> states = figures(new Random(1), FIGURES).stream()
                .map(figure -> {
                    packer.add(figure);
                    return new WeakReference<Object>(figure.stated());
                })
                .toList();
        assertTimeoutPreemptively(PATIENCE, () -> {
            while (states.stream().anyMatch(state -> state.get() != null)) {
                System.gc();
            }
        });
        assertEquals(FIGURES, packer.size());
    }

    @Test
    void packsNothing() {
        ReachGroups groups = new ReachGroups(QUESTIONS.get(0), REGISTER, List.of());
        ReachColumns.add(pack(List.of()), groups);
        assertEquals(List.of(), groups.facts());
    }

    /** Otherwise it would not be known of which days nothing is left. */
    @Test
    void takesBackFirst() {
        ReachGroups groups = new ReachGroups(QUESTIONS.get(0), REGISTER, List.of());
        Fact<QuantitySum> figure = figures(new Random(1), 1).get(0);
        groups.add(figure);
        assertThrows(IllegalStateException.class, () -> groups.takeBack(figure));
    }

    private static byte[] pack(List<Fact<QuantitySum>> figures) {
        ReachColumns.Packer packer = new ReachColumns.Packer();
        figures.forEach(packer::add);
        assertEquals(figures.size(), packer.size());
        return packer.packed();
    }

    private static Period day(int number) {
        LocalDate day = LocalDate.of(2004, 1, 1).plusDays(number);
        return new Period(day, day.plusDays(1));
    }

    private static Question rowsBy(Dimension... by) {
        return Question.of(Structure.REACH).rowsBy(by);
    }

    private static Table<QuantitySum> table(
            Question question, List<Fact<QuantitySum>> figures, List<Fact<QuantitySum>> tallies) {
        return TableMaker.table(
                question,
                REGISTER,
                ReachSql.measure(),
                Stream.concat(tallies.stream(), figures.stream()).toList());
    }

    private static Fact<QuantitySum> tally(String id, String targetGroup, int first, int last) {
        Map<Dimension, Set<Object>> stated = targetGroup == null
                ? Map.of()
                : Map.of(Dimension.TARGET_GROUP, Set.of(TargetGroup.valueOf(targetGroup)));
        return Fact.of(1, QuantitySum.of(Quantities.one(new Random(first))))
                .during(new Period(LocalDate.of(first, 1, 1), LocalDate.of(last + 1, 1, 1)))
                .stating(stated)
                .included(Inclusion.tally(id, new Inclusion.Group("a programme", targetGroup, null)));
    }

    private static List<Fact<QuantitySum>> figures(Random random, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> figure(random))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Fact<QuantitySum> figure(Random random) {
        TargetGroup group = TargetGroup.values()[random.nextInt(4)];
        return Fact.of(1, QuantitySum.of(Quantities.one(random)))
                .during(Period.ofYear(2000 + random.nextInt(11)))
                .in(random.ints(random.nextInt(3), 0, CODES.size())
                        .mapToObj(CODES::get)
                        .collect(Collectors.toSet()))
                .stating(Map.of(
                        Dimension.TARGET_GROUP,
                        Set.of(group),
                        Dimension.TRACK,
                        random.nextInt(3) == 0 ? Set.of() : Set.of(Track.values()[random.nextInt(3)]),
                        Dimension.PHENOMENON,
                        random.ints(random.nextInt(3), 0, Phenomenon.values().length)
                                .mapToObj(i -> Phenomenon.values()[i])
                                .collect(Collectors.toSet())))
                .included(
                        random.nextInt(3) == 0
                                ? Inclusion.unknown(new Inclusion.Group("a programme", group.name(), null))
                                : Inclusion.ADDED);
    }
}
