package nl.doorlichting.gateway.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.gateway.clients.reporting.PublishedTables;
import nl.doorlichting.gateway.reports.ReportedQuantity;
import nl.doorlichting.gateway.reports.finances.FinanceReport;
import nl.doorlichting.gateway.review.Drawing.Hatch;
import nl.doorlichting.gateway.review.PageWords.MoneyUnit;
import nl.doorlichting.gateway.review.Picture.Table;
import nl.doorlichting.gateway.review.TableBuilder.Quoted;
import nl.doorlichting.platform.texts.Text;

/** Money: budgeted, reallocated and disbursed by year, where it went, and by which instruments. */
final class MoneyPictures {
    // Of what was paid: how far the parts in print may be from it, because each is rounded.
    private static final double MOST_OFF = 0.01;
    private static final int ACTIVITIES = 5;

    // Budgets are Dutch, and no record states the language of its name.
    private static final String LANGUAGE_OF_PRINT = PrintedPicture.LANGUAGE_OF_PRINT;

    // The columns of the flow, and the room between what was paid and what was not.
    private static final double BAR = 11;
    private static final double MIDDLE = 288;
    private static final double RIGHT = 474;
    private static final double BETWEEN = 34;

    // Where the columns of years stand.
    private static final double BOTTOM = 246;

    private final FinanceReport report;
    private final Period programme;
    private final PageWords words;
    private final String source;
    private final Axes axes;
    private final MoneyUnit unit;

    /**
     * @param programme days of the programme; null where they are not known
     * @param axes what goes on the axes, so that programmes beside each other share them
     */
    MoneyPictures(FinanceReport report, Period programme, PageWords words, String source, Axes axes) {
        this.report = report;
        this.programme = programme;
        this.words = words;
        this.source = source;
        this.axes = axes;
        this.unit = MoneyUnit.of(axes.year());
    }

    /**
     * What goes on the axes of the pictures.
     *
     * @param year the largest amount of a year
     * @param part the largest amount that was paid by a line or moved to a destination
     * @param projects the number of projects that are squares
     */
    record Axes(double year, double part, long projects) {
        static final Axes NONE = new Axes(0, 0, 0);

        /** Those of one programme; the report and the tables can be null. */
        static Axes of(FinanceReport report, PublishedTables printed) {
            if (report == null) {
                return NONE;
            }
            var pictures = new MoneyPictures(report, null, null, null, NONE);
            return new Axes(
                    largest(report),
                    pictures.isEmpty() ? 0 : largestPart(pictures.parts(pictures.activities(printed), "", "", "")),
                    pictures.counted().stream()
                            .mapToLong(FinanceReport.Projects::count)
                            .sum());
        }

        Axes and(Axes other) {
            return new Axes(Math.max(year, other.year), Math.max(part, other.part), Math.max(projects, other.projects));
        }
    }

    /** The largest amount of a year; 0 without any. */
    static double largest(FinanceReport report) {
        return report.rows().stream()
                .limit(1)
                .flatMap(root -> root.years().stream())
                .mapToDouble(MoneyPictures::height)
                .max()
                .orElse(0);
    }

    /** The larger amount of all years together, budgeted or disbursed; 0 without any. */
    static double total(FinanceReport report) {
        var total = report == null || report.rows().isEmpty()
                ? null
                : report.rows().get(0).total();
        return total == null ? 0 : Math.max(euros(total.budgeted()), euros(total.disbursed()));
    }

    /**
     * What was paid, moved and left of what was budgeted, as a bar.
     *
     * @param most the largest amount among the programmes beside each other
     */
    static Drawing bar(FinanceReport.Total total, double most) {
        var scale = Scale.upTo(most, 0, 148);
        var all = scale.length(euros(total.budgeted()));
        var paid = scale.length(euros(total.disbursed()));
        var moved = Math.min(scale.length(Math.max(0, euros(total.reallocated()))), Math.max(0, all - paid));
        return new Drawing(150, 14)
                .rect(0.5, 1, all, 12, "outline")
                .hatched(paid, 1, moved, 12, Hatch.REALLOCATED)
                .rect(0, 1, paid, 12, "first-fill");
    }

