package nl.doorlichting.local.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table with columns of equal width: figures aligned right, words left. */
final class TextTable {
    private final int words;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param words how many columns, counted from the left, hold words */
    TextTable(int words, String... titles) {
        this.words = words;
        rows.add(List.of(titles));
    }

    TextTable row(List<String> cells) {
        rows.add(cells);
        return this;
    }

    List<String> lines() {
        int[] widths = IntStream.range(0, rows.get(0).size()).map(this::width).toArray();
        List<String> lines =
                new ArrayList<>(rows.stream().map(row -> line(row, widths)).toList());
        lines.add(1, "-".repeat(lines.get(0).length()));
        return lines.stream().map(line -> "  " + line.stripTrailing()).toList();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private String line(List<String> row, int[] widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> padded(row.get(column), widths[column], column < words))
                .collect(Collectors.joining("  "));
    }

    private static String padded(String cell, int width, boolean left) {
        String space = " ".repeat(width - cell.length());
        return left ? cell + space : space + cell;
    }
}
