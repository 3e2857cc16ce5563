package nl.doorlichting.gateway.reports.reach;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.ReachAnswer.People;
import nl.doorlichting.domain.figures.Key;
import nl.doorlichting.domain.figures.ReachSource;

/**
 * The tables of the sources, one after the other under one line of field names. Three columns are added: in a row or
 * total that both sources have a figure of, both have the bounds of how many different people, and whether they are approximate.
 */
final class ReachReportTable {
    private static final CsvMapper CSV =
            CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();
    private static final List<String> PEOPLE = List.of("people.lowest", "people.highest", "people.approximate");
    private static final Set<String> PARTS_WITH_PEOPLE = Set.of("ROW", "TOTAL");

    private final List<String> fields;
    private final List<List<String>> rows = new ArrayList<>();

    private ReachReportTable(List<String> fields) {
        this.fields = fields;
    }

    /** The table of these sources, at least one of which has one. A source without a table has an empty total. */
    static byte[] of(Map<ReachSource, Optional<byte[]>> sources) {
        var first = sources.values().stream().flatMap(Optional::stream).findFirst();
        var whole = new ReachReportTable(read(first.orElseThrow()).get(0));
        sources.forEach((source, table) -> whole.rows.addAll(table.map(ReachReportTable::read)
                .map(rows -> rows.subList(1, rows.size()))
                .orElseGet(() -> List.of(whole.emptyTotal(source)))));
        return whole.write();
    }

    private List<String> emptyTotal(ReachSource source) {
        return fields.stream()
                .map(field -> switch (field) {
                    case "part" -> "TOTAL";
                    case "source" -> source.name();
                    default -> "";
                })
                .toList();
    }

    private static List<List<String>> read(byte[] table) {
        try (var lines = CSV.readerFor(String[].class).<String[]>readValues(table)) {
            return lines.readAll().stream().map(Arrays::asList).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private byte[] write() {
        var byKey = rows.stream().collect(Collectors.groupingBy(this::key));
        var body = new ByteArrayOutputStream();
        try (var table = CSV.writer(CsvSchema.emptySchema()).writeValues(body)) {
            table.write(Stream.concat(fields.stream(), PEOPLE.stream()).toList());
            for (var row : rows) {
                table.write(Stream.concat(row.stream(), people(row, byKey)).toList());
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return body.toByteArray();
    }

    /** All that a row is about: its part and its dimensions, in the columns before the figures. */
    private List<String> key(List<String> row) {
        return IntStream.range(0, fields.size())
                .filter(column -> !fields.get(column).equals("source")
                        && !fields.get(column).startsWith("reach.")
                        && !fields.get(column).startsWith("links."))
                .mapToObj(row::get)
                .toList();
    }

    private Stream<String> people(List<String> row, Map<List<String>, List<List<String>>> byKey) {
        var shared = byKey.get(key(row));
        if (shared.size() < 2 || !PARTS_WITH_PEOPLE.contains(row.get(0))) {
            return PEOPLE.stream().map(none -> "");
        }
        var people = People.of(
                Key.ALL,
                numbers(shared, "reach.lowest"),
                numbers(shared, "reach.highest"),
                cells(shared, "reach.approximate").anyMatch("true"::equals));
        return Stream.of(people.lowest(), people.highest(), people.approximate())
                .map(cell -> cell == null ? "" : cell.toString());
    }

    private List<Long> numbers(List<List<String>> shared, String field) {
        return cells(shared, field)
                .map(cell -> cell.isEmpty() ? null : Long.valueOf(cell))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private Stream<String> cells(List<List<String>> shared, String field) {
        var column = fields.indexOf(field);
        return shared.stream().map(row -> column < 0 ? "" : row.get(column));
    }
}
