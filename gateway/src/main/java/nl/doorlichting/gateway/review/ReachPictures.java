package nl.doorlichting.gateway.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.NoteCode;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.DerivedQuantity;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.gateway.reports.ReportedQuantity;
import nl.doorlichting.gateway.reports.reach.ReachReport;
import nl.doorlichting.gateway.review.Drawing.Hatch;
import nl.doorlichting.gateway.review.Picture.Table;
import nl.doorlichting.gateway.review.TableBuilder.Quoted;
import nl.doorlichting.platform.texts.Language;
import nl.doorlichting.platform.texts.Text;

/** Whom the inventories say that the programme reached. Periods of different length are never bars of one width. */
final class ReachPictures {
    private static final String GROUPS = "target-groups";
    private static final ReportedQuantity UNKNOWN = new ReportedQuantity(null, null, null, null, null, null);

    private static final DerivedQuantity NONE = DerivedQuantity.exactly(BigDecimal.ZERO);

    private static final double BOTTOM = 278;
    // Room for the unit of the axis and, below it, for what stands above the highest block.
    private static final double TOP = 58;
    // What a sentence below or above a block needs.
    private static final double SENTENCE = 150;
    // A sign of certainty makes a number as much longer in each language.
    private static final PageWords MEASURE = new PageWords(Language.DUTCH);

    private final PageWords words;
    private final ReachReport report;
    private final ReachReport withoutTrack;
    private final String source;
    private final Period programme;
    private final Axes axes;
    private final Map<Period, Map<TargetGroup, ReportedQuantity>> byPeriod = new TreeMap<>();
    private final Map<Period, ReportedQuantity> totals = new TreeMap<>();

    /**
     * @param withoutTrack what a chosen track may lack, because its records state none; null where all tracks are shown
     * @param programme days of the programme; null where they are not known
     * @param axes what goes on the axes, so that programmes beside each other share them
     */
    ReachPictures(
            ReachReport report, ReachReport withoutTrack, Period programme, PageWords words, String source, Axes axes) {
        this.report = report;
        this.withoutTrack = withoutTrack;
        this.programme = programme;
        this.words = words;
        this.source = source;
        this.axes = axes;
        inventories(report)
                .forEach(row -> byPeriod.computeIfAbsent(
                                (Period) row.key().get(Dimension.PERIOD), period -> new LinkedHashMap<>())
                        .put((TargetGroup) row.key().get(Dimension.TARGET_GROUP), row.reach()));
        totals.putAll(totals(report));
    }

    private static Map<Period, ReportedQuantity> totals(ReachReport report) {
        var totals = new TreeMap<Period, ReportedQuantity>();
        report.totals().stream()
                .filter(row ->
                        row.source() == ReachSource.INVENTORY && row.key().get(Dimension.PERIOD) != null)
                .forEach(row -> totals.put((Period) row.key().get(Dimension.PERIOD), row.reach()));
        return totals;
    }

    /** What states no track, with its number; none where all tracks are shown, or all state one. */
    private Optional<String> leftOut() {
        var left = ofNoTrack();
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(words.of(
                        "review.reach.without-track",
                        words.derived(sum(left), words::whole),
                        Text.all(left.entrySet().stream()
                                .map(period -> words.period(period.getKey()) + ": " + words.quantity(period.getValue()))
                                .toList()),
                        sum(left).best()));
    }

    /** How many participations a chosen track may lack; empty where all tracks are shown, or all figures state one. */
    Optional<DerivedQuantity> leftOutNumber() {
        return Optional.of(ofNoTrack()).filter(left -> !left.isEmpty()).map(ReachPictures::sum);
    }

    private Map<Period, ReportedQuantity> ofNoTrack() {
        if (withoutTrack == null) {
            return Map.of();
        }
        var left = totals(withoutTrack);
        left.values().removeIf(count -> best(count) == 0);
        return left;
    }

    private static DerivedQuantity sum(Map<Period, ReportedQuantity> counts) {
        return counts.values().stream().map(ReportedQuantity::toDerived).reduce(NONE, DerivedQuantity::plus);
    }

    private static List<ReachReport.Row> inventories(ReachReport report) {
        return report.rows().stream()
                .filter(row ->
                        row.source() == ReachSource.INVENTORY && row.key().get(Dimension.PERIOD) != null)
                .toList();
    }

    /**
     * What goes on the axes of the pictures.
     *
     * @param perYear largest number a year of a period; 0 without any
     * @param years how many years stand beside each other, because an area is a number only where a year is as wide
     * @param growth numbers a year of groups that grew
     * @param letters how long these numbers are as they are written, with their certainty
     * @param projects numbers of projects
     */
    record Axes(double perYear, double years, Bounds growth, int letters, Bounds projects) {
        static final Axes NONE = new Axes(0, 0, Bounds.NONE, 0, Bounds.NONE);

