package nl.doorlichting.domain.figures;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.QuantitySum;

/**
 * Sums of reach by place, by what figures state and by period, in arrays: many of them take little memory, and are added up in
 * little time. It does not change; one with other sums shares with it what is the same.
 */
public final class ReachCube {
    /** Nothing recorded. */
    public static final ReachCube EMPTY =
            new ReachCube(List.of(), List.of(), List.of(), new Block[] {Block.of(new TreeMap<>())});

    private static final int BYTES_OF_REFERENCE = 4;

    private final List<Set<String>> places;
    private final List<Stated> stated;
    private final List<Period> periods;
    // In the order of their keys.
    private final Block[] blocks;

    private record Stated(Map<Dimension, Set<Object>> values, Inclusion inclusion) {}

    /**
     * Figures that count since, or that no longer count.
     *
     * @param fact of one period, in known places, and not declared to overlap
     */
    public record Change(Fact<QuantitySum> fact, boolean isTakenBack) {}

    private ReachCube(List<Set<String>> places, List<Stated> stated, List<Period> periods, Block[] blocks) {
        this.places = places;
        this.stated = stated;
        this.periods = periods;
        this.blocks = blocks;
    }

    /**
     * The same with these changes, in any order.
     *
     * @throws IllegalArgumentException when something is taken back that does not count
     */
    public ReachCube with(Collection<Change> changes) {
        Numbers<Set<String>> ofPlaces = new Numbers<>(places);
        Numbers<Stated> ofStated = new Numbers<>(stated);
        Numbers<Period> ofPeriods = new Numbers<>(periods);
        SortedMap<Long, QuantitySum> changed = new TreeMap<>();
        // What is taken back can be one of those that are added.
        changes.stream().sorted(comparing(Change::isTakenBack)).forEach(change -> {
            Fact<QuantitySum> fact = change.fact();
            long key = Block.key(
                    ofPlaces.of(fact.municipalities()),
                    ofStated.of(new Stated(fact.stated(), fact.inclusion())),
                    ofPeriods.of(fact.period()));
            QuantitySum before = changed.containsKey(key) ? changed.get(key) : sum(key);
            changed.put(key, change.isTakenBack() ? before.minus(fact.measure()) : before.plus(fact.measure()));
        });
        return new ReachCube(ofPlaces.values(), ofStated.values(), ofPeriods.values(), with(changed));
    }

    private Block[] with(SortedMap<Long, QuantitySum> changed) {
        List<Block> all = new ArrayList<>();
        for (int i = 0; i < blocks.length; i++) {
            long from = i == 0 ? 0 : blocks[i].first();
            long until = i + 1 < blocks.length ? blocks[i + 1].first() : Long.MAX_VALUE;
            SortedMap<Long, QuantitySum> ofBlock = changed.subMap(from, until);
            if (ofBlock.isEmpty()) {
                all.add(blocks[i]);
            } else {
                all.addAll(blocks[i].with(ofBlock));
            }
        }
        return all.isEmpty() ? EMPTY.blocks : all.toArray(Block[]::new);
    }

    private QuantitySum sum(long key) {
        int last = blocks.length - 1;
        while (last > 0 && blocks[last].first() > key) {
            last--;
        }
        return blocks[last].sum(key);
    }

    /**
     * The facts that the question may need, added up by what counts alike in its answer.
     *
     * @param counting the tallies of the answer; other facts of it may be among them
     */
    public List<Fact<QuantitySum>> facts(
            Question question, MunicipalityRegister register, Collection<? extends Fact<?>> counting) {
        ReachGroups groups = new ReachGroups(question, register, counting);
        ReachGroups.Part part = groups.part(
                places,
                stated.stream()
                        .map(some -> groups.alike(some.values(), some.inclusion()))
                        .toList(),
                periods);
        long[] components = new long[ReachGroups.COMPONENTS];
        for (Block block : blocks) {
            for (int i = 0; i < block.keys.length; i++) {
                long key = block.keys[i];
                Arrays.fill(components, 0);
                block.addTo(components, i);
                part.add(Block.place(key), Block.stated(key), Block.period(key), components);
            }
        }
        return groups.facts();
    }