    private static double height(FinanceReport.Year year) {
        return Math.max(euros(year.budgeted()), Math.max(euros(year.spendable()), euros(year.disbursed())));
    }

    private static double euros(Money money) {
        return money == null ? 0 : money.amount().doubleValue();
    }

    private boolean isEmpty() {
        return report.rows().isEmpty() || report.rows().get(0).years().stream().allMatch(year -> height(year) == 0);
    }

    /** What was planned and what was paid, year by year. A year of the programme without amounts is seen as such. */
    Picture budget() {
        var title = words.of("review.budget.title");
        if (isEmpty()) {
            return Picture.without("budget", title, words.of("review.absent.nothing"));
        }
        var years = report.rows().get(0).years();
        var all = new TreeSet<Integer>();
        years.forEach(year -> all.add(year.year()));
        if (programme != null) {
            IntStream.range(
                            programme.from().getYear(),
                            programme.until().minusDays(1).getYear() + 1)
                    .forEach(all::add);
        }
        var total = report.rows().get(0).total();
        return new Picture(
                "budget",
                title,
                words.of("review.budget.subtitle", words.name(unit)),
                words.of(
                        "review.budget.description",
                        words.amount(total.budgeted(), unit),
                        words.amount(total.disbursed(), unit),
                        words.amount(total.reallocated(), unit),
                        words.name(unit)),
                size -> columns(List.copyOf(all), years, size),
                yearTable(all, years, total),
                notesOfMissing(all, years),
                source);
    }

    private List<String> notesOfMissing(TreeSet<Integer> all, List<FinanceReport.Year> years) {
        var missing = all.stream()
                .filter(year -> years.stream().noneMatch(known -> known.year() == year))
                .map(String::valueOf)
                .toList();
        return missing.isEmpty() ? List.of() : List.of(words.of("review.budget.missing", String.join(", ", missing)));
    }

    // A year without amounts has its row, as it has its place in the drawing.
    private Table yearTable(TreeSet<Integer> all, List<FinanceReport.Year> years, FinanceReport.Total total) {
        var table = new TableBuilder(words).text(words.of("review.year"));
        Stream.of("review.budgeted", "review.reallocated", "review.spendable", "review.disbursed", "review.left")
                .forEach(name -> table.money(words.of(name), unit));
        all.forEach(number -> years.stream()
                .filter(year -> year.year() == number)
                .findFirst()
                .ifPresentOrElse(
                        year -> table.row(
                                String.valueOf(number),
                                year.budgeted(),
                                year.reallocated(),
                                year.spendable(),
                                year.disbursed(),
                                year.left()),
                        () -> table.row(String.valueOf(number), null, null, null, null, null)));
        table.row(
                words.of("review.total"),
                total.budgeted(),
                total.reallocated(),
                total.spendable(),
                total.disbursed(),
                total.left());
        return table.table(5);
    }

    private Drawing columns(List<Integer> all, List<FinanceReport.Year> years, PictureSize size) {
        var isWide = size.isWide();
        var drawing = new Drawing(size.width(), 300);
        var left = isWide ? 44.0 : 38.0;
        var right = isWide ? 628.0 : size.width();
        // Below the unit, and below the key of a drawing without words at its columns.
        var top = isWide ? 34.0 : 46.0;
        var scale = Scale.upTo(axes.year(), BOTTOM, top);
        drawing.text(0, 12, "s", words.name(unit));
        for (var tick : scale.ticks()) {
            drawing.line(left, scale.at(tick), right, scale.at(tick), tick == 0 ? "axis" : "grid")
                    .text(left - 8, scale.at(tick) + 4, "s e", tickLabel(tick));
        }
        var step = (right - left) / all.size();
        var wide = Math.min(64, step * 0.68);
        for (var i = 0; i < all.size(); i++) {
            var number = all.get(i);
            var x = left + step * i + (step - wide) / 2;
            var middle = x + wide / 2;
            drawing.text(middle, 264, "t m", String.valueOf(number));
            years.stream()
                    .filter(year -> year.year() == number)
                    .findFirst()
                    .ifPresentOrElse(
                            year -> drawing.mark(reading(year), mark -> column(mark, scale, year, x, wide)),
                            () -> drawing.mark(
                                    words.of("review.mark.empty", String.valueOf(number)),
                                    mark -> missing(mark, number, middle, wide, step - 4, top)));
        }
        if (isWide) {
            var last = years.get(years.size() - 1);
            var bottom = scale.at(euros(last.disbursed()) / 2) + 4;
            drawing.text(right + 8, Math.min(bottom, 240), "t first", words.of("review.disbursed"));
            if (euros(last.reallocated()) > 0) {
                drawing.text(
                        right + 8,
                        Math.min(scale.at(height(last) - euros(last.reallocated()) / 2) + 4, bottom - 18),
                        "t moved",
                        words.of("review.reallocated"));
            }
            drawing.text(right + 8, Math.min(scale.at(height(last)) - 6, bottom - 36), "t", words.of("review.budgeted"))
                    .text(right + 8, 280, "s", words.of("review.share-disbursed"));
        }
        return isWide ? drawing : legend(drawing);
    }

