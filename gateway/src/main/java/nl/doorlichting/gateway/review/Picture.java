package nl.doorlichting.gateway.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One picture of the page with the table of its figures.
 *
 * @param id name in addresses, as in budget
 * @param title what it shows, without a judgement
 * @param subtitle unit and how to read it
 * @param description what a person who does not see it reads in its place
 * @param drawings its drawing of each size, which is made when it is asked for; null for one that is a table only
 * @param notes what a reader has to know, each a sentence
 * @param source path of the report that has its figures; null where there is none
 * @param absent why it has no figures; null where it has
 * @param names what its numbered marks are of, in the order of the first rows of the table; empty without such marks
 * @param language tag of the language of the title; empty for that of the page
 * @param sources sources of its records, where its records state them
 */
record Picture(
        String id,
        String title,
        String subtitle,
        String description,
        Function<PictureSize, Drawing> drawings,
        Table table,
        List<String> notes,
        String source,
        String absent,
        List<String> names,
        String language,
        List<String> sources) {

    Picture {
        notes = List.copyOf(notes);
        names = List.copyOf(names);
        sources = List.copyOf(sources);
    }

    /** One with figures, and with a title of the page. */
    Picture(
            String id,
            String title,
            String subtitle,
            String description,
            Function<PictureSize, Drawing> drawings,
            Table table,
            List<String> notes,
            String source) {
        this(id, title, subtitle, description, drawings, table, notes, source, null, List.of(), "", List.of());
    }

    /** One without figures, and why. */
    static Picture without(String id, String title, String absent) {
        return new Picture(id, title, "", "", null, Table.EMPTY, List.of(), null, absent, List.of(), "", List.of());
    }

    boolean isDrawn() {
        return drawings != null;
    }

    /** Its drawing of a size; null for one that is a table only. */
    Drawing drawn(PictureSize size) {
        return isDrawn() ? drawings.apply(size) : null;
    }

    /** The same with one more that a reader has to know. */
    Picture and(String note) {
        return with(Stream.concat(notes.stream(), Stream.of(note)).toList(), names, language, sources);
    }

    /** The same with numbered marks of these. */
    Picture named(List<String> marked) {
        return with(notes, marked, language, sources);
    }

    /** The same with a title in the language of this tag. */
    Picture titledIn(String tag) {
        return with(notes, names, tag, sources);
    }

    /** The same with the sources of its records. */
    Picture from(List<String> ofRecords) {
        return with(notes, names, language, ofRecords);
    }

    private Picture with(List<String> ofReaders, List<String> marked, String tag, List<String> ofRecords) {
        return new Picture(
                id, title, subtitle, description, drawings, table, ofReaders, source, absent, marked, tag, ofRecords);
    }

    /**
     * The figures of a picture as they are read, in words of the page.
     *
     * @param languagesOfColumns the language of the name of each column; empty for one in that of the page
     * @param languages the language of each cell; empty for a cell in that of the page, and where all are
     * @param numeric how many of the last columns have numbers
     * @param file lines of its file, the names of the columns first
     */
    record Table(
            List<String> columns,
            List<String> languagesOfColumns,
            List<List<String>> rows,
            List<List<String>> languages,
            int numeric,
            List<List<String>> file) {
        static final Table EMPTY = new Table(List.of(), List.of(), List.of(), List.of(), 0, List.of());

        Table {
            columns = List.copyOf(columns);
            languagesOfColumns = List.copyOf(languagesOfColumns);
            rows = rows.stream().map(List::copyOf).toList();
            languages = languages.stream().map(List::copyOf).toList();
            file = file.stream().map(List::copyOf).toList();
        }

        /**
         * The files of several programmes as one, with a column that says of which a line is. A column that one of them lacks
         * is empty there. A programme without figures has a line that says why, because it would not be seen to be missing;
         * the column of that stands last, where there is such a programme.
         *
         * @param name name of the first column
         * @param each tables by the codes of their programmes, in order
         * @param nameOfAbsence name of the last column
         * @param absent by the codes of their programmes why there are no figures
         */
        static List<List<String>> together(
                String name, Map<String, Table> each, String nameOfAbsence, Map<String, String> absent) {
            var columns = each.values().stream()
                    .flatMap(table -> table.file().stream().limit(1))
                    .map(Table::apart)
                    .flatMap(List::stream)
                    .distinct()
                    .toList();
            if (columns.isEmpty()) {
                return List.of();
            }
            var isWhole = each.values().stream().noneMatch(table -> table.file().isEmpty());
            var lines = new ArrayList<List<String>>();
            lines.add(line(name, columns.stream().map(Column::name), isWhole ? null : nameOfAbsence));
            each.forEach((programme, table) -> {
                if (table.file().isEmpty()) {
                    lines.add(line(programme, columns.stream().map(column -> ""), absent.getOrDefault(programme, "")));
                    return;
                }
                var own = apart(table.file().get(0));
                table.file().stream()
                        .skip(1)
                        .map(cells -> line(
                                programme,
                                columns.stream()
                                        .map(column -> own.contains(column) ? cells.get(own.indexOf(column)) : ""),
                                isWhole ? null : ""))
                        .forEach(lines::add);
            });
            return lines;
        }

        /** @param last null for a line that ends before it */
        private static List<String> line(String first, Stream<String> cells, String last) {
            return Stream.of(Stream.of(first), cells, Stream.ofNullable(last))
                    .flatMap(part -> part)
                    .toList();
        }

        /** A column of a file: two of one table can have the same name. */
        private record Column(String name, int number) {}

        private static List<Column> apart(List<String> names) {
            return IntStream.range(0, names.size())
                    .mapToObj(index -> new Column(
                            names.get(index), Collections.frequency(names.subList(0, index), names.get(index))))
                    .toList();
        }

        String language(int row, int column) {
            return languages.isEmpty() ? "" : languages.get(row).get(column);
        }

        boolean isNumeric(int column) {
            return column >= columns.size() - numeric;
        }
    }
}