        /**
         * Those of one programme.
         *
         * @param report can be null
         * @param byProject can be null
         * @param programme days of the programme; null where they are not known
         */
        static Axes of(ReachReport report, ReachReport byProject, Period programme) {
            var growths = report == null
                    ? List.<Growth>of()
                    : new ReachPictures(report, null, null, MEASURE, null, NONE).growths();
            return new Axes(
                    report == null ? 0 : largest(report),
                    report == null ? 0 : new ReachPictures(report, null, programme, null, null, NONE).span(),
                    Bounds.of(growths.stream()
                            .flatMap(Growth::numbers)
                            .map(number -> number.best().doubleValue())
                            .toList()),
                    growths.stream()
                            .flatMap(Growth::numbers)
                            .mapToInt(number ->
                                    MEASURE.shortDerived(number, MEASURE::whole).length())
                            .max()
                            .orElse(0),
                    byProject == null
                            ? Bounds.NONE
                            : Bounds.of(byProject.rows().stream()
                                    .filter(row -> row.source() == ReachSource.INVENTORY
                                            && row.key().get(Dimension.PROJECT) != null)
                                    .map(ReachReport.Row::reach)
                                    .filter(count -> best(count) > 0)
                                    .flatMap(count -> Stream.of(count.best(), count.lowest(), count.highest())
                                            .filter(Objects::nonNull))
                                    .map(number -> Math.max(1.0, number))
                                    .toList()));
        }

        Axes and(Axes other) {
            return new Axes(
                    Math.max(perYear, other.perYear),
                    Math.max(years, other.years),
                    growth.and(other.growth),
                    Math.max(letters, other.letters),
                    projects.and(other.projects));
        }
    }

    /** The least and the most of numbers above 0. */
    record Bounds(double least, double most) {
        static final Bounds NONE = new Bounds(Double.MAX_VALUE, 0);

        static Bounds of(List<Double> numbers) {
            return numbers.stream().map(number -> new Bounds(number, number)).reduce(NONE, Bounds::and);
        }

        Bounds and(Bounds other) {
            return new Bounds(Math.min(least, other.least), Math.max(most, other.most));
        }

        Scale scale(double start, double end) {
            return most == 0 ? Scale.byPowersOfTen(1, 10, start, end) : Scale.byPowersOfTen(least, most, start, end);
        }
    }

    /** The largest number a year of a period; 0 without any. */
    private static double largest(ReachReport report) {
        return inventories(report).stream()
                .collect(Collectors.groupingBy(
                        row -> (Period) row.key().get(Dimension.PERIOD),
                        Collectors.summingDouble(row -> best(row.reach()))))
                .entrySet()
                .stream()
                .mapToDouble(entry -> entry.getValue() / years(entry.getKey()))
                .max()
                .orElse(0);
    }

    private static double best(ReportedQuantity count) {
        return count == null || count.best() == null ? 0 : count.best();
    }

    private static double years(Period period) {
        return Double.parseDouble(period.years());
    }

    // Of less than a year no mean per year is known: what was counted in a month was not counted in twelve.
    private static boolean isShort(Period period) {
        return years(period) < 1;
    }

    private static double yearsBetween(LocalDate from, LocalDate until) {
        return ChronoUnit.DAYS.between(from, until) / 365.25;
    }

    /** The total of the latest of the periods that share no day, with the period; null where there is none. */
    Map.Entry<Period, ReportedQuantity> latest() {
        return fromLast(0);
    }

    private Map.Entry<Period, ReportedQuantity> fromLast(int number) {
        var periods = beside().stream().filter(totals::containsKey).toList();
        if (periods.size() <= number) {
            return null;
        }
        var period = periods.get(periods.size() - 1 - number);
        return new SimpleImmutableEntry<>(period, totals.get(period));
    }

    /** The number of the total of the latest period; 0 without one. */
    static double ofLatest(ReachReport report) {
        var latest = new ReachPictures(report, null, null, null, null, Axes.NONE).latest();
        return latest == null ? 0 : best(latest.getValue());
    }

    /** How many of the latest period are of a group that is named; 0 without any. */
    double namedOfLatest() {
        return byPeriod.getOrDefault(latest().getKey(), Map.of()).entrySet().stream()
                .filter(group -> !isUnknown(group.getKey()))
                .mapToDouble(group -> best(group.getValue()))
                .sum();
    }

    /** The total of the one before the latest; null where there is none. */
    Map.Entry<Period, ReportedQuantity> before() {
        return fromLast(1);
    }

