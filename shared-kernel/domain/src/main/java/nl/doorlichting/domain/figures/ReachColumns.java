package nl.doorlichting.domain.figures;

import static java.util.Comparator.comparingLong;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.QuantitySum;

/**
 * Figures of reach with all that they state but their project and organisation, packed by column: each takes some ten bytes, and
 * millions of them are added up in a second. Numbers stand for what they state, so that the rules look at each value
 * once and not at each figure.
 */
public final class ReachColumns {
    private static final int BITS = 21;

    private ReachColumns() {}

    /**
     * @param place number of its municipalities
     * @param stated number of all else that it states
     * @param period number of its days
     */
    private record Entry(int place, int stated, int period, QuantitySum measure) {
        long key() {
            return ((long) place << BITS | stated) << BITS | period;
        }
    }

    /**
     * Packs figures of one period each that state their places and are not declared to overlap. All have the same dimensions.
     * Those that state the same are best together: then few bytes say what they state. Of each it holds its numbers and its measure
     * only, so that a caller that reads them one by one needs little memory.
     */
    public static final class Packer {
        private final Map<Dimension, Numbers<Set<Object>>> values = new LinkedHashMap<>();
        private final Numbers<Inclusion> inclusions = new Numbers<>(List.of());
        private final Numbers<List<Integer>> stated = new Numbers<>(List.of());
        private final Numbers<Set<String>> places = new Numbers<>(List.of());
        private final Numbers<Period> periods = new Numbers<>(List.of());
        private final List<Entry> entries = new ArrayList<>();

        public void add(Fact<QuantitySum> fact) {
            List<Integer> numbers = new ArrayList<>();
            for (Dimension dimension : Structure.REACH.stated()) {
                if (fact.stated().containsKey(dimension)) {
                    numbers.add(values.computeIfAbsent(dimension, first -> new Numbers<>(List.of()))
                            .of(fact.stated().get(dimension)));
                }
            }
            numbers.add(inclusions.of(fact.inclusion()));
            entries.add(new Entry(
                    places.of(fact.municipalities()), stated.of(numbers), periods.of(fact.period()), fact.measure()));
        }

        /** How many were added. */
        public int size() {
            return entries.size();
        }

        /** All that were added. */
        public byte[] packed() {
            entries.sort(comparingLong(Entry::key));
            Writer writer = new Writer();
            writer.number(values.size());
            values.forEach((dimension, some) -> {
                writer.text(dimension.name());
                writer.number(some.size());
                some.values().forEach(writer::texts);
            });
            writer.number(inclusions.size());
            inclusions.values().forEach(writer::inclusion);
            writer.number(stated.size());
            stated.values().forEach(numbers -> numbers.forEach(writer::number));
            writer.number(places.size());
            places.values().forEach(writer::texts);
            writer.number(periods.size());
            periods.values().forEach(writer::period);
            writer.number(entries.size());
            Entry before = new Entry(0, 0, 0, QuantitySum.ZERO);
            for (Entry entry : entries) {
                writer.entry(before, entry);
                before = entry;
            }
            return writer.bytes();
        }
    }

    /** Adds packed figures to groups. */
    public static void add(byte[] packed, ReachGroups groups) {
        Reader reader = new Reader(packed);
        ReachGroups.Part part = reader.part(groups);
        reader.forEach(part::add);
    }

    /** The same for figures that no longer count. */
    public static void takeBack(byte[] packed, ReachGroups groups) {
        Reader reader = new Reader(packed);
        ReachGroups.Part part = reader.part(groups);
        reader.forEach(part::takeBack);
    }

    @FunctionalInterface
    private interface Receiver {
        void accept(int place, int stated, int period, long[] components);
    }

    /** Small numbers are in few bytes: seven bits in each, the first bit says that more follow. */
    private static final class Writer {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        void number(long number) {
            long rest = number;
            while ((rest & ~0x7FL) != 0) {
                bytes.write((int) (rest & 0x7F | 0x80));
                rest >>>= 7;
            }
            bytes.write((int) rest);
        }

        void text(String text) {
            byte[] all = text.getBytes(StandardCharsets.UTF_8);
            number(all.length);
            bytes.writeBytes(all);
        }

        void texts(Set<?> values) {
            number(values.size());
            values.stream().map(Dimension::text).sorted().forEach(this::text);
        }

        /** One that may be null. */
        void optional(String text) {
            texts(text == null ? Set.of() : Set.of(text));
        }

        void inclusion(Inclusion inclusion) {
            text(inclusion.kind().name());
            optional(inclusion.tally());
            number(inclusion.group() == null ? 0 : 1);
            if (inclusion.group() != null) {
                optional(inclusion.group().programme());
                optional(inclusion.group().targetGroup());
                optional(inclusion.group().trainingType());
            }
            optional(inclusion.country());
        }

