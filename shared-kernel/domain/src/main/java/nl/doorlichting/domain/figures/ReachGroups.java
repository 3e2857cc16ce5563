package nl.doorlichting.domain.figures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.period.PeriodSet;
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
    // Stands for all places with a row.
    private static final int ANYWHERE = 0;

    // Of each number in a key.
    private static final int BITS = 21;

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Question question;
    private final Likeness likeness;
    private final Numbers<Object> ofPlaces = new Numbers<>(List.of());
    private final Numbers<Likeness.Stated> ofStated = new Numbers<>(List.of());
    private final Numbers<Object> ofDays = new Numbers<>(List.of());
    // By their keys, each as close as can be to where its key belongs. An array by place, by what is stated and by days
    // would have room for each combination of them, of which there are far more than groups.
    private Group[] groups = new Group[16];
    private int size;
    private boolean isAdding;

    /** @param counting the tallies of the answer, which may hold some of what is added; other facts of it may be among them */
    public ReachGroups(Question question, MunicipalityRegister register, Collection<? extends Fact<?>> counting) {
        this.question = question;
        this.likeness = new Likeness(question, register, counting);
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
                List.of(alike(fact.stated(), fact.inclusion())),
                List.of(fact.period()));
    }

    boolean looksAt(Dimension dimension) {
        return question.looksAt(dimension);
    }

    /**
     * Numbers of all that counts like something stated; negative where it counts nowhere.
     *
     * @param inRow where rows of places are counted apart from totals
     * @param inTotal the same
     * @param isOfDaysOfTallies whether it matters with which tallies it shares days
     */
    record Alike(int everywhere, int inRow, int inTotal, boolean isOfDaysOfTallies) {}

    Alike alike(Map<Dimension, Set<Object>> stated, Inclusion inclusion) {
        return new Alike(
                number(likeness.of(stated, inclusion), ofStated),
                number(likeness.ofRow(stated), ofStated),
                number(likeness.ofTotal(stated, inclusion), ofStated),
                likeness.isOfDaysOfTallies(inclusion));
    }

    /**
     * Where sums belong that are in these places and of these periods, by their numbers there.
     *
     * @param stated of each number of what is stated there, what counts alike
     */
    Part part(List<Set<String>> places, List<Alike> stated, List<Period> days) {
        return new Part(places, stated, days);
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
        List<Fact<QuantitySum>> facts = new ArrayList<>();
        for (Group group : groups) {
            if (group != null && group.hasRecords()) {
                QuantitySum sum = QuantitySum.of(group.sums);
                facts.add(new Fact<>(
                        group.periods(),
                        group.place,
                        stated.get(group.stated()).values(),
                        stated.get(group.stated()).inclusion(),
                        stated.get(group.stated()).use(),
                        null,
                        sum.observations().total(),
                        sum));
            }
        }
        return facts;
    }

    /** Sums with numbers of their own for places, for what is stated and for periods. */
    final class Part {
        private final List<Set<String>> places;
        private final int[] alikePlaces;
        private final boolean[] isOfRowApart;
        private final Alike[] stated;
        private final int[] days;
        private final int[] daysAmongTallies;
        private final int[] daysInRow;
        private final long[] numbersOfPeriods;

        private Part(List<Set<String>> places, List<Alike> stated, List<Period> periods) {
            this.places = places;
            this.alikePlaces = numbers(places, place -> number(likeness.ofPlace(place), ofPlaces));
            this.isOfRowApart = new boolean[places.size()];
            for (int i = 0; i < isOfRowApart.length; i++) {
                isOfRowApart[i] = likeness.isOfRowApart(places.get(i));
            }
            this.stated = stated.toArray(Alike[]::new);
            this.days = numbers(periods, period -> number(likeness.ofPeriod(period, false), ofDays));
            this.daysAmongTallies = numbers(periods, period -> number(likeness.ofPeriod(period, true), ofDays));
            this.daysInRow = numbers(periods, period -> number(likeness.ofPeriodInRow(period), ofDays));
            this.numbersOfPeriods =
                    periods.stream().mapToLong(PeriodSet::number).toArray();
        }

        void add(int place, int state, int period, long[] components) {
            isAdding = true;
            add(group(place, state, period), period, components);
            add(groupOfTotal(place, state, period), period, components);
        }

        private void add(Group group, int period, long[] components) {
            if (group != null) {
                group.add(numbersOfPeriods[period], components);
            }
        }

        void takeBack(int place, int state, int period, long[] components) {
            if (isAdding) {
                throw new IllegalStateException("what is taken back comes first");
            }
            takeBack(group(place, state, period), period, components);
            takeBack(groupOfTotal(place, state, period), period, components);
        }

        private void takeBack(Group group, int period, long[] components) {
            if (group != null) {
                group.takeBack(numbersOfPeriods[period], components);
            }
        }

        private Group group(int place, int state, int period) {
            return isOfRowApart[place]
                    ? group(alikePlaces[place], stated[state].inRow(), daysInRow[period], place)
                    : group(alikePlaces[place], stated[state].everywhere(), days(state, period), place);
        }

        /** Null where rows are not counted apart. */
        private Group groupOfTotal(int place, int state, int period) {
            return isOfRowApart[place] ? group(ANYWHERE, stated[state].inTotal(), days(state, period), place) : null;
        }

        private int days(int state, int period) {
            return (stated[state].isOfDaysOfTallies() ? daysAmongTallies : days)[period];
        }

        private Group group(int alikePlace, int alikeStated, int alikeDays, int place) {
            return alikeStated < 0 || alikeDays < 0
                    ? null
                    : ReachGroups.this.group(key(alikePlace, alikeStated, alikeDays), places.get(place));
        }
    }

    private Group group(long key, Set<String> place) {
        int at = find(key);
        if (groups[at] == null) {
            size++;
            if (size > groups.length / 2) {
                Group[] before = groups;
                groups = new Group[2 * before.length];
                Stream.of(before).filter(Objects::nonNull).forEach(group -> groups[find(group.key)] = group);
                at = find(key);
            }
            groups[at] = new Group(key, place);
        }
        return groups[at];
    }

    /** Where the group of a key is, or is to be. */
    private int find(long key) {
        int at = (int) (key * SPREAD >>> Long.numberOfLeadingZeros(groups.length) + 1);
        while (groups[at] != null && groups[at].key != key) {
            at = at + 1 & groups.length - 1;
        }
        return at;
    }

    private static long key(int place, int stated, int days) {
        if ((place | stated | days) >>> BITS != 0) {
            throw new IllegalStateException("too many different figures");
        }
        return ((long) place << BITS | stated) << BITS | days;
    }

    /** Sums that count alike. */
    private static final class Group {
        private final long key;
        private final Set<String> place;
        private final PeriodSet.Union periods = new PeriodSet.Union();
        private final long[] sums = new long[COMPONENTS];
        // Of the days of which records were taken back, how many are left.
        private Map<Long, Long> left = Map.of();

        /** @param place one of its places */
        Group(long key, Set<String> place) {
            this.key = key;
            this.place = place;
        }

        int stated() {
            return (int) (key >>> BITS) & (1 << BITS) - 1;
        }

        void add(long period, long[] components) {
            periods.add(period);
            for (int i = 0; i < COMPONENTS; i++) {
                sums[i] = Math.addExact(sums[i], components[i]);
            }
            if (!left.isEmpty()) {
                left.computeIfPresent(period, (same, before) -> before + records(components));
            }
        }

        void takeBack(long period, long[] components) {
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

        PeriodSet periods() {
            PeriodSet all = periods.periods();
            return left.isEmpty()
                    ? all
                    : PeriodSet.ofNumbers(all.numbers().filter(period -> left.getOrDefault(period, 1L) != 0));
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