    private String reading(FinanceReport.Year year) {
        return words.of(
                "review.mark.year",
                String.valueOf(year.year()),
                words.amount(year.budgeted(), unit),
                words.amount(year.reallocated(), unit),
                words.amount(year.disbursed(), unit),
                words.name(unit));
    }

    private String reading(Share part) {
        return words.of(
                "review.mark.share",
                words.of(part.part().name),
                words.quoted(part.name(), part.language()),
                words.amount(part.amount(), unit),
                words.name(unit));
    }

    private String reading(Line line) {
        return words.of(
                "review.mark.line",
                line.name() == null ? words.of("review.total") : words.quoted(line.name(), LANGUAGE_OF_PRINT),
                words.amount(line.budgeted(), unit),
                words.amount(line.paid(), unit),
                words.amount(line.notPaid(), unit),
                words.name(unit));
    }

    private Drawing legend(Drawing drawing) {
        return drawing.rect(130, 3, 11, 11, "first-fill")
                .text(146, 13, "s", words.of("review.disbursed"))
                .hatched(216, 3, 11, 11, Hatch.REALLOCATED)
                .text(232, 13, "s", words.of("review.reallocated"));
    }

    private String tickLabel(double tick) {
        var shown = switch (unit) {
            case MILLION -> tick / 1_000_000;
            case THOUSAND -> tick / 1_000;
            case EURO -> tick;
        };
        return words.plain(BigDecimal.valueOf(Math.round(shown * 100) / 100.0));
    }

    private void column(Drawing drawing, Scale scale, FinanceReport.Year year, double x, double wide) {
        var top = scale.at(height(year));
        var paid = scale.length(euros(year.disbursed()));
        var moved = euros(year.reallocated()) > 0 ? scale.length(euros(year.reallocated())) : 0;
        var middle = x + wide / 2;
        drawing.hatched(x, top, wide, moved, Hatch.REALLOCATED)
                .rect(x, scale.start() - paid, wide, paid, "first-fill")
                .rect(x, top, wide, scale.start() - top, "outline")
                .text(middle, top - 6, "t m", words.amount(year.budgeted(), unit));
        if (paid >= 16) {
            drawing.text(middle, scale.start() - paid / 2 + 4, "b m on-first", words.amount(year.disbursed(), unit));
        }
        if (moved >= 12) {
            drawing.rect(middle - 19, top + moved / 2 - 8, 38, 16, "label")
                    .text(middle, top + moved / 2 + 4, "b m moved", words.amount(year.reallocated(), unit));
        }
        // A narrow column is as wide as two marks.
        drawing.spotBefore(String.valueOf(year.year()), x + wide - Math.min(5, Math.max(0, wide - 42)), top + 6);
        if (euros(year.budgeted()) > 0 && year.disbursed() != null) {
            drawing.text(middle, 280, "s m", words.percent(euros(year.disbursed()) / euros(year.budgeted())));
        }
    }

