package nl.doorlichting.gateway.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.doorlichting.domain.publishedtables.TableFindingName;
import nl.doorlichting.gateway.clients.reporting.PublishedTables;
import nl.doorlichting.gateway.dataquality.QualityFinding;
import nl.doorlichting.gateway.review.TableBuilder.Quoted;

/** A printed table that has parts of what the other pictures show in all: its cells as printed, with bars on one scale. */
final class PrintedPicture {
    static final String ID = "parts";

    private static final Pattern COMMA =
            Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{3}){0,4}(,[0-9]{1,4})?|-?[0-9]{1,12}(,[0-9]{1,4})?");
    // A column of totals would be counted twice.
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

    private static final Pattern POINT =
            Pattern.compile("-?[0-9]{1,3}(,[0-9]{3}){0,4}(\\.[0-9]{1,4})?|-?[0-9]{1,12}(\\.[0-9]{1,4})?");

    // Documents of Dutch policy are Dutch; names of lines, destinations and projects do not state their language.
    static final String LANGUAGE_OF_PRINT = "nl";

    private final PublishedTables.Table printed;
    private final Axis axis;
    private final PageWords words;
    private final String source;

    /** Numbers of the findings about it, as the chapter of findings counts them. */
    private final List<String> findings;

    private PrintedPicture(
            PublishedTables.Table printed, List<QualityFinding> findings, PageWords words, String source, Axis axis) {
        this.printed = printed;
        this.axis = axis;
        this.findings = IntStream.range(0, findings.size())
                .filter(number -> isAbout(findings.get(number).subject()))
                .mapToObj(number -> String.valueOf(number + 1))
                .toList();
        this.words = words;
        this.source = source;
    }

    /**
     * The axis of the bars.
     *
     * @param unit what the cells are in; null without any
     * @param most the largest number
     * @param isShared whether all programmes have it
     */
    record Axis(String unit, double most, boolean isShared) {
        static final Axis NONE = new Axis(null, 0, true);

        /** That of one programme; the tables can be null. */
        static Axis of(PublishedTables tables) {
            return Optional.ofNullable(tables)
                    .flatMap(PrintedPicture::parts)
                    .map(table -> new Axis(table.unit(), largest(table), true))
                    .orElse(NONE);
        }

        /** Euros and millions of euros have no axis in common. */
        Axis and(Axis other) {
            return unit == null || other.unit == null || unit.equals(other.unit)
                    ? new Axis(unit == null ? other.unit : unit, Math.max(most, other.most), isShared && other.isShared)
                    : new Axis(unit, most, false);
        }
    }

    /** The first table whose rows stand in groups: it has the parts of lines that the others have as a whole. */
    private static Optional<PublishedTables.Table> parts(PublishedTables tables) {
        return tables.items().stream().filter(PrintedPicture::isInGroups).findFirst();
    }

    static Picture of(
            PublishedTables tables, List<QualityFinding> findings, PageWords words, String source, Axis axis) {
        return parts(tables)
                .map(table -> new PrintedPicture(table, findings, words, source, axis).picture())
                .orElseGet(
                        () -> Picture.without(ID, words.of("review.printed.title"), words.of("review.absent.nothing")));
    }

    /**
     * The sums of the rows of a table, in euros.
     *
     * @param language of the title and of what the rows are called
     * @param sums by what the rows are called
     */
    record Rows(String title, String language, Map<String, Double> sums) {
        double sum() {
            return sums.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /** The sums of the rows that stand in groups; none where they are not in euros, or their columns are no years. */
    static Optional<Rows> rows(PublishedTables tables) {
        return parts(tables)
                .filter(table -> table.columns().stream()
                        .allMatch(column -> YEAR.matcher(column.label()).matches()))
                .flatMap(table -> euros(table.unit()).map(euros -> {
                    var sums = new LinkedHashMap<String, Double>();
                    table.rows()
                            .forEach(row -> sums.merge(
                                    row.label(),
                                    euros
                                            * row.cells().stream()
                                                    .mapToDouble(cell ->
                                                            number(table, cell).orElse(0))
                                                    .sum(),
                                    Double::sum));
                    return new Rows(table.title(), table.language(), sums);
                }));
    }

    private static Optional<Double> euros(String unit) {
        return Optional.ofNullable(unit).map(name -> switch (name) {
            case "EUR" -> 1.0;
            case "EUR thousand" -> 1_000.0;
            case "EUR million" -> 1_000_000.0;
            default -> null;
        });
    }

    static boolean isInGroups(PublishedTables.Table table) {
        return !table.rows().isEmpty() && table.rows().stream().allMatch(row -> row.group() != null);
    }

    // A sum of a finding, and its cells, stand behind the code of their table.
    private boolean isAbout(String subject) {
        return Stream.of(subject.split(TableFindingName.BETWEEN))
                .anyMatch(part -> part.startsWith(printed.code() + ": "));
    }

    private Picture picture() {
        var table = new TableBuilder(words).quoted(words.of("review.printed.part"));
        printed.columns()
                .forEach(column ->
                        table.printed(recorded(column.label()), words.unit(printed.unit()), this::shown, this::plain));
        printed.rows()
                .forEach(row -> table.row(Stream.concat(
                                Stream.of(new Quoted(row.group() + ": " + row.label(), printed.language())), cells(row))
                        .toArray()));
        var odd = printed.rows().stream()
                .flatMap(row -> row.cells().stream())
                .filter(this::isOdd)
                .map(cell -> "“" + quoted(cell) + "”")
                .toList();
        var isAnyDoubtful =
                printed.rows().stream().flatMap(row -> row.cells().stream()).anyMatch(this::isDoubtful);
        return new Picture(
                        ID,
                        printed.title(),
                        words.of("review.printed.subtitle", words.unit(printed.unit())),
                        words.of(
                                "review.printed.description",
                                words.quoted(printed.title(), printed.language()),
                                words.number(printed.rows().size()),
                                printed.rows().size()),
                        this::draw,
                        table.table(printed.columns().size()),
                        Stream.of(
                                        axis.isShared() ? null : words.of("review.printed.own-axis"),
                                        isAnyDoubtful ? words.of("review.printed.doubtful") : null,
                                        odd.isEmpty() ? null : words.of("review.printed.odd", String.join(", ", odd)),
                                        findings.isEmpty()
                                                ? null
                                                : words.of(
                                                        "review.printed.findings",
                                                        String.join(", ", findings),
                                                        findings.size()))
                                .filter(Objects::nonNull)
                                .toList(),
                        source)
                .titledIn(printed.language());
    }

    /** The number that is printed; none for an empty cell, for words, and for what is below a threshold. */
    OptionalDouble number(String cell) {
        return number(printed, cell);
    }

    private static double largest(PublishedTables.Table printed) {
        return printed.rows().stream()
                .flatMap(row -> row.cells().stream())
                .mapToDouble(cell -> number(printed, cell).orElse(0))
                .max()
                .orElse(0);
    }

    /** The same of a cell of this table. */
    static OptionalDouble number(PublishedTables.Table printed, String cell) {
        var isComma = ",".equals(printed.decimalSign());
        if (!(isComma ? COMMA : POINT).matcher(cell).matches()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                Double.parseDouble(isComma ? cell.replace(".", "").replace(',', '.') : cell.replace(",", "")));
    }

    /** As it is printed, with a question mark where what it stands for is not certain. */
    private String shown(String cell) {
        return isDoubtful(cell) ? cell + " ?" : cell;
    }

    // Below a threshold, or rounded to nothing: it may stand for an amount, and for none.
    private boolean isDoubtful(String cell) {
        var number = number(cell);
        var sign = ",".equals(printed.decimalSign()) ? "," : ".";
        return cell.startsWith("<") || number.isPresent() && number.getAsDouble() == 0 && cell.contains(sign);
    }

    private String plain(String cell) {
        var number = number(cell);
        return number.isEmpty()
                ? ""
                : BigDecimal.valueOf(number.getAsDouble()).stripTrailingZeros().toPlainString();
    }

    // As many as there are columns.
    private Stream<Quoted> cells(PublishedTables.Row row) {
        return IntStream.range(0, printed.columns().size())
                .mapToObj(column ->
                        recorded(column < row.cells().size() ? row.cells().get(column) : ""));
    }

    // Neither a number, nor nothing, nor below a threshold.
    private boolean isOdd(String cell) {
        return !cell.isBlank() && !cell.startsWith("<") && number(cell).isEmpty();
    }

    private String quoted(String label) {
        return words.quoted(label, language(label, printed.language()));
    }

    private Quoted recorded(String label) {
        return new Quoted(label, language(label, printed.language()));
    }

    /** The language of what stands in a table; empty for a year or a number, which is of none. */
    static String language(String label, String ofTable) {
        return label.chars().anyMatch(Character::isLetter) ? ofTable : "";
    }

    private Drawing draw(PictureSize size) {
        var groups = new LinkedHashMap<String, List<PublishedTables.Row>>();
        printed.rows()
                .forEach(row -> groups.computeIfAbsent(row.group(), group -> new ArrayList<>())
                        .add(row));
        var width = size.width();
        var isWide = size.isWide();
        var high = isWide ? 34 : 50;
        var drawing = new Drawing(
                width, 30 + 30 * groups.size() + high * printed.rows().size());
        var number = Math.max(1, printed.columns().size());
        var left = isWide ? 290.0 : 0.0;
        var each = (width - left) / number;
        var scale = Scale.upTo(axis.isShared() ? axis.most() : largest(printed), 0, each - 14);
        for (var column = 0; column < number; column++) {
            var label = printed.columns().get(column).label();
            var right = left + each * (column + 1) - 4;
            drawing.text(right, 14, "s e", quoted(label)).spot(quoted(label), right - 30 - 7.2 * label.length(), 1);
        }
        drawing.line(0, 22, width, 22, "axis");
        var y = 30.0;
        for (var group : groups.entrySet()) {
            var name = MoneyPictures.shortened(group.getKey(), isWide ? 90 : size.letters() - 6);
            drawing.text(0, y + 16, "b", quoted(name)).spot(quoted(group.getKey()), 12 + 7.6 * name.length(), y + 3);
            y += 30;
            for (var row : group.getValue()) {
                var base = isWide ? y + 12 : y + 30;
                var label = MoneyPictures.shortened(row.label(), 38);
                drawing.text(0, y + 12, "t", quoted(label)).spot(quoted(row.label()), 12 + 7.2 * label.length(), y - 1);
                for (var column = 0; column < Math.min(number, row.cells().size()); column++) {
                    var cell = row.cells().get(column);
                    var right = left + each * (column + 1) - 4;
                    var isOdd = isOdd(cell);
                    var isDoubtful = isDoubtful(cell);
                    drawing.text(
                                    right,
                                    base,
                                    isOdd ? "b e finding" : isDoubtful ? "s e" : "t e",
                                    cell.isBlank() ? "·" : isOdd ? "“" + quoted(cell) + "”" : shown(cell))
                            .spot(
                                    quoted(row.label()) + ", "
                                            + quoted(printed.columns()
                                                    .get(column)
                                                    .label()),
                                    right - 34 - 7.6 * cell.length(),
                                    base - 12);
                    var length = scale.length(number(cell).orElse(0));
                    if (length > 0) {
                        var reading = words.of(
                                "review.mark.cell",
                                quoted(row.label()),
                                quoted(printed.columns().get(column).label()),
                                cell,
                                words.unit(printed.unit()));
                        drawing.mark(
                                reading,
                                mark -> mark.rect(
                                        right - Math.max(1, length), base + 5, Math.max(1, length), 5, "first-fill"));
                    }
                }
                y += high;
                drawing.line(0, y - 8, width, y - 8, "grid");
            }
        }
        return drawing;
    }
}