    /** Periods that share no day, from the first on: only these can stand beside each other on one axis of time. */
    private List<Period> beside() {
        var found = new ArrayList<Period>();
        for (var period : byPeriod.keySet()) {
            if (found.isEmpty() || !found.get(found.size() - 1).overlaps(period)) {
                found.add(period);
            }
        }
        return found;
    }

    private boolean isEmpty() {
        return byPeriod.values().stream()
                .flatMap(groups -> groups.values().stream())
                .allMatch(count -> best(count) == 0);
    }

    /** Area is participations, and width is time. */
    Picture blocks() {
        var title = words.of("review.reach.title");
        if (isEmpty()) {
            var nothing = words.of("review.absent.nothing");
            return Picture.without(
                    "reach", title, leftOut().map(left -> nothing + " " + left).orElse(nothing));
        }
        // In the language of the page, which the services do not know.
        var leftOut = leftOut();
        var notes = new ArrayList<>(report.notes().stream()
                .filter(note -> leftOut.isEmpty() || !note.code().equals(NoteCode.NOT_STATED.name()))
                .map(note -> words.of(
                        "review.note", words.definition("note-codes", note.code()), words.number(note.count())))
                .toList());
        leftOut.ifPresent(notes::add);
        if (beside().size() < byPeriod.size()) {
            notes.add(words.of("review.reach.overlapping"));
        }
        var shorts = totals.entrySet().stream()
                .filter(total -> isShort(total.getKey()))
                .map(total -> words.period(total.getKey()) + ": " + words.quantity(total.getValue()))
                .toList();
        if (!shorts.isEmpty()) {
            notes.add(words.of("review.reach.short", Text.all(shorts)));
        }
        return new Picture(
                "reach",
                title,
                words.of("review.reach.subtitle"),
                words.of(
                        "review.reach.description",
                        Text.all(totals.entrySet().stream()
                                .map(total -> words.period(total.getKey()) + ": " + words.quantity(total.getValue()))
                                .toList())),
                this::blocks,
                table(),
                notes,
                source);
    }

    private Table table() {
        var table = new TableBuilder(words)
                .column(
                        words.of("review.period"),
                        List.of(words.of("review.period")),
                        period -> words.period((Period) period),
                        period -> List.of(((Period) period).code()))
                .text(words.of("review.target-group"))
                .quantity(words.of("review.participations"))
                .derived(words.of("review.per-year"), 0);
        var all = new TreeSet<>(byPeriod.keySet());
        all.addAll(withoutFigures());
        all.forEach(period -> {
            if (!byPeriod.containsKey(period)) {
                table.row(period, null, UNKNOWN, null);
                return;
            }
            byPeriod.get(period)
                    .forEach((group, count) ->
                            table.row(period, words.label(GROUPS, group), count, ofYear(count, period)));
            if (totals.containsKey(period)) {
                var total = totals.get(period);
                table.row(period, words.of("review.total"), total, ofYear(total, period));
            }
        });
        return table.table(2);
    }

    /** The years that no figure is of: each has its row, as it has its place in the drawing. */
    private List<Period> withoutFigures() {
        var periods = beside();
        return IntStream.rangeClosed(
                        first(periods).getYear(), last(periods).minusDays(1).getYear())
                .mapToObj(Period::ofYear)
                .filter(year -> byPeriod.keySet().stream().noneMatch(year::overlaps))
                .toList();
    }

    /** The mean per year; null without a number, and of a period shorter than a year. */
    private static DerivedQuantity ofYear(ReportedQuantity count, Period period) {
        return count == null || count.best() == null || isShort(period)
                ? null
                : count.toDerived().over(DerivedQuantity.exactly(new BigDecimal(period.years())));
    }

    private String perYear(ReportedQuantity count, Period period) {
        var number = ofYear(count, period);
        return number == null ? words.of("review.no-figure") : words.derived(number, words::whole);
    }

    private String shortPerYear(ReportedQuantity count, Period period) {
        var number = ofYear(count, period);
        return number == null ? words.of("review.no-figure") : words.shortDerived(number, words::whole);
    }

    /** The part of a group of all groups of its period. A group without a number may be any part. */
    private static DerivedQuantity share(TargetGroup group, Map<TargetGroup, ReportedQuantity> all) {
        return all.get(group)
                .toDerived()
                .partBeside(all.entrySet().stream()
                        .filter(other -> other.getKey() != group)
                        .map(other ->
                                other.getValue() == null || other.getValue().best() == null
                                        ? new DerivedQuantity(BigDecimal.ZERO, BigDecimal.ZERO, null, false)
                                        : other.getValue().toDerived())
                        .reduce(NONE, DerivedQuantity::plus));
    }

