package nl.doorlichting.gateway.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.DerivedKind;
import nl.doorlichting.domain.quantity.DerivedQuantity;
import nl.doorlichting.gateway.reports.ReportedQuantity;
import nl.doorlichting.gateway.review.PageWords.MoneyUnit;
import nl.doorlichting.gateway.review.Picture.Table;

/**
 * Makes the table of a picture twice: as a reader reads it, and as its file has it. A column of numbers of the file has a
 * decimal point and no thousands separator in every language, amounts are whole euros and cents, and a count has its bounds
 * and its kind beside it. Words are those of the page, with their numbers as the page writes them.
 */
final class TableBuilder {
    // What a reader sees of an empty cell.
    private static final String NOTHING = "·";

    private final PageWords words;
    private final List<Column> columns = new ArrayList<>();
    private final List<List<Object>> rows = new ArrayList<>();

    TableBuilder(PageWords words) {
        this.words = words;
    }

    /**
     * A column, which can be several of the file.
     *
     * @param language tag of the language of its name; empty for that of the page
     * @param plain the values of the file for one value of the table
     */
    private record Column(
            String name,
            String language,
            List<String> names,
            Function<Object, String> shown,
            Function<Object, List<String>> plain) {}

    /**
     * A column, which can be several of the file.
     *
     * @param names names of the columns of the file
     * @param shown the value for a reader
     * @param plain the values for the file
     */
    TableBuilder column(
            String name, List<String> names, Function<Object, String> shown, Function<Object, List<String>> plain) {
        columns.add(new Column(name, "", names, shown, plain));
        return this;
    }

    /** Words, which are the same in both; null where there are none, which the file has as an empty cell. */
    TableBuilder text(String name) {
        return column(name, List.of(name), TableBuilder::words, value -> List.of(value == null ? "" : words(value)));
    }

    /** Words as they were recorded, with the language that they are in beside them in the file. */
    TableBuilder quoted(String name) {
        return column(
                name,
                List.of(name, words.of("review.file.language", name)),
                TableBuilder::words,
                value -> List.of(
                        words(value),
                        value instanceof Quoted quoted
                                ? quoted.language()
                                : words.language().tag()));
    }

    /**
     * Words in the language of their source.
     *
     * @param language tag of the language; empty where it is not known
     */
    record Quoted(String words, String language) {
        Quoted {
            language = language == null ? "" : language;
        }
    }

    private static String words(Object value) {
        if (value == null) {
            return NOTHING;
        }
        return value instanceof Quoted quoted ? quoted.words() : String.valueOf(value);
    }

    private static String language(Object value) {
        return value instanceof Quoted quoted ? quoted.language() : "";
    }

    /** A number; null where there is none. */
    TableBuilder number(String name) {
        return number(name, "", words::plain);
    }

    /**
     * The same, as it is shown in a way of its own.
     *
     * @param unit what stands before it, as in ×
     */
    TableBuilder number(String name, String unit, Function<BigDecimal, String> shown) {
        return column(
                name,
                List.of(name),
                value -> value == null ? words.of("review.no-figure") : unit + shown.apply(decimal(value)),
                value -> List.of(value == null ? "" : decimal(value).toPlainString()));
    }

    /** An amount, in a unit for a reader and in euros in the file; null where there is none. */
    TableBuilder money(String name, MoneyUnit unit) {
        return money(name, name, unit);
    }

    /**
     * The same, with another name in the file.
     *
     * @param name name for a reader, which may be the unit
     */
    TableBuilder money(String name, String nameOfFile, MoneyUnit unit) {
        return column(
                name,
                List.of(words.of("review.file.of", nameOfFile, "EUR")),
                value -> value == null
                        ? words.amount((Money) null, unit)
                        : words.amount(euros(value).doubleValue(), unit),
                value -> List.of(value == null ? "" : euros(value).toPlainString()));
    }

    /** A count as it is known; null where it cannot be added. */
    TableBuilder quantity(String name) {
        return column(
                name,
                withBounds(name, words.of("review.file.kind")),
                value -> words.quantity((ReportedQuantity) value),
                value -> value == null
                        ? List.of("", "", "", words.kind((ReportedQuantity) null))
                        : plain((ReportedQuantity) value));
    }

    /** The count of one record, of which none is recorded where it is null. */
    TableBuilder quantityOfOne(String name) {
        return column(
                name,
                withBounds(name, words.of("review.file.kind")),
                value -> value == null ? words.of("review.no-figure") : words.quantity((ReportedQuantity) value),
                value -> value == null
                        ? List.of("", "", "", words.of("review.no-figure"))
                        : plain((ReportedQuantity) value));
    }

    /** What is computed of counts, as certain as they are; null where it is not. */
    TableBuilder derived(String name, int decimals) {
        return derived(name, decimals, "", List.of(), List.of(), name);
    }

    /** The same, with this before each number for a reader, as in ×. */
    TableBuilder derived(String name, int decimals, String unit) {
        return derived(name, decimals, unit, List.of(), List.of(), name);
    }

    /**
     * The same of a period, which the file has in a column of its own.
     *
     * @param nameOfFile name of the number in the file
     */
    TableBuilder derived(String name, String nameOfPeriod, Period period, String nameOfFile) {
        return derived(name, 0, "", List.of(nameOfPeriod), List.of(period.code()), nameOfFile);
    }