    /**
     * A year without amounts. Its slot is as wide as its words, or has none: a note below names the year too.
     *
     * @param wide how wide a column is
     * @param most how wide the slot can be
     * @param top where the slot begins
     */
    private void missing(Drawing drawing, int year, double middle, double wide, double most, double top) {
        var second = words.of("review.no-amounts.second");
        var needed = 4 + 6.6 * second.length();
        var slot = Math.min(most, Math.max(wide, needed));
        drawing.rect(middle - slot / 2, top, slot, BOTTOM - top, "slot").spotAround(String.valueOf(year), middle, 96);
        if (slot >= needed) {
            drawing.text(middle, 136, "s m i", words.of("review.no-amounts.first"))
                    .text(middle, 152, "s m i", second);
        }
    }

    /**
     * A part of the money, with what it is part of.
     *
     * @param language tag of the language of its name; empty for that of the page
     */
    private record Share(String name, double amount, Part part, String language) {
        boolean isPaid() {
            return part == Part.PAID;
        }
    }

    private enum Part {
        PAID("review.disbursed", "first"),
        MOVED("review.reallocated", "moved"),
        LEFT("review.left", "unknown");

        private final String name;
        private final String style;

        Part(String name, String style) {
            this.name = name;
            this.style = style;
        }
    }

    /**
     * A budget line, with what was paid from it. What was not is budgeted minus paid, because no source says from which line
     * money was moved.
     */
    private record Line(String name, double budgeted, double paid) {
        double notPaid() {
            return budgeted - paid;
        }

        Quoted quoted() {
            return new Quoted(name, LANGUAGE_OF_PRINT);
        }
    }

    /**
     * Where the budget went: from its lines, to what was paid and what was moved, by destination.
     *
     * @param printed tables in print, of which one may have what was paid in parts; can be null
     * @param findings numbers of the findings about what is printed of a destination
     */
    Picture flow(PublishedTables printed, Function<String, List<Integer>> findings) {
        var title = words.of("review.flow.title");
        if (isEmpty()) {
            return Picture.without("flow", title, words.of("review.absent.nothing"));
        }
        var total = report.rows().get(0).total();
        var activities = activities(printed);
        var parts = parts(
                activities, words.of("review.flow.no-line"), words.of("review.flow.rest"), words.of("review.left"));
        var lines = lines();
        var isWhole = parts.stream().allMatch(part -> part.amount() >= 0);
        return new Picture(
                "flow",
                title,
                words.of("review.flow.subtitle", words.name(unit)),
                words.of(
                        "review.flow.description",
                        words.amount(total.budgeted(), unit),
                        words.amount(total.disbursed(), unit),
                        words.amount(total.reallocated(), unit),
                        words.name(unit)),
                size -> size.isWide() && isWhole ? sankey(total, lines, parts) : bars(total, parts, size),
                flowTable(lines, parts, findings),
                Stream.concat(
                                Stream.of(
                                                isWhole ? null : words.of("review.flow.came-in"),
                                                lines.isEmpty() ? null : words.of("review.flow.computed"),
                                                activities == null
                                                        ? null
                                                        : words.of(
                                                                "review.flow.printed",
                                                                words.quoted(
                                                                        activities.title(), activities.language())))
                                        .filter(Objects::nonNull),
                                parts.stream()
                                        .filter(part -> !found(part, findings).isEmpty())
                                        .map(part -> words.of(
                                                "review.flow.findings",
                                                words.quoted(part.name(), part.language()),
                                                Text.all(found(part, findings)),
                                                found(part, findings).size())))
                        .toList(),
                source);
    }

    private static double largestPart(List<Share> parts) {
        return parts.stream().mapToDouble(Share::amount).max().orElse(0);
    }

    /**
     * The lines below the root, the largest first; none where they are not all of the budget and of what was paid, or more was
     * paid from one than it had.
     */
    private List<Line> lines() {
        var root = report.rows().get(0);
        var lines = report.rows().stream()
                .filter(row -> root.lineId().equals(row.parentId()))
                .map(row -> new Line(
                        row.name(),
                        euros(row.total().budgeted()),
                        euros(row.total().disbursed())))
                .sorted(Comparator.comparing(Line::budgeted).reversed())
                .toList();
        var budgeted = euros(root.total().budgeted());
        var paid = euros(root.total().disbursed());
        var moved = report.reallocations().stream()
                .mapToDouble(move -> euros(move.total()))
                .sum();
        var areAll = isSame(lines.stream().mapToDouble(Line::budgeted).sum(), budgeted)
                && isSame(lines.stream().mapToDouble(Line::paid).sum(), paid)
                && budgeted - paid - moved > -0.005;
        return areAll && lines.stream().allMatch(line -> line.paid() >= 0 && line.notPaid() >= 0) ? lines : List.of();
    }