    private LocalDate first(List<Period> periods) {
        var first = periods.get(0).from();
        return programme != null && programme.from().isBefore(first) ? programme.from() : first;
    }

    private LocalDate last(List<Period> periods) {
        var last = periods.get(periods.size() - 1).until();
        return programme != null && programme.until().isAfter(last) ? programme.until() : last;
    }

    /** How many years the picture has; 0 without any period. */
    private double span() {
        var periods = beside();
        return periods.isEmpty() ? 0 : yearsBetween(first(periods), last(periods));
    }

    private Drawing blocks(PictureSize size) {
        var drawing = new Drawing(size.width(), size.isNarrow() ? 330 : 398);
        var left = size.isNarrow() ? 54.0 : 64.0;
        var right = size.width() - (size.isNarrow() ? 4.0 : 8.0);
        var periods = beside();
        var first = first(periods);
        var last = last(periods);
        var begin = first;
        var perYear = (right - left) / Math.max(axes.years(), span());
        var scale = Scale.upTo(axes.perYear(), BOTTOM, TOP);
        drawing.text(0, 12, "s", words.of("review.reach.axis"));
        for (var tick : scale.ticks()) {
            drawing.line(left, scale.at(tick), right, scale.at(tick), tick == 0 ? "axis" : "grid")
                    .text(left - 8, scale.at(tick) + 4, "s e", words.number(Math.round(tick)));
        }
        for (var year = first.getYear(); year <= last.minusDays(1).getYear(); year++) {
            var x = left + perYear * yearsBetween(first, LocalDate.of(year, 7, 1));
            drawing.text(x, 296, "t m", String.valueOf(year));
        }
        var free = first;
        for (var period : periods) {
            slot(drawing, left, perYear, begin, free, period.from());
            free = period.until();
            block(
                    drawing,
                    scale,
                    period,
                    left + perYear * yearsBetween(begin, period.from()),
                    left + perYear * yearsBetween(begin, period.until()));
        }
        slot(drawing, left, perYear, begin, free, last);
        return size.isNarrow() ? drawing : key(drawing, scale, perYear, left);
    }

    // A square of a round number of participations, so that areas can be read. It stands below, where no block is.
    private Drawing key(Drawing drawing, Scale scale, double perYear, double left) {
        var perSquarePixel = scale.to() / (BOTTOM - TOP) / perYear;
        var number = Math.pow(10, Math.floor(Math.log10(3600 * perSquarePixel)));
        var side = Math.sqrt(number / perSquarePixel);
        if (number < 1 || side > 60) {
            return drawing;
        }
        return drawing.rect(left, 336, side, side, "outline")
                .text(left + 8 + side, 350, "s", words.of("review.reach.key.first"))
                .text(
                        left + 8 + side,
                        366,
                        "s",
                        words.of("review.reach.key.second", words.number(Math.round(number)), number));
    }

    private void slot(Drawing drawing, double left, double perYear, LocalDate begin, LocalDate free, LocalDate until) {
        var from = left + perYear * yearsBetween(begin, free);
        var to = left + perYear * yearsBetween(begin, until);
        if (to - from < 6) {
            return;
        }
        drawing.rect(from + 1, 70, to - from - 2, 208, "slot");
        if (to - from > 44) {
            drawing.text((from + to) / 2, 170, "s m i", words.of("review.no-figures.first"))
                    .text((from + to) / 2, 186, "s m i", words.of("review.no-figures.second"));
        }
        for (var year = free.getYear(); year <= until.minusDays(1).getYear(); year++) {
            var middle = left + perYear * yearsBetween(begin, LocalDate.of(year, 7, 1));
            drawing.spotAround(String.valueOf(year), middle, 126);
        }
    }

