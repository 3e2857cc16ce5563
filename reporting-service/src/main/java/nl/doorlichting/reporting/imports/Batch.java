package nl.doorlichting.reporting.imports;

import java.util.ArrayList;
import java.util.List;

/** Some rows of a file after their check: those that passed as COPY reads them, and what is wrong with the others. */
final class Batch {
    private final StringBuilder copy = new StringBuilder();
    private final List<RowError> errors = new ArrayList<>();
    private long read;
    private long bad;

    StringBuilder copy() {
        return copy;
    }

    void passed() {
        read++;
    }

    void failed(List<RowError> why) {
        read++;
        bad++;
        errors.addAll(why);
    }

    long read() {
        return read;
    }

    long bad() {
        return bad;
    }

    List<RowError> errors() {
        return errors;
    }
}