    private static boolean isSame(double one, double other) {
        return Math.abs(one - other) < 0.005;
    }

    /** The table whose rows are what was paid, in parts: within what rounding does, they add up to it. Null for none. */
    private PrintedPicture.Rows activities(PublishedTables printed) {
        var paid = euros(report.rows().get(0).total().disbursed());
        return Optional.ofNullable(printed)
                .flatMap(PrintedPicture::rows)
                .filter(rows -> paid > 0 && Math.abs(rows.sum() - paid) <= MOST_OFF * paid)
                .orElse(null);
    }

    /**
     * @param activities what was paid in parts; null where only lines are known
     * @param withoutLine name of what was paid from no line
     * @param rest name of what was paid for the smaller activities
     * @param over name of what was neither paid nor moved
     */
    private List<Share> parts(PrintedPicture.Rows activities, String withoutLine, String rest, String over) {
        var root = report.rows().get(0);
        var parts = new ArrayList<Share>();
        if (activities == null) {
            report.rows().stream()
                    .filter(row -> root.lineId().equals(row.parentId()))
                    .filter(row -> row.total().disbursed() != null)
                    .map(row -> new Share(row.name(), euros(row.total().disbursed()), Part.PAID, LANGUAGE_OF_PRINT))
                    .forEach(parts::add);
        } else {
            activities.sums().entrySet().stream()
                    .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                    .limit(ACTIVITIES)
                    .map(row -> new Share(row.getKey(), row.getValue(), Part.PAID, activities.language()))
                    .forEach(parts::add);
        }
        parts.sort(Comparator.comparing(Share::amount).reversed());
        var left = euros(root.total().disbursed())
                - parts.stream().mapToDouble(Share::amount).sum();
        if (!isSame(left, 0)) {
            parts.add(new Share(activities == null ? withoutLine : rest, left, Part.PAID, ""));
        }
        report.reallocations().stream()
                .map(move -> new Share(move.destination(), euros(move.total()), Part.MOVED, LANGUAGE_OF_PRINT))
                .sorted(Comparator.comparing(Share::amount).reversed())
                .forEach(parts::add);
        var neither = euros(root.total().budgeted())
                - parts.stream().mapToDouble(Share::amount).sum();
        if (neither > 0 && !isSame(neither, 0)) {
            parts.add(new Share(over, neither, Part.LEFT, ""));
        }
        return parts;
    }

    private static List<String> found(Share part, Function<String, List<Integer>> findings) {
        return part.part() != Part.MOVED
                ? List.of()
                : findings.apply(part.name()).stream().map(String::valueOf).toList();
    }

    private Table flowTable(List<Line> lines, List<Share> parts, Function<String, List<Integer>> findings) {
        var table = new TableBuilder(words)
                .text(words.of("review.flow.what"))
                .text(words.of("review.flow.where"))
                .text(words.of("review.kind.finding"))
                .money(words.name(unit), words.of("review.amount"), unit);
        lines.forEach(line -> table.row(words.of("review.budgeted"), line.quoted(), null, line.budgeted()));
        lines.forEach(line -> table.row(words.of("review.flow.paid-from"), line.quoted(), null, line.paid()));
        lines.forEach(line -> table.row(words.of("review.flow.not-paid-from"), line.quoted(), null, line.notPaid()));
        parts.forEach(part -> table.row(
                words.of(part.part().name),
                part.part() == Part.LEFT ? null : new Quoted(part.name(), part.language()),
                found(part, findings).isEmpty() ? null : String.join(", ", found(part, findings)),
                part.amount()));
        return table.table(1);
    }

    /** Small streams need the height of their names. */
    private static double high(Scale scale, double amount, double least) {
        return Math.max(scale.length(amount), least);
    }