    private void block(Drawing drawing, Scale scale, Period period, double from, double to) {
        var years = years(period);
        var bottom = scale.start();
        var wide = to - from - 1;
        var middle = (from + to) / 2;
        // The group that is known best stands at the bottom, what is left over on top.
        var groups = new ArrayList<>(byPeriod.get(period).entrySet());
        groups.sort(Comparator.comparing((Map.Entry<TargetGroup, ReportedQuantity> group) -> isUnknown(group.getKey()))
                .thenComparing(group -> -best(group.getValue())));
        for (var i = 0; i < groups.size(); i++) {
            var group = groups.get(i);
            var high = scale.length(best(group.getValue()) / years);
            if (high < 0.2) {
                continue;
            }
            bottom -= high;
            var top = bottom;
            var fill = i == 0 ? "first-fill" : "second-fill";
            drawing.mark(
                    words.of(
                            isShort(period) ? "review.mark.reach.short" : "review.mark.reach",
                            words.label(GROUPS, group.getKey()),
                            words.reading(group.getValue()),
                            words.period(period),
                            perYear(group.getValue(), period)),
                    mark -> {
                        if (isUnknown(group.getKey())) {
                            mark.hatched(from, top, wide, high, Hatch.UNKNOWN);
                        } else {
                            mark.rect(from, top, wide, high, fill);
                        }
                    });
            if (high >= 34 && wide >= 44) {
                var label = words.label(GROUPS, group.getKey());
                var share = words.shortDerived(share(group.getKey(), byPeriod.get(period)), words::percent);
                var style = i == 0 ? " on-first" : " on-second";
                if (isUnknown(group.getKey())) {
                    var name = MoneyPictures.shortened(label, (int) (wide / 7.8));
                    drawing.rect(middle - wide * 0.42, bottom + high / 2 - 10, wide * 0.84, 20, "label")
                            .text(middle, bottom + high / 2 + 4, "b m", wide < 120 ? share : name + " " + share);
                } else if (wide < 100) {
                    drawing.text(middle, bottom + high / 2 + 4, "b m" + style, share);
                } else {
                    var lines = Drawing.wrapped(label, (int) (wide / 7.8), high >= 50 ? 2 : 1);
                    var below =
                            drawing.lines(middle, bottom + high / 2 + 6 - 8 * lines.size(), 16, "b m" + style, lines);
                    drawing.text(middle, below, "t m" + style, words.quantity(group.getValue()));
                }
            }
        }
        var total = totals.getOrDefault(period, null);
        var isOneYear = years == 1;
        var hasNoMean = isOneYear || isShort(period);
        // In a low block a mark would cover the year below it.
        var said = hasNoMean ? 40 : 56;
        drawing.spotBefore(period.code(), to - 4, scale.start() - bottom < 26 ? bottom - said : bottom + 6);
        // In a small block whole sentences run into what stands beside it, and the period stands below.
        var isSmall = wide < SENTENCE;
        var alone = words.quantity(total);
        var over = words.of("review.reach.over", alone, words.period(period));
        var isAlone = isOneYear || isSmall || 7.6 * over.length() > wide;
        // A thin block at the end has less room on its right than its number needs.
        var inside = Math.min(middle, drawing.width() - 2 - 3.8 * alone.length());
        drawing.text(isAlone ? inside : middle, bottom - (hasNoMean ? 8 : 22), "b m", isAlone ? alone : over);
        if (!hasNoMean) {
            var mean = words.of("review.reach.average", perYear(total, period));
            drawing.text(
                    middle,
                    bottom - 7,
                    "s m",
                    isSmall || 6.6 * mean.length() > wide
                            ? words.of("review.reach.short-average", shortPerYear(total, period))
                            : mean);
        }
        var named = words.period(period);
        // What has no room here stands in a note.
        if (!isOneYear && (!isShort(period) || 6.6 * named.length() < wide)) {
            drawing.path("M" + Drawing.n(from) + " 304V309H" + Drawing.n(to - 1) + "V304", "bracket")
                    .text(middle, 324, "s m", isSmall ? named : words.of("review.reach.one-figure", named));
        }
    }

    private static boolean isUnknown(TargetGroup group) {
        return group == null || group == TargetGroup.OTHER;
    }

    /** How much each group grew, per year, from the first period to the last. */
    Picture growth() {
        var title = words.of("review.growth.title");
        var rows = growths();
        if (rows.isEmpty()) {
            return Picture.without(
                    "growth",
                    title,
                    Stream.concat(Stream.of(words.of("review.absent.one-period")), notCompared().stream())
                            .collect(Collectors.joining(" ")));
        }
        var periods = compared();
        var from = periods.get(0);
        var to = periods.get(periods.size() - 1);
        return new Picture(
                "growth",
                title,
                words.of("review.growth.subtitle"),
                words.of(
                        "review.growth.description",
                        words.period(from),
                        words.period(to),
                        Text.all(rows.stream()
                                .map(row -> words.label(GROUPS, row.group()) + ": "
                                        + words.derived(row.before(), words::whole) + " → "
                                        + words.derived(row.after(), words::whole))
                                .toList())),
                size -> growth(rows, from, to, size),
                growthTable(rows, from, to),
                notCompared(),
                source);
    }

    /** The periods that a mean per year is known of. */
    private List<Period> compared() {
        return beside().stream().filter(period -> !isShort(period)).toList();
    }

    private List<String> notCompared() {
        var shorts = beside().stream()
                .filter(ReachPictures::isShort)
                .map(words::period)
                .toList();
        return shorts.isEmpty() ? List.of() : List.of(words.of("review.growth.short", Text.all(shorts)));
    }

