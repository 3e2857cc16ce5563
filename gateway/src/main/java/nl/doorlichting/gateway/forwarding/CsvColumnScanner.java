package nl.doorlichting.gateway.forwarding;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the cells of some columns of a table (RFC 4180, UTF-8) while its bytes pass. The first line names the columns; the
 * separator is a comma, or a semicolon where that line has more of those. It stops at what is not CSV, which it leaves to the
 * reader of the table.
 */
final class CsvColumnScanner implements ReferenceScanner {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int LONGEST_HEADER = 8192;

    private enum State {
        START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    private final Set<String> wanted;
    private final Found found;
    private final ByteArrayOutputStream cell = new ByteArrayOutputStream();
    private List<String> columns;
    private boolean[] isWanted;
    private char separator;
    private State state = State.START;
    private int column;
    private long line = 1;
    private long rowLine = 2;
    private boolean broken;

    CsvColumnScanner(Set<String> wanted, Found found) {
        this.wanted = wanted;
        this.found = found;
    }

    @Override
    public void read(byte[] part) {
        for (int i = 0; i < part.length && !broken; i++) {
            if (columns == null) {
                readHeader(part[i]);
            } else {
                i = skip(part, i);
                readRow(part[i]);
            }
        }
    }

    /** The next byte that can mean something: most bytes are of cells that are not wanted. */
    private int skip(byte[] part, int from) {
        if (state != State.PLAIN || isWanted()) {
            return from;
        }
        var i = from;
        while (i < part.length - 1 && part[i] != separator && part[i] != '\n') {
            i++;
        }
        return i;
    }

    @Override
    public void end() {
        if (columns != null && !broken && state != State.QUOTED) {
            endCell();
        }
    }

    private void readHeader(byte next) {
        if (next != '\n') {
            cell.write(next);
            broken = cell.size() > LONGEST_HEADER;
            return;
        }
        line++;
        var header = cell.toString(StandardCharsets.UTF_8).strip();
        cell.reset();
        if (!header.isEmpty() && header.charAt(0) == BYTE_ORDER_MARK) {
            header = header.substring(1);
        }
        var semicolons = header.chars().filter(c -> c == ';').count();
        separator = semicolons > header.chars().filter(c -> c == ',').count() ? ';' : ',';
        columns = names(header);
        isWanted = new boolean[columns.size()];
        for (int i = 0; i < isWanted.length; i++) {
            isWanted[i] = wanted.contains(columns.get(i));
        }
        broken = columns.stream().noneMatch(wanted::contains);
    }

    private List<String> names(String header) {
        var names = new ArrayList<String>();
        var name = new StringBuilder();
        var quoted = false;
        for (int i = 0; i < header.length(); i++) {
            var next = header.charAt(i);
            if (next == '"') {
                quoted = !quoted;
            } else if (next == separator && !quoted) {
                names.add(name.toString());
                name.setLength(0);
            } else {
                name.append(next);
            }
        }
        names.add(name.toString());
        return names;
    }

    private void readRow(byte next) {
        if (next == '\n') {
            line++;
        }
        switch (state) {
            case START -> {
                if (next == '"') {
                    state = State.QUOTED;
                } else {
                    readPlain(next);
                }
            }
            case PLAIN -> readPlain(next);
            case QUOTED -> {
                if (next == '"') {
                    state = State.QUOTE_IN_QUOTED;
                } else {
                    keep(next);
                }
            }
            case QUOTE_IN_QUOTED -> {
                if (next == '"') {
                    keep(next);
                    state = State.QUOTED;
                } else if (next == separator || next == '\n' || next == '\r') {
                    readPlain(next);
                } else {
                    broken = true;
                }
            }
        }
    }

    private void readPlain(byte next) {
        if (next == separator) {
            endCell();
        } else if (next == '\n') {
            endCell();
            column = 0;
            rowLine = line;
        } else if (next != '\r') {
            keep(next);
            state = State.PLAIN;
        }
    }

    // One byte more shows that the cell is too long.
    private void keep(byte next) {
        if (isWanted() && cell.size() <= LONGEST) {
            cell.write(next);
        }
    }

    private void endCell() {
        if (isWanted() && cell.size() > 0 && cell.size() <= LONGEST) {
            found.value(columns.get(column), cell.toString(StandardCharsets.UTF_8), rowLine);
        }
        cell.reset();
        column++;
        state = State.START;
    }

    private boolean isWanted() {
        return column < isWanted.length && isWanted[column];
    }
}