    private static double sum(List<Share> parts, Part part) {
        return parts.stream()
                .filter(share -> share.part() == part)
                .mapToDouble(Share::amount)
                .sum();
    }

    /** Three columns: what was budgeted, whether it was paid, and what for. What is left over is neither paid nor moved. */
    private Drawing sankey(FinanceReport.Total total, List<Line> lines, List<Share> parts) {
        var paid = sum(parts, Part.PAID);
        var moved = sum(parts, Part.MOVED);
        var left = sum(parts, Part.LEFT);
        var all = paid + moved + left;
        var from = lines.isEmpty() ? List.of(new Line(null, all, paid)) : lines;
        var scale = Scale.upTo(all, 0, 286);
        var ends = parts.stream()
                        .mapToDouble(part -> high(scale, part.amount(), 15) + 8)
                        .sum()
                + BETWEEN;
        var begins = from.stream()
                .mapToDouble(line -> high(scale, line.budgeted(), 18) + 12)
                .sum();
        var middle = scale.length(all) + BETWEEN + 12;
        var high = Math.max(ends, Math.max(begins, middle));
        var drawing = new Drawing(756, (int) Math.ceil(high) + 30);
        drawing.text(0, 14, "b", words.of("review.flow.budgeted", words.amount(total.budgeted(), unit)));
        var paidTop = 26 + (high - middle) / 2;
        var restTop = paidTop + scale.length(paid) + BETWEEN + 12;
        // Of what is not paid it is not known from which line it was moved, and from which it is left.
        var rest = moved > 0 && left == 0 ? "ribbon-moved" : "ribbon-unknown";
        begin(drawing, scale, from, rest, 26 + (high - begins) / 2, paidTop, restTop);
        end(drawing, scale, parts, 26 + (high - ends) / 2, paidTop, restTop);
        drawing.rect(MIDDLE, paidTop, BAR, scale.length(paid), "first-fill")
                .rect(MIDDLE, restTop, BAR, scale.length(moved), "moved-fill")
                .rect(MIDDLE, restTop + scale.length(moved), BAR, scale.length(left), "unknown-fill");
        sum(drawing, "review.disbursed", "first", paid, paidTop + scale.length(paid) / 2);
        if (moved > 0 && left > 0) {
            var first = restTop + scale.length(moved) / 2 + 5;
            var second = restTop + scale.length(moved) + scale.length(left) / 2 + 5;
            line(drawing, "review.reallocated", "moved", moved, first);
            line(drawing, "review.left", "ink", left, Math.max(first + 18, second));
        } else if (moved > 0) {
            sum(drawing, "review.reallocated", "moved", moved, restTop + scale.length(moved) / 2);
        } else if (left > 0) {
            sum(drawing, "review.left", "ink", left, restTop + scale.length(left) / 2);
        }
        return drawing;
    }

    private void sum(Drawing drawing, String name, String style, double amount, double y) {
        drawing.text(MIDDLE + BAR + 6, y - 2, "b halo-text " + style, PageWords.capital(words.of(name)))
                .text(MIDDLE + BAR + 6, y + 15, "large halo-text " + style, words.amount(amount, unit));
    }

    private void line(Drawing drawing, String name, String style, double amount, double y) {
        drawing.text(
                MIDDLE + BAR + 6,
                y,
                "b halo-text " + style,
                PageWords.capital(words.of(name)) + " " + words.amount(amount, unit));
    }