    private TableBuilder derived(
            String name, int decimals, String unit, List<String> namesBefore, List<String> before, String nameOfFile) {
        return column(
                name,
                concat(namesBefore, withBounds(nameOfFile, words.of("review.file.kind"))),
                value -> value == null
                        ? words.of("review.no-figure")
                        : words.derived(
                                (DerivedQuantity) value,
                                number -> unit + words.decimal(number, decimals(number, decimals))),
                value -> concat(
                        before,
                        value == null
                                ? List.of("", "", "", words.of("review.no-figure"))
                                : plain((DerivedQuantity) value, decimals)));
    }

    private static List<String> concat(List<String> first, List<String> others) {
        return Stream.concat(first.stream(), others.stream()).toList();
    }

    private List<String> plain(DerivedQuantity number, int decimals) {
        var areBounds = number.kind() != DerivedKind.APPROXIMATE;
        return List.of(
                rounded(number.best(), decimals),
                rounded(areBounds ? number.lowest() : null, decimals),
                rounded(areBounds ? number.highest() : null, decimals),
                words.kind(number));
    }

    private static String rounded(BigDecimal number, int decimals) {
        return number == null
                ? ""
                : number.setScale(decimals(number, decimals), RoundingMode.HALF_UP)
                        .toPlainString();
    }

    // From ten on a factor needs none.
    private static int decimals(BigDecimal number, int decimals) {
        return number.compareTo(BigDecimal.TEN) < 0 ? decimals : 0;
    }

    private List<String> plain(ReportedQuantity count) {
        // Of one that is approximate they hold for the rest alone.
        var areBounds = !Boolean.TRUE.equals(count.approximate()) || !Objects.equals(count.lowest(), count.highest());
        return List.of(
                plain(count.best()),
                plain(areBounds ? count.lowest() : null),
                plain(areBounds ? count.highest() : null),
                words.kind(count));
    }

    /** A number or, where that is what is known, its bounds. */
    TableBuilder range(String name) {
        return column(
                name, withBounds(name), value -> value == null ? NOTHING : ((Range) value).shown(words), value -> {
                    var range = value == null ? new Range(null, null, null) : (Range) value;
                    return List.of(plain(range.number()), plain(range.lowest()), plain(range.highest()));
                });
    }

    /** A number, or the bounds of one; null for what is not known. */
    record Range(BigDecimal number, BigDecimal lowest, BigDecimal highest) {
        String shown(PageWords words) {
            if (number != null) {
                return words.plain(number);
            }
            return lowest == null || highest == null
                    ? words.of("review.no-figure")
                    : words.plain(lowest) + "–" + words.plain(highest);
        }
    }

    /**
     * A cell of a printed table: as printed, and in the file beside it the number that it is.
     *
     * @param shown the cell for a reader
     */
    TableBuilder printed(Quoted name, String unit, Function<String, String> shown, Function<String, String> number) {
        columns.add(new Column(
                name.words(),
                name.language(),
                List.of(words.of("review.file.printed", name.words()), words.of("review.file.of", name.words(), unit)),
                value -> shown.apply(words(value)),
                value -> List.of(words(value), number.apply(words(value)))));
        return this;
    }

    private List<String> withBounds(String name, String... more) {
        return Stream.concat(
                        Stream.of(name, words.of("review.file.lowest"), words.of("review.file.highest")),
                        Stream.of(more))
                .map(column -> column.equals(name) ? name : name + ": " + column)
                .toList();
    }

    /** A row with a value for each column. */
    TableBuilder row(Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(values.length + " values for " + columns.size() + " columns");
        }
        var row = new ArrayList<Object>();
        Stream.of(values).forEach(row::add);
        rows.add(row);
        return this;
    }

    /**
     * The table.
     *
     * @param numeric how many of the last columns have numbers
     */
    Table table(int numeric) {
        return new Table(
                columns.stream().map(Column::name).toList(),
                columns.stream().map(Column::language).toList(),
                rows.stream().map(this::cells).toList(),
                rows.stream()
                        .map(row -> row.stream().map(TableBuilder::language).toList())
                        .toList(),
                numeric,
                Stream.concat(
                                Stream.of(columns.stream()
                                        .flatMap(column -> column.names().stream())
                                        .toList()),
                                rows.stream().map(this::line))
                        .toList());
    }

    private List<String> cells(List<Object> row) {
        var cells = new ArrayList<String>();
        for (var i = 0; i < row.size(); i++) {
            cells.add(columns.get(i).shown().apply(row.get(i)));
        }
        return cells;
    }

    private List<String> line(List<Object> row) {
        var cells = new ArrayList<String>();
        for (var i = 0; i < row.size(); i++) {
            cells.addAll(columns.get(i).plain().apply(row.get(i)));
        }
        return cells;
    }

    private static BigDecimal decimal(Object number) {
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    }

    private static BigDecimal euros(Object amount) {
        return amount instanceof Money money ? money.amount() : decimal(amount).setScale(2, RoundingMode.HALF_UP);
    }

    private static String plain(Object number) {
        return number == null ? "" : decimal(number).toPlainString();
    }
}