    // Of the groups with a number in the first period and in the last.
    private List<Growth> growths() {
        var rows = new ArrayList<Growth>();
        var periods = compared();
        if (periods.size() < 2) {
            return rows;
        }
        var from = periods.get(0);
        var to = periods.get(periods.size() - 1);
        byPeriod.get(to).forEach((group, count) -> {
            var earlier = byPeriod.get(from).get(group);
            if (best(count) > 0 && best(earlier) > 0) {
                rows.add(new Growth(group, ofYear(earlier, from), ofYear(count, to)));
            }
        });
        return rows;
    }

    private record Growth(TargetGroup group, DerivedQuantity before, DerivedQuantity after) {
        Stream<DerivedQuantity> numbers() {
            return Stream.of(before, after);
        }

        DerivedQuantity factor() {
            return after.over(before);
        }
    }

    // A narrow axis has no room for a number at each power of ten.
    private static List<Double> labelled(Scale scale, boolean isWide) {
        var ticks = scale.ticks();
        return isWide || ticks.size() < 4
                ? ticks
                : IntStream.range(0, ticks.size())
                        .filter(index -> (ticks.size() - 1 - index) % 2 == 0)
                        .mapToObj(ticks::get)
                        .toList();
    }

    // Of programmes beside each other each grew between two periods of its own, which its rows name in their file.
    private Table growthTable(List<Growth> rows, Period from, Period to) {
        var table = new TableBuilder(words).text(words.of("review.target-group"));
        table.derived(
                        words.of("review.growth.year-in", words.period(from)),
                        words.of("review.growth.first"),
                        from,
                        words.of("review.growth.first-year"))
                .derived(
                        words.of("review.growth.year-in", words.period(to)),
                        words.of("review.growth.last"),
                        to,
                        words.of("review.growth.last-year"))
                .derived(words.of("review.growth.times"), 1, "× ");
        rows.forEach(row -> table.row(words.label(GROUPS, row.group()), row.before(), row.after(), row.factor()));
        return table.table(3);
    }

    private String times(Growth row) {
        return words.shortDerived(row.factor(), this::times);
    }

    private String times(BigDecimal factor) {
        return "× " + words.decimal(factor, factor.compareTo(BigDecimal.TEN) < 0 ? 1 : 0);
    }