    private void begin(
            Drawing drawing, Scale scale, List<Line> lines, String rest, double top, double paidTop, double restTop) {
        var y = top;
        var paidAt = paidTop;
        var restAt = restTop;
        for (var line : lines) {
            var at = y;
            var toPaid = paidAt;
            var toRest = restAt;
            var thickPaid = scale.length(line.paid());
            var thickRest = scale.length(line.notPaid());
            drawing.mark(
                    reading(line),
                    mark -> mark.ribbon(BAR, at, MIDDLE, toPaid, thickPaid, "ribbon-first")
                            .ribbon(BAR, at + thickPaid, MIDDLE, toRest, thickRest, rest)
                            .rect(0, at, BAR, scale.length(line.budgeted()), "ink-fill"));
            paidAt += thickPaid;
            restAt += thickRest;
            y += high(scale, line.budgeted(), 18) + 12;
        }
        // Over all ribbons.
        y = top;
        for (var line : lines) {
            var middle = y + scale.length(line.budgeted()) / 2;
            if (line.name() != null) {
                var amount = words.amount(line.budgeted(), unit);
                var isHigh = scale.length(line.budgeted()) >= 30;
                drawing.text(
                        BAR + 7,
                        isHigh ? middle - 2 : middle + 5,
                        "t halo-text",
                        words.quoted(shortened(line.name(), 30), LANGUAGE_OF_PRINT) + (isHigh ? "" : " " + amount));
                if (isHigh) {
                    drawing.text(BAR + 7, middle + 14, "b halo-text", amount);
                }
                drawing.spot(words.quoted(line.name(), LANGUAGE_OF_PRINT), 226, middle - 7);
            }
            y += high(scale, line.budgeted(), 18) + 12;
        }
    }

    private void end(Drawing drawing, Scale scale, List<Share> parts, double top, double paidTop, double restTop) {
        var y = top;
        var paidFrom = paidTop;
        var restFrom = restTop;
        var isFirst = true;
        for (var part : parts) {
            var thick = scale.length(part.amount());
            if (!part.isPaid() && isFirst) {
                y += BETWEEN;
                isFirst = false;
            }
            var from = part.isPaid() ? paidFrom : restFrom;
            var to = y + Math.max(0, 15 - thick) / 2;
            var name = Drawing.wrapped(part.name(), 29, thick >= 30 ? 2 : 1);
            var middle = to + thick / 2 + 5;
            var first = middle + 8 - 8 * name.size();
            drawing.mark(reading(part), mark -> {
                mark.ribbon(MIDDLE + BAR, from, RIGHT, to, thick, "ribbon-" + part.part().style)
                        .rect(RIGHT, to, BAR, thick, part.part().style + "-fill")
                        .text(RIGHT + 56, middle, "b e", words.amount(part.amount(), unit));
                mark.in(words.foreign(part.language()), named -> named.lines(RIGHT + 64, first, 16, "t", name));
            });
            var longest = name.stream().mapToInt(String::length).max().orElse(0);
            drawing.spot(words.quoted(part.name(), part.language()), RIGHT + 74 + 7.2 * longest, middle - 13);
            if (part.isPaid()) {
                paidFrom += thick;
            } else {
                restFrom += thick;
            }
            y += high(scale, part.amount(), 15) + 8;
        }
    }

    /** Names are as long as records have them; the table has them whole. */
    static String shortened(String name, int most) {
        return name.codePointCount(0, name.length()) <= most
                ? name
                : name.substring(0, name.offsetByCodePoints(0, most - 1)).strip() + "…";
    }

    private Drawing bars(FinanceReport.Total total, List<Share> parts, PictureSize size) {
        var width = size.width();
        var scale = Scale.upTo(axes.part(), 0, width - 70);
        var groups = (int) parts.stream().map(Share::part).distinct().count();
        var drawing = new Drawing(width, 20 + 20 * groups + 36 * parts.size());
        var y = 14.0;
        Part before = null;
        for (var part : parts) {
            if (part.part() != before) {
                before = part.part();
                var amount = switch (part.part()) {
                    case PAID -> words.amount(total.disbursed(), unit);
                    case MOVED -> words.amount(total.reallocated(), unit);
                    case LEFT -> words.amount(part.amount(), unit);
                };
                drawing.text(0, y, "b " + before.style, PageWords.capital(words.of(before.name)) + " " + amount);
                // What is left has no name but this one.
                y += before == Part.LEFT ? 0 : 20;
            }
            var at = y;
            drawing.mark(reading(part), mark -> bar(mark, part, scale, at, size));
            y += 36;
        }
        return drawing;
    }

