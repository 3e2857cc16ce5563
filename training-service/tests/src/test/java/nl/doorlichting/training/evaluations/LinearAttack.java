package nl.doorlichting.training.evaluations;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * An attacker with exact sums of known sets of answers, who adds and subtracts multiples of them. A set is the bits of a
 * number, because an answer whose rating is a power of two is visible in each sum that contains it.
 */
final class LinearAttack {
    private final Set<Long> sums = new LinkedHashSet<>();

    void learn(long sum) {
        if (sum != 0) {
            sums.add(sum);
        }
    }

    int known() {
        return sums.size();
    }

    /** A set of fewer than so many answers whose sum the attacker can derive. */
    Optional<Long> fewerThan(long fewest) {
        // Answers in the same sums have the same factor in every derived sum.
        var alike = alike();
        var basis = basis(alike);
        return unions(alike, 0, 0L, fewest).stream()
                .filter(set -> isZero(reduce(row(set, alike), basis)))
                .findFirst();
    }

    private List<Long> alike() {
        var sets = new TreeMap<String, Long>();
        for (var bit = 0; bit < Long.SIZE; bit++) {
            var in = new StringBuilder();
            for (var sum : sums) {
                in.append(sum >>> bit & 1);
            }
            if (in.indexOf("1") >= 0) {
                sets.merge(in.toString(), 1L << bit, (some, others) -> some | others);
            }
        }
        return List.copyOf(sets.values());
    }

    private static List<Long> unions(List<Long> alike, int from, long union, long fewest) {
        var found = new ArrayList<Long>();
        for (var i = from; i < alike.size(); i++) {
            var larger = union | alike.get(i);
            if (Long.bitCount(larger) < fewest) {
                found.add(larger);
                found.addAll(unions(alike, i + 1, larger, fewest));
            }
        }
        return found;
    }

    private List<BigInteger[]> basis(List<Long> alike) {
        var basis = new ArrayList<BigInteger[]>();
        for (var sum : sums) {
            var rest = reduce(row(sum, alike), basis);
            if (!isZero(rest)) {
                basis.add(rest);
            }
        }
        return basis;
    }

    private static BigInteger[] row(long set, List<Long> alike) {
        return alike.stream()
                .map(some -> (set & some) == 0 ? BigInteger.ZERO : BigInteger.ONE)
                .toArray(BigInteger[]::new);
    }

    private static BigInteger[] reduce(BigInteger[] row, List<BigInteger[]> basis) {
        var rest = row;
        for (var known : basis) {
            var pivot = pivot(known);
            if (rest[pivot].signum() != 0) {
                rest = without(rest, known, pivot);
            }
        }
        return rest;
    }

    private static BigInteger[] without(BigInteger[] row, BigInteger[] known, int pivot) {
        var rest = new BigInteger[row.length];
        var common = BigInteger.ZERO;
        for (var i = 0; i < row.length; i++) {
            rest[i] = row[i].multiply(known[pivot]).subtract(known[i].multiply(row[pivot]));
            common = common.gcd(rest[i]);
        }
        for (var i = 0; i < row.length && common.signum() != 0; i++) {
            rest[i] = rest[i].divide(common);
        }
        return rest;
    }

    private static int pivot(BigInteger[] row) {
        var pivot = 0;
        while (row[pivot].signum() == 0) {
            pivot++;
        }
        return pivot;
    }

    private static boolean isZero(BigInteger[] row) {
        for (var number : row) {
            if (number.signum() != 0) {
                return false;
            }
        }
        return true;
    }
}