    private Drawing growth(List<Growth> rows, Period from, Period to, PictureSize size) {
        var width = size.width();
        var isWide = size.isWide();
        var high = isWide ? 46 : 58;
        var drawing = new Drawing(width, 62 + high * rows.size());
        // A number with its certainty is longer, and so is what stands behind it.
        var room = Math.max(0, 7.2 * axes.letters() - 45);
        var behind = room == 0 ? 0 : 2 * room + 10;
        var left = (isWide ? 320 : 50) + room;
        var right = width - (isWide ? 116 + behind : 84 + room);
        var scale = axes.growth().scale(left, right);
        var before = words.of("review.growth.before", words.period(from));
        var after = Math.max(isWide ? 216 : 232, 38 + 6.6 * before.length());
        var isBelow = after + 12 + 6.6 * words.period(to).length() > width;
        drawing.circle(6, 8, 5, "ring")
                .text(18, 13, "s", before)
                .circle(isBelow ? 6 : after, isBelow ? 23 : 8, 5, "ink-fill")
                .text(isBelow ? 18 : after + 12, isBelow ? 28 : 13, "s", words.period(to));
        scale.ticks()
                .forEach(tick -> drawing.line(scale.at(tick), 28, scale.at(tick), 34 + high * rows.size(), "grid"));
        labelled(scale, !size.isNarrow())
                .forEach(tick ->
                        drawing.text(scale.at(tick), 52 + high * rows.size(), "s m", words.number(Math.round(tick))));
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var y = 34 + high * i + (isWide ? high / 2.0 : 38);
            var first = row.before().best().doubleValue();
            var last = row.after().best().doubleValue();
            var isUp = last >= first;
            var name = words.label(GROUPS, row.group());
            drawing.text(0, isWide ? y + 4 : y - 20, "t", name)
                    .spot(name, 10 + 7.2 * name.length(), isWide ? y - 9 : y - 33);
            var reading = words.of(
                    "review.mark.growth",
                    name,
                    words.derived(row.before(), words::whole),
                    words.period(from),
                    words.derived(row.after(), words::whole),
                    words.period(to),
                    words.derived(row.factor(), this::times));
            drawing.mark(
                    reading,
                    mark -> mark.line(
                                    scale.at(first),
                                    y,
                                    scale.at(last),
                                    y,
                                    isUnknown(row.group()) ? "stem-unknown" : "stem")
                            .circle(scale.at(first), y, 5, "ring")
                            .circle(scale.at(last), y, 6, isUnknown(row.group()) ? "unknown-fill" : "first-fill")
                            .text(
                                    scale.at(first) + (isUp ? -10 : 10),
                                    y + 4,
                                    isUp ? "s e" : "s",
                                    words.shortDerived(row.before(), words::whole))
                            .text(
                                    scale.at(last) + (isUp ? 11 : -11),
                                    y + 4,
                                    isUp ? "b" : "b e",
                                    words.shortDerived(row.after(), words::whole))
                            .text(width - (isWide ? 4.0 : 2.0), isWide ? y + 4 : y - 20, "b e", times(row)));
        }
        return drawing;
    }

    /** One project and group with what is known of its reach; null where no figure is recorded. */
    private record ProjectReach(String project, TargetGroup group, ReportedQuantity reach) {
        boolean isProtected() {
            return reach != null && reach.disclosure() != null;
        }
    }

    /** One shape for each kind of figure. A project without a figure has its row too. */
    static Picture projects(
            ReachReport byProject, Map<UUID, String> names, PageWords words, String source, Bounds axis) {
        var title = words.of("review.projects.title");
        var rows = new ArrayList<ProjectReach>();
        var found = byProject.rows().stream()
                .filter(row ->
                        row.source() == ReachSource.INVENTORY && row.key().get(Dimension.PROJECT) != null)
                .collect(Collectors.groupingBy(row -> (UUID) row.key().get(Dimension.PROJECT)));
        names.forEach((project, name) -> {
            var figures = found.getOrDefault(project, List.of());
            figures.forEach(row ->
                    rows.add(new ProjectReach(name, (TargetGroup) row.key().get(Dimension.TARGET_GROUP), row.reach())));
            if (figures.isEmpty()) {
                rows.add(new ProjectReach(name, null, null));
            }
        });
        if (rows.isEmpty()) {
            return Picture.without("projects", title, words.of("review.absent.nothing"));
        }
        rows.sort(Comparator.comparing((ProjectReach row) -> row.reach() == null));
        var shown = rows.subList(0, Math.min(rows.size(), 40));
        var without = rows.stream().filter(row -> row.reach() == null).count();
        return new Picture(
                "projects",
                title,
                words.of("review.projects.subtitle"),
                words.of(
                        "review.projects.description",
                        words.number(names.size()),
                        words.number(without),
                        names.size(),
                        without),
                size -> projects(shown, words, axis, size),
                projectTable(rows, words),
                Stream.of(
                                names.size() == without ? null : words.of("review.projects.periods"),
                                rows.stream().anyMatch(ProjectReach::isProtected)
                                        ? words.of("review.projects.rounded")
                                        : null,
                                shown.size() < rows.size()
                                        ? words.of("review.projects.more", rows.size() - shown.size())
                                        : null)
                        .filter(Objects::nonNull)
                        .toList(),
                source);
    }

    private static Table projectTable(List<ProjectReach> rows, PageWords words) {
        var table = new TableBuilder(words)
                .quoted(words.of("review.project"))
                .text(words.of("review.target-group"))
                .quantityOfOne(words.of("review.participations"));
        rows.forEach(row -> table.row(
                new Quoted(row.project(), PrintedPicture.LANGUAGE_OF_PRINT),
                row.reach() == null ? null : words.label(GROUPS, row.group()),
                row.reach()));
        return table.table(1);
    }

    /** Names stand whole: in two lines where one is too short for them. */
    private static Drawing projects(List<ProjectReach> rows, PageWords words, Bounds axis, PictureSize size) {
        var width = size.width();
        var isWide = size.isWide();
        var aside = width - (isWide ? 134.0 : 124.0);
        var left = isWide ? 392.0 : 14.0;
        var named = IntStream.range(0, rows.size())
                .mapToObj(i ->
                        i == 0 || !rows.get(i).project().equals(rows.get(i - 1).project()))
                .toList();
        var names = IntStream.range(0, rows.size())
                .mapToObj(i -> named.get(i)
                        ? Drawing.wrapped(rows.get(i).project(), isWide ? 26 : size.letters(), 2)
                        : List.<String>of())
                .toList();
        var groups = rows.stream()
                .map(row -> row.reach() == null
                        ? List.<String>of()
                        : Drawing.wrapped(words.label(GROUPS, row.group()), isWide ? 28 : size.letters(), 2))
                .toList();
        var heights = IntStream.range(0, rows.size())
                .mapToObj(i -> isWide
                        ? 26
                                + 16
                                        * Math.max(
                                                0,
                                                Math.max(
                                                                names.get(i).size(),
                                                                groups.get(i).size())
                                                        - 1)
                        : 28 + 17 * (names.get(i).size() + groups.get(i).size()))
                .toList();
        var height = heights.stream().mapToInt(Integer::intValue).sum();
        var drawing = new Drawing(width, 40 + height);
        // The mark of an approximate number has a halo, which must not reach the words left of it.
        var scale = axis.scale(isWide ? left + 8 : left, aside - 66);
        drawing.rect(aside, 22, width - aside, 14 + height, "tint-fill")
                .text(aside + 8, 14, "b", words.of("review.projects.aside"));
        scale.ticks().forEach(tick -> drawing.line(scale.at(tick), 22, scale.at(tick), 36 + height, "grid"));
        labelled(scale, !size.isNarrow() && scale.ticks().size() < 5)
                .forEach(tick -> drawing.text(scale.at(tick), 14, "s m", words.number(Math.round(tick))));
        var top = 32.0;
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var first = top + (isWide ? 17 : 12);
            var y = isWide ? top + 13 : top + heights.get(i) - 18;
            var name = names.get(i);
            var project = words.quoted(row.project(), PrintedPicture.LANGUAGE_OF_PRINT);
            drawing.in(words.foreign(PrintedPicture.LANGUAGE_OF_PRINT), shown -> shown.lines(0, first, 16, "b", name));
            var below = first + 16 * name.size();
            if (named.get(i)) {
                drawing.spot(project, isWide ? left - 22 : width - 24, first - 12);
                if (i > 0) {
                    drawing.line(0, top - 1, width, top - 1, "grid");
                }
            }
            top += heights.get(i);
            if (row.reach() == null) {
                var nothing = words.of("review.no-figure");
                drawing.mark(project + ": " + nothing, mark -> mark.text(aside + 8, y + 4, "s", nothing));
                continue;
            }
            drawing.lines(isWide ? left - 12 : 0, isWide ? first : below, 16, isWide ? "s e" : "s", groups.get(i));
            drawing.mark(
                    project + ", " + words.label(GROUPS, row.group()) + ": " + words.reading(row.reach()),
                    mark -> glyph(mark, scale, y, aside, row.reach(), words));
        }
        return drawing;
    }

    /** The shape of a figure by what is known about it. */
    private static void glyph(
            Drawing drawing, Scale scale, double y, double aside, ReportedQuantity count, PageWords words) {
        if (count.best() == null) {
            var why = PageWords.withoutNumber(count);
            if (count.disclosure() != null) {
                drawing.pill(aside + 8, y - 9, 112, 18, "words")
                        .text(
                                aside + 64,
                                y + 4,
                                "s m i",
                                words.of(
                                        "review.between", words.number(count.lowest()), words.number(count.highest())));
            } else if (why.equals("review.kind.words")) {
                drawing.pill(aside + 8, y - 9, 112, 18, "words").text(aside + 64, y + 4, "s m i", words.of(why));
            } else if (why.equals("review.kind.not-measured")) {
                drawing.rect(aside + 8, y - 9, 112, 18, "slot").text(aside + 64, y + 4, "s m i", words.of(why));
            } else {
                drawing.text(aside + 8, y + 4, "s", words.of(why));
            }
            return;
        }
        var at = scale.at(Math.max(count.best(), scale.from()));
        var end = at;
        if (count.highest() == null && count.disclosure() == null) {
            drawing.line(at, y, at + 24, y, "arrow")
                    .path(
                            "M" + Drawing.n(at + 24) + " " + Drawing.n(y - 4) + "L" + Drawing.n(at + 31) + " "
                                    + Drawing.n(y) + "L" + Drawing.n(at + 24) + " " + Drawing.n(y + 4) + "Z",
                            "first-fill")
                    .circle(at, y, 5, "first-fill");
            end = at + 31;
        } else if (count.lowest() != null && !count.lowest().equals(count.highest())) {
            var from = scale.at(Math.max(count.lowest(), scale.from()));
            end = scale.at(Math.max(count.highest(), scale.from()));
            drawing.line(from, y, end, y, "range")
                    .line(from, y - 7, from, y + 7, "cap")
                    .line(end, y - 7, end, y + 7, "cap");
        } else if (Boolean.TRUE.equals(count.approximate()) || count.disclosure() != null) {
            drawing.circle(at, y, 13, "halo").circle(at, y, 5, "ring-first");
            end = at + 10;
        } else {
            drawing.circle(at, y, 5, "first-fill");
            end = at + 5;
        }
        drawing.text(end + 8, y + 4, "b", words.shortQuantity(count));
    }
}
