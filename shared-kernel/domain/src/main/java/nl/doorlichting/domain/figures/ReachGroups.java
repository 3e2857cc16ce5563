package nl.doorlichting.domain.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.QuantitySum;

/**
 * Adds up sums of reach by what counts alike in the answer to a question. What is taken back comes first, so that a group knows of
 * which days nothing is left.
 */
public final class ReachGroups {
    static final int COMPONENTS = QuantitySum.ZERO.components().length;

    // The last components count the records of each kind of quantity.
    private static final int KINDS = 6;

    private static final int NOWHERE = -1;

    private final Question question;
    private final Likeness likeness;
    private final Numbers<Object> ofPlaces = new Numbers<>(List.of());
    private final Numbers<Likeness.Stated> ofStated = new Numbers<>(List.of());
    private final Numbers<Object> ofDays = new Numbers<>(List.of());
    private final Numbers<Period> periods = new Numbers<>(List.of());
    // By the numbers of what counts alike: of places, of what is stated and of days.
    private Group[][][] groups = {};
    private int size;
    private boolean isAdding;

    public ReachGroups(Question question, MunicipalityRegister register) {
        this.question = question;
        this.likeness = new Likeness(question, register);
    }

    /** Adds a figure that is not declared to overlap with others. */
    public void add(Fact<QuantitySum> fact) {
        partOf(fact).add(0, 0, 0, fact.measure().components());
    }

    /** The same for one that no longer counts. */
    public void takeBack(Fact<QuantitySum> fact) {
        partOf(fact).takeBack(0, 0, 0, fact.measure().components());
    }

    /** How many facts there may be. */
    public int size() {
        return size;
    }

    private Part partOf(Fact<QuantitySum> fact) {
        return part(
                List.of(fact.municipalities()),
                new int[] {stated(fact.stated(), fact.inclusion())},
                new boolean[] {isOfEachPeriod(fact.inclusion())},
                List.of(fact.period()));
    }

    boolean looksAt(Dimension dimension) {
        return question.looksAt(dimension);
    }

    /** The number of all that counts like this; negative for what counts nowhere. */
    int stated(Map<Dimension, Set<Object>> values, Inclusion inclusion) {
        return number(likeness.of(values, inclusion), ofStated);
    }

    boolean isOfEachPeriod(Inclusion inclusion) {
        return likeness.isOfEachPeriod(inclusion);
    }

    /**
     * Where sums belong that are in these places and of these periods, by their numbers there.
     *
     * @param stated of each number of what is stated there, the number of all that counts alike
     * @param ofEach of each of those whether it matters which days it has
     */
    Part part(List<Set<String>> places, int[] stated, boolean[] ofEach, List<Period> days) {
        Part part = new Part(
                places,
                numbers(places, place -> number(likeness.ofPlace(place), ofPlaces)),
                stated,
                ofEach,
                numbers(days, period -> number(likeness.ofPeriod(period), ofDays)),
                numbers(days, period -> number(likeness.ofEachPeriod(period), ofDays)),
                numbers(days, periods::of));
        if (groups.length < ofPlaces.size()) {
            groups = Arrays.copyOf(groups, ofPlaces.size());
        }
        return part;
    }

    private static <T> int[] numbers(List<T> values, Function<T, Integer> number) {
        int[] numbers = new int[values.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number.apply(values.get(i));
        }
        return numbers;
    }

    private static <L> int number(Optional<L> alike, Numbers<L> numbers) {
        return alike.map(numbers::of).orElse(NOWHERE);
    }

    /**
     * What is left, as facts.
     *
     * @throws IllegalArgumentException when something was taken back that does not count
     */
    public List<Fact<QuantitySum>> facts() {
        List<Likeness.Stated> stated = ofStated.values();
        List<Period> days = periods.values();
        Map<BitSet, Set<Period>> sets = new HashMap<>();
        List<Fact<QuantitySum>> facts = new ArrayList<>();
        for (Group[][] ofPlace : groups) {
            for (int i = 0; ofPlace != null && i < ofPlace.length; i++) {
                for (Group group : ofPlace[i] == null ? new Group[0] : ofPlace[i]) {
                    if (group != null && group.hasRecords()) {
                        QuantitySum sum = QuantitySum.of(group.sums);
                        facts.add(new Fact<>(
                                sets.computeIfAbsent(
                                        group.periods(),
                                        some -> some.stream()
                                                .mapToObj(days::get)
                                                .collect(Collectors.toUnmodifiableSet())),
                                group.place,
                                stated.get(i).values(),
                                stated.get(i).inclusion(),
                                Fact.Use.ROWS_AND_TOTALS,
                                null,
                                sum.observations().total(),
                                sum));
                    }
                }
            }
        }
        return facts;
    }