        void period(Period period) {
            text(period.from().toString());
            text(period.until().toString());
        }

        /** The place and what is stated as what is more than before; a new place begins with what is stated anew. */
        void entry(Entry before, Entry entry) {
            boolean isSamePlace = entry.place() == before.place();
            number((long) entry.place() - before.place());
            number(isSamePlace ? (long) entry.stated() - before.stated() : entry.stated());
            number(entry.period());
            long[] components = entry.measure().components();
            number(IntStream.range(0, components.length)
                    .filter(i -> components[i] != 0)
                    .map(i -> 1 << i)
                    .sum());
            for (long component : components) {
                if (component != 0) {
                    number(component);
                }
            }
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }
    }

    private static final class Reader {
        private final byte[] bytes;
        private int next;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        /** Reads what stands before the entries. */
        ReachGroups.Part part(ReachGroups groups) {
            Map<Dimension, List<Set<Object>>> values = new LinkedHashMap<>();
            for (int left = length(); left > 0; left--) {
                Dimension dimension = Dimension.valueOf(text());
                values.put(dimension, list(() -> values(dimension)));
            }
            List<Inclusion> inclusions = list(this::inclusion);
            Known alike = new Known(values, inclusions, groups);
            int[] numbers = new int[values.size() + 1];
            List<ReachGroups.Alike> stated = list(() -> {
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = length();
                }
                return alike.of(numbers);
            });
            return groups.part(list(this::texts), stated, list(this::period));
        }

        void forEach(Receiver receiver) {
            long[] components = new long[ReachGroups.COMPONENTS];
            int place = 0;
            int stated = 0;
            for (int left = length(); left > 0; left--) {
                int further = length();
                int number = length();
                stated = further == 0 ? stated + number : number;
                place += further;
                int period = length();
                int those = length();
                for (int i = 0; i < components.length; i++) {
                    components[i] = (those & 1 << i) == 0 ? 0 : number();
                }
                receiver.accept(place, stated, period, components);
            }
        }

        private long number() {
            long number = 0;
            int shift = 0;
            byte some = bytes[next++];
            while (some < 0) {
                number |= (long) (some & 0x7F) << shift;
                shift += 7;
                some = bytes[next++];
            }
            return number | (long) some << shift;
        }

        private int length() {
            return (int) number();
        }

        private String text() {
            int length = length();
            next += length;
            return new String(bytes, next - length, length, StandardCharsets.UTF_8);
        }

        private <T> List<T> list(Supplier<T> read) {
            List<T> list = new ArrayList<>();
            for (int left = length(); left > 0; left--) {
                list.add(read.get());
            }
            return list;
        }

        private Set<String> texts() {
            return Set.copyOf(list(this::text));
        }

        private Set<Object> values(Dimension dimension) {
            return texts().stream().map(dimension::value).collect(Collectors.toUnmodifiableSet());
        }

        private String optional() {
            return texts().stream().findFirst().orElse(null);
        }

        private Inclusion inclusion() {
            Inclusion.Kind kind = Inclusion.Kind.valueOf(text());
            String tally = optional();
            Inclusion.Group group = length() == 0 ? null : new Inclusion.Group(optional(), optional(), optional());
            return new Inclusion(kind, tally, group, optional());
        }

        private Period period() {
            return new Period(LocalDate.parse(text()), LocalDate.parse(text()));
        }
    }

    /**
     * Finds what counts like numbers of values. Most figures differ in nothing that a question looks at, so the rules are asked once
     * for all of these.
     */
    private static final class Known {
        private final Map<Dimension, List<Set<Object>>> values;
        private final List<Inclusion> inclusions;
        private final ReachGroups groups;
        private final Map<List<Integer>, ReachGroups.Alike> known = new HashMap<>();

        Known(Map<Dimension, List<Set<Object>>> values, List<Inclusion> inclusions, ReachGroups groups) {
            this.values = values;
            this.inclusions = inclusions;
            this.groups = groups;
        }

        /** @param numbers of the value of each dimension, in their order, and of the inclusion */
        ReachGroups.Alike of(int[] numbers) {
            List<Integer> looked = new ArrayList<>(numbers.length);
            int next = 0;
            for (Dimension dimension : values.keySet()) {
                looked.add(groups.looksAt(dimension) ? numbers[next] : 0);
                next++;
            }
            looked.add(numbers[next]);
            return known.computeIfAbsent(
                    looked, first -> groups.alike(stated(first), inclusions.get(numbers[values.size()])));
        }

        private Map<Dimension, Set<Object>> stated(List<Integer> numbers) {
            Map<Dimension, Set<Object>> stated = new EnumMap<>(Dimension.class);
            int next = 0;
            for (Map.Entry<Dimension, List<Set<Object>>> of : values.entrySet()) {
                stated.put(of.getKey(), of.getValue().get(numbers.get(next)));
                next++;
            }
            return stated;
        }
    }
}