    /** How many sums it has. */
    public int size() {
        return Arrays.stream(blocks).mapToInt(block -> block.keys.length).sum();
    }

    /** How much memory it takes, without the places, the periods and what is stated: others have the same. */
    public long bytes() {
        long references = places.size() + stated.size() + periods.size() + (long) blocks.length;
        return references * BYTES_OF_REFERENCE
                + Arrays.stream(blocks).mapToLong(Block::bytes).sum();
    }

    /** Some sums. A key has the numbers of a place, of what is stated and of a period. */
    private static final class Block {
        // A change makes one block anew. What it replaces has mostly become old, and fills the heap until all of it is
        // collected.
        private static final int MOST = 64;
        private static final int BITS = 20;
        private static final int MOST_VALUES = 1 << BITS;
        private static final int BYTES_OF_HEADERS = 72;

        private final long[] keys;
        // Which components some of its sums have, because few kinds of quantities are used at a time.
        private final int[] components;
        private final long[] sums;

        private Block(long[] keys, int[] components, long[] sums) {
            this.keys = keys;
            this.components = components;
            this.sums = sums;
        }

        static Block of(SortedMap<Long, QuantitySum> some) {
            long[] keys = some.keySet().stream().mapToLong(Long::longValue).toArray();
            long[][] all = some.values().stream().map(QuantitySum::components).toArray(long[][]::new);
            int[] components = IntStream.range(0, ReachGroups.COMPONENTS)
                    .filter(component -> Arrays.stream(all).anyMatch(sum -> sum[component] != 0))
                    .toArray();
            long[] sums = new long[keys.length * components.length];
            for (int i = 0; i < sums.length; i++) {
                sums[i] = all[i / components.length][components[i % components.length]];
            }
            return new Block(keys, components, sums);
        }

        static long key(int place, int stated, int period) {
            if (Math.max(place, Math.max(stated, period)) >= MOST_VALUES) {
                throw new IllegalStateException("more values than a key can tell apart");
            }
            return ((long) place << BITS | stated) << BITS | period;
        }

        static int place(long key) {
            return (int) (key >>> 2 * BITS);
        }

        static int stated(long key) {
            return (int) (key >>> BITS) & MOST_VALUES - 1;
        }

        static int period(long key) {
            return (int) key & MOST_VALUES - 1;
        }

        long first() {
            return keys.length == 0 ? 0 : keys[0];
        }

        QuantitySum sum(long key) {
            int found = Arrays.binarySearch(keys, key);
            return found < 0 ? QuantitySum.ZERO : sum(found);
        }

        private QuantitySum sum(int number) {
            long[] all = new long[ReachGroups.COMPONENTS];
            addTo(all, number);
            return QuantitySum.of(all);
        }

        void addTo(long[] all, int number) {
            int from = number * components.length;
            for (int i = 0; i < components.length; i++) {
                all[components[i]] = Math.addExact(all[components[i]], sums[from + i]);
            }
        }

        /** The same with these sums in place of its own, in blocks that are not too long. */
        List<Block> with(SortedMap<Long, QuantitySum> some) {
            SortedMap<Long, QuantitySum> all = new TreeMap<>();
            for (int i = 0; i < keys.length; i++) {
                all.put(keys[i], sum(i));
            }
            all.putAll(some);
            all.values().removeIf(QuantitySum.ZERO::equals);
            List<Block> made = new ArrayList<>();
            int each = all.size() / (all.size() / MOST + 1) + 1;
            SortedMap<Long, QuantitySum> next = new TreeMap<>();
            for (Map.Entry<Long, QuantitySum> sum : all.entrySet()) {
                next.put(sum.getKey(), sum.getValue());
                if (next.size() == each) {
                    made.add(of(next));
                    next.clear();
                }
            }
            if (!next.isEmpty()) {
                made.add(of(next));
            }
            return made;
        }

        long bytes() {
            return BYTES_OF_HEADERS
                    + Long.BYTES * (keys.length + (long) sums.length)
                    + Integer.BYTES * components.length;
        }
    }
}
