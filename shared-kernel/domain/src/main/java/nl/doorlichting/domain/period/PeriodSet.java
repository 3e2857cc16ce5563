package nl.doorlichting.domain.period;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Different periods, in order. A number is kept for each and no object, because an answer may be about tens of thousands of
 * different days, and has them in each of its rows.
 */
public final class PeriodSet {
    /** The number of a period is its first day, counted from 1970, times this, and how many days it has. Ordered like periods. */
    public static final long DAYS = 1L << 24;

    public static final PeriodSet NONE = new PeriodSet(new long[0], null);

    private final long[] numbers;
    private final Period last;

    private PeriodSet(long[] ordered, Period last) {
        this.numbers = ordered;
        this.last = last;
    }

    public static PeriodSet of(Period only) {
        return new PeriodSet(new long[] {number(only)}, only);
    }

    public static PeriodSet of(Collection<Period> periods) {
        return ofNumbers(periods.stream().mapToLong(PeriodSet::number));
    }

    /** @param numbers in any order, any of them several times */
    public static PeriodSet ofNumbers(LongStream numbers) {
        long[] ordered = numbers.toArray();
        return ofOrdered(Arrays.copyOf(ordered, order(ordered, ordered.length)));
    }

    public static long number(Period period) {
        long from = period.from().toEpochDay();
        return from * DAYS + (period.until().toEpochDay() - from);
    }

    private static Period period(long number) {
        return new Period(LocalDate.ofEpochDay(from(number)), LocalDate.ofEpochDay(until(number)));
    }

    private static long from(long number) {
        return Math.floorDiv(number, DAYS);
    }

    private static long until(long number) {
        return from(number) + Math.floorMod(number, DAYS);
    }

    private static PeriodSet ofOrdered(long[] ordered) {
        if (ordered.length == 0) {
            return NONE;
        }
        long last = ordered[0];
        for (long number : ordered) {
            last = until(number) > until(last) ? number : last;
        }
        return new PeriodSet(ordered, period(last));
    }

    /** Puts the first of these in order, each once, and returns how many they are then. */
    private static int order(long[] numbers, int count) {
        Arrays.sort(numbers, 0, count);
        int different = 0;
        for (int i = 0; i < count; i++) {
            if (different == 0 || numbers[i] != numbers[different - 1]) {
                numbers[different++] = numbers[i];
            }
        }
        return different;
    }

    public boolean isEmpty() {
        return numbers.length == 0;
    }

    public int size() {
        return numbers.length;
    }

    public Stream<Period> stream() {
        return numbers().mapToObj(PeriodSet::period);
    }

    public LongStream numbers() {
        return Arrays.stream(numbers);
    }

    /** The one that ends last; null of none. */
    public Period endingLast() {
        return last;
    }

    /** Those that share days with another one: in order of beginning, each is held to the one before it that ends last. */
    public PeriodSet partlyOverlapping() {
        LongStream.Builder found = LongStream.builder();
        long before = 0;
        for (int i = 0; i < numbers.length; i++) {
            long number = numbers[i];
            if (i > 0 && from(number) < until(before)) {
                found.add(before);
                found.add(number);
            }
            before = i == 0 || until(number) > until(before) ? number : before;
        }
        return ofNumbers(found.build());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PeriodSet set && Arrays.equals(numbers, set.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return stream().map(Period::code).toList().toString();
    }

    /** What is in any of several sets. For one thread. */
    public static final class Union {
        private static final int FIRST_LENGTH = 4;
        // So few are always in order. Of more, those that come are put in order once there is no room for others.
        private static final int FEW = 64;

        // Most are of one set.
        private PeriodSet only;
        private PeriodSet lastAdded;
        private long[] numbers;
        private int ordered;
        private int count;

        public Union add(PeriodSet more) {
            if (only == null && numbers == null) {
                only = more;
            } else if (more != lastAdded && !more.equals(only)) {
                more.numbers().forEach(this::add);
            }
            lastAdded = more;
            return this;
        }

        /** @param number of a period */
        public void add(long number) {
            if (numbers == null) {
                begin();
            }
            int at = Arrays.binarySearch(numbers, 0, ordered, number);
            if (at >= 0) {
                return;
            }
            if (count == numbers.length) {
                makeRoom();
            }
            if (count < FEW) {
                int here = -at - 1;
                System.arraycopy(numbers, here, numbers, here + 1, count - here);
                numbers[here] = number;
                ordered++;
            } else {
                numbers[count] = number;
            }
            count++;
        }

        private void begin() {
            numbers =
                    only == null ? new long[FIRST_LENGTH] : Arrays.copyOf(only.numbers, FIRST_LENGTH + 2 * only.size());
            count = only == null ? 0 : only.size();
            ordered = count;
            only = null;
        }

        private void makeRoom() {
            order();
            if (count > numbers.length / 2) {
                numbers = Arrays.copyOf(numbers, 2 * numbers.length);
            }
        }

        private void order() {
            count = PeriodSet.order(numbers, count);
            ordered = count;
        }

        public PeriodSet periods() {
            if (numbers == null) {
                return only == null ? NONE : only;
            }
            order();
            return ofOrdered(Arrays.copyOf(numbers, count));
        }
    }
}
