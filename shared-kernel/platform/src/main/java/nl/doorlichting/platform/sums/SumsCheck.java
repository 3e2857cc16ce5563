package nl.doorlichting.platform.sums;

import java.util.ArrayDeque;
import java.util.Deque;
import nl.doorlichting.platform.sums.Sums.SumTable;

/** How far a check of sums is: the tables that are left, and the last part of the first of them that is done. */
final class SumsCheck {
    private final Sums sums;
    private final Deque<SumTable> left;
    private String after = "";
    private long differing;

    SumsCheck(Sums sums) {
        this.sums = sums;
        this.left = new ArrayDeque<>(sums.tables());
    }

    Sums sums() {
        return sums;
    }

    boolean isDone() {
        return left.isEmpty();
    }

    SumTable table() {
        return left.element();
    }

    String after() {
        return after;
    }

    /** In how many groups the sums that were compared differ from their records. */
    long differing() {
        return differing;
    }

    void checked(String part, long found) {
        after = part;
        differing += found;
    }

    void checkedTable() {
        left.remove();
        after = "";
    }
}