    private void bar(Drawing drawing, Share part, Scale scale, double y, PictureSize size) {
        var length = part.amount() > 0 ? Math.max(1, scale.length(part.amount())) : 0;
        if (part.part() != Part.LEFT) {
            drawing.in(
                    words.foreign(part.language()),
                    name -> name.text(0, y, "t", shortened(part.name(), size.letters())));
        }
        switch (part.part()) {
            case PAID -> drawing.rect(0, y + 5, length, 11, "first-fill");
            case MOVED -> drawing.hatched(0, y + 5, length, 11, Hatch.REALLOCATED);
            case LEFT -> drawing.rect(0, y + 5, length, 11, "unknown-fill");
        }
        var amount = words.amount(part.amount(), unit);
        drawing.text(length + 7, y + 15, "b", amount)
                .spot(words.quoted(part.name(), part.language()), length + 20 + 8 * amount.length(), y + 4);
    }

    /** Each square is a project, by how its money went out. */
    Picture instruments() {
        var title = words.of("review.instruments.title");
        var counted = counted();
        if (counted.isEmpty()) {
            return Picture.without("instruments", title, words.of("review.absent.nothing"));
        }
        var described = report.projects().stream()
                .mapToLong(FinanceReport.Projects::described)
                .sum();
        return new Picture(
                "instruments",
                title,
                words.of("review.instruments.subtitle"),
                words.of(
                        "review.instruments.description",
                        Text.all(counted.stream()
                                .map(row ->
                                        shown(row) + " " + words.label("funding-instruments", row.fundingInstrument()))
                                .toList())),
                size -> squares(counted, size),
                instrumentTable(),
                described == 0
                        ? List.of()
                        : List.of(words.of("review.instruments.described", words.number(described), described)),
                source);
    }

    // An earlier release has the number alone.
    private String shown(FinanceReport.Projects row) {
        return row.counted() == null ? words.number(row.count()) : words.quantity(ReportedQuantity.of(row.counted()));
    }

    private List<FinanceReport.Projects> counted() {
        return report.projects().stream()
                .filter(row -> row.count() != null && row.count() > 0)
                .toList();
    }

    private Table instrumentTable() {
        var isCounted = report.projects().stream().anyMatch(row -> row.counted() != null);
        var table = new TableBuilder(words).text(words.of("review.instrument"));
        var counted = isCounted
                ? table.quantityOfOne(words.of("review.projects"))
                : table.number(words.of("review.projects"));
        counted.number(words.of("review.described"));
        report.projects()
                .forEach(row -> table.row(
                        words.label("funding-instruments", row.fundingInstrument()),
                        isCounted ? ReportedQuantity.of(row.counted()) : row.count(),
                        row.described()));
        return table.table(2);
    }

    private Drawing squares(List<FinanceReport.Projects> counted, PictureSize size) {
        var width = size.width();
        // Squares are of about one side in all of them.
        var perRow = width * 2 / 38;
        // One square is several projects where there are too many to see.
        var each = Math.max(1, (long) Math.ceil(axes.projects() / 400.0));
        var side = (double) width / perRow;
        var number = (int) counted.stream()
                .mapToLong(row -> Math.round((double) row.count() / each))
                .sum();
        var rows = (number + perRow - 1) / perRow;
        var drawing = new Drawing(width, (int) (rows * side) + 26 * counted.size() + 14);
        var at = 0;
        for (var i = 0; i < counted.size(); i++) {
            var row = counted.get(i);
            var first = at;
            at += (int) Math.round((double) row.count() / each);
            var end = at;
            var style = fill(i);
            drawing.mark(
                    words.label("funding-instruments", row.fundingInstrument()) + ": " + shown(row),
                    mark -> IntStream.range(first, end)
                            .forEach(square -> mark.rect(
                                    (square % perRow) * side, (square / perRow) * side, side - 2, side - 2, style)));
            var y = rows * side + 22 + 26 * i;
            drawing.rect(0, y - 11, 12, 12, fill(i))
                    .text(
                            20,
                            y,
                            "b",
                            shown(row) + " "
                                    + words.label("funding-instruments", row.fundingInstrument())
                                    + (each > 1 && i == 0 ? " " + words.of("review.instruments.each", each) : ""));
        }
        return drawing;
    }

    private static String fill(int index) {
        return switch (index) {
            case 0 -> "first-fill";
            case 1 -> "second-fill";
            default -> "outline";
        };
    }
}
