package nl.doorlichting.gateway.review;

import java.util.List;
import java.util.stream.Stream;

/**
 * One picture of the page with the table of its figures.
 *
 * @param id name in addresses, as in budget
 * @param title what it shows, without a judgement
 * @param subtitle unit and how to read it
 * @param description what a person who does not see it reads in its place
 * @param wide its drawing for a wide page; null for one that is a table only
 * @param narrow its drawing for a narrow page and beside another programme; null for one that is a table only
 * @param notes what a reader has to know, each a sentence
 * @param source path of the report that has its figures; null where there is none
 * @param absent why it has no figures; null where it has
 */
record Picture(
        String id,
        String title,
        String subtitle,
        String description,
        Drawing wide,
        Drawing narrow,
        Table table,
        List<String> notes,
        String source,
        String absent) {

    Picture {
        notes = List.copyOf(notes);
    }

    /** One without figures, and why. */
    static Picture without(String id, String title, String absent) {
        return new Picture(id, title, "", "", null, null, Table.EMPTY, List.of(), null, absent);
    }

    /**
     * The figures of a picture as they are read, in words of the page.
     *
     * @param languages the language of each cell; empty for a cell in that of the page, and where all are
     * @param numeric how many of the last columns have numbers
     * @param file lines of its file, the names of the columns first
     */
    record Table(
            List<String> columns,
            List<List<String>> rows,
            List<List<String>> languages,
            int numeric,
            List<List<String>> file) {
        static final Table EMPTY = new Table(List.of(), List.of(), List.of(), 0, List.of());

        Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            languages = languages.stream().map(List::copyOf).toList();
            file = file.stream().map(List::copyOf).toList();
        }

        /** One of words alone, whose file has the same. */
        static Table ofWords(List<String> columns, List<List<String>> rows) {
            return new Table(
                    columns,
                    rows,
                    List.of(),
                    0,
                    Stream.concat(Stream.of(columns), rows.stream()).toList());
        }

        String language(int row, int column) {
            return languages.isEmpty() ? "" : languages.get(row).get(column);
        }

        boolean isNumeric(int column) {
            return column >= columns.size() - numeric;
        }
    }
}