    /** Sums with numbers of their own for places, for what is stated and for periods. */
    final class Part {
        private final List<Set<String>> places;
        private final int[] alikePlaces;
        private final int[] alikeStated;
        private final boolean[] ofEach;
        private final int[] alikeDays;
        private final int[] alikeEachDays;
        private final int[] numbersOfPeriods;

        private Part(
                List<Set<String>> places,
                int[] alikePlaces,
                int[] alikeStated,
                boolean[] ofEach,
                int[] alikeDays,
                int[] alikeEachDays,
                int[] numbersOfPeriods) {
            this.places = places;
            this.alikePlaces = alikePlaces;
            this.alikeStated = alikeStated;
            this.ofEach = ofEach;
            this.alikeDays = alikeDays;
            this.alikeEachDays = alikeEachDays;
            this.numbersOfPeriods = numbersOfPeriods;
        }

        /** To what a sum is to be added, which the caller does where nothing is taken back; null for what counts nowhere. */
        long[] sums(int place, int state, int period) {
            Group group = group(place, state, period);
            if (group == null) {
                return null;
            }
            group.periods.set(numbersOfPeriods[period]);
            return group.sums;
        }

        void add(int place, int state, int period, long[] components) {
            isAdding = true;
            Group group = group(place, state, period);
            if (group != null) {
                group.add(numbersOfPeriods[period], components);
            }
        }

        void takeBack(int place, int state, int period, long[] components) {
            if (isAdding) {
                throw new IllegalStateException("what is taken back comes first");
            }
            Group group = group(place, state, period);
            if (group != null) {
                group.takeBack(numbersOfPeriods[period], components);
            }
        }

        private Group group(int place, int state, int period) {
            int stated = alikeStated[state];
            int days = (ofEach[state] ? alikeEachDays : alikeDays)[period];
            if (stated < 0 || days < 0) {
                return null;
            }
            int alike = alikePlaces[place];
            if (groups[alike] == null || groups[alike].length <= stated) {
                groups[alike] = groups[alike] == null
                        ? new Group[ofStated.size()][]
                        : Arrays.copyOf(groups[alike], ofStated.size());
            }
            Group[][] ofPlace = groups[alike];
            if (ofPlace[stated] == null || ofPlace[stated].length <= days) {
                ofPlace[stated] = ofPlace[stated] == null
                        ? new Group[ofDays.size()]
                        : Arrays.copyOf(ofPlace[stated], ofDays.size());
            }
            Group group = ofPlace[stated][days];
            if (group == null) {
                group = new Group(places.get(place));
                ofPlace[stated][days] = group;
                size++;
            }
            return group;
        }
    }

    /** Sums that count alike. */
    private static final class Group {
        private final Set<String> place;
        private final BitSet periods = new BitSet();
        private final long[] sums = new long[COMPONENTS];
        // Of the days of which records were taken back, how many are left.
        private Map<Integer, Long> left = Map.of();

        /** @param place one of its places */
        Group(Set<String> place) {
            this.place = place;
        }

        void add(int period, long[] components) {
            periods.set(period);
            for (int i = 0; i < COMPONENTS; i++) {
                sums[i] = Math.addExact(sums[i], components[i]);
            }
            if (!left.isEmpty()) {
                left.computeIfPresent(period, (same, before) -> before + records(components));
            }
        }

        void takeBack(int period, long[] components) {
            for (int i = 0; i < COMPONENTS; i++) {
                sums[i] = Math.subtractExact(sums[i], components[i]);
            }
            if (left.isEmpty()) {
                left = new HashMap<>();
            }
            left.merge(period, -records(components), Long::sum);
        }

        boolean hasRecords() {
            return records(sums) != 0;
        }

        BitSet periods() {
            left.forEach((period, records) -> periods.set(period, records != 0));
            return periods;
        }

        private static long records(long[] components) {
            long records = 0;
            for (int i = COMPONENTS - KINDS; i < COMPONENTS; i++) {
                records += components[i];
            }
            return records;
        }
    }
}
