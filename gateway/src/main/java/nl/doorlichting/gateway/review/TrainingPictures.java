package nl.doorlichting.gateway.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.TrainingAnswer;
import nl.doorlichting.domain.disclosure.CountDisclosure;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.quantity.DerivedKind;
import nl.doorlichting.domain.quantity.DerivedQuantity;
import nl.doorlichting.gateway.reports.ReportedQuantity;
import nl.doorlichting.gateway.reports.training.TrainingReport;
import nl.doorlichting.gateway.review.Picture.Table;
import nl.doorlichting.gateway.review.TableBuilder.Range;
import nl.doorlichting.platform.texts.Text;

/** Trainings by type: width is sessions, height is participants of a session, area is participants. */
final class TrainingPictures {
    private final TrainingReport report;
    private final Map<String, String> labels;
    private final PageWords words;
    private final String source;
    private final Axes axes;

    /** @param axes what goes on the axes, so that programmes beside each other share them */
    TrainingPictures(TrainingReport report, Map<String, String> labels, PageWords words, String source, Axes axes) {
        this.report = report;
        this.labels = labels;
        this.words = words;
        this.source = source;
        this.axes = axes;
    }

    /**
     * What goes on the axes.
     *
     * @param perSession the most participants of a session of one type
     * @param sessions the number of sessions
     * @param types the number of types, between which there is room
     */
    record Axes(double perSession, long sessions, int types) {
        static final Axes NONE = new Axes(0, 0, 0);

        /** Those of one programme; the report can be null. */
        static Axes of(TrainingReport report) {
            if (report == null) {
                return NONE;
            }
            var types = new TrainingPictures(report, Map.of(), null, null, NONE).types("");
            return new Axes(
                    types.stream().mapToDouble(Type::perSession).max().orElse(0),
                    types.stream().mapToLong(Type::sessions).sum(),
                    types.size());
        }

        Axes and(Axes other) {
            return new Axes(
                    Math.max(perSession, other.perSession),
                    Math.max(sessions, other.sessions),
                    Math.max(types, other.types));
        }
    }

    private record Type(String name, long sessions, ReportedQuantity participants) {
        double perSession() {
            return (double) participants.best() / sessions;
        }
    }

    private String name(TrainingReport.Row row) {
        return name(row, words.of("review.trainings.all"));
    }

    private String name(TrainingReport.Row row, String all) {
        var code = (String) row.key().get(Dimension.TRAINING_TYPE);
        return code == null ? all : labels.getOrDefault(code, code);
    }

    /** @param all name of all types together */
    private List<Type> types(String all) {
        return report.rows().stream()
                .filter(row -> row.sessions().held() != null && row.sessions().held() > 0)
                .filter(row -> row.participants() != null && row.participants().best() != null)
                .map(row -> new Type(name(row, all), row.sessions().held(), row.participants()))
                .toList();
    }

    Picture sessions() {
        var types = types(words.of("review.trainings.all"));
        if (types.isEmpty()) {
            return Picture.without("trainings", words.of("review.trainings.title"), words.of("review.absent.nothing"));
        }
        var held = types.stream().mapToLong(Type::sessions).sum();
        var table = new TableBuilder(words)
                .text(words.of("review.training-type"))
                .number(words.of("review.sessions"))
                .quantity(words.of("review.participants"))
                .range(words.of("review.rating"));
        report.rows()
                .forEach(row -> table.row(name(row), row.sessions().held(), row.participants(), range(row.rating())));
        report.totals()
                .forEach(row -> table.row(
                        words.of("review.total"), row.sessions().held(), row.participants(), range(row.rating())));
        return new Picture(
                "trainings",
                words.of("review.trainings.counted", words.number(held), held),
                words.of("review.trainings.subtitle"),
                words.of(
                        "review.trainings.description",
                        words.number(held),
                        Text.all(types.stream()
                                .map(type -> type.name() + ": " + words.quantity(type.participants()))
                                .toList()),
                        held),
                size -> sessions(types, size),
                table.table(3),
                rounded(),
                source);
    }

    // Which numbers are rounded: a release has numbers of sessions as counted.
    private List<String> rounded() {
        var counted = report.rows().stream()
                .filter(row -> row.participants() != null && row.participants().best() != null)
                .toList();
        var rounded = counted.stream()
                .filter(row -> isRounded(row.participants()))
                .map(this::name)
                .toList();
        var areAll = rounded.size() == counted.size() && !rounded.isEmpty();
        var names = Stream.of(
                        areAll ? Stream.of(words.of("review.trainings.each")) : rounded.stream(),
                        report.totals().stream()
                                .filter(row -> isRounded(row.participants()))
                                .limit(1)
                                .map(row -> words.of("review.total")))
                .flatMap(part -> part)
                .toList();
        return names.isEmpty() ? List.of() : List.of(words.of("review.trainings.rounded", Text.all(names)));
    }

    private static boolean isRounded(ReportedQuantity count) {
        return count != null && count.disclosure() == CountDisclosure.ROUNDED_5;
    }

    private static Range range(TrainingAnswer.Rating rating) {
        return rating == null ? null : new Range(rating.mean(), rating.meanLowest(), rating.meanHighest());
    }

    private String rating(TrainingAnswer.Rating rating) {
        return range(rating).shown(words);
    }

    private Drawing sessions(List<Type> types, PictureSize size) {
        var width = size.width();
        var isWide = size.isWide();
        var left = 40.0;
        var across = Scale.upTo(axes.sessions(), 0, width - left - 3 * axes.types());
        var up = Scale.upTo(axes.perSession(), 258, 40);
        var names = types.stream()
                .map(type -> isWide
                        ? Drawing.wrapped(type.name(), Math.max(4, (int) (across.length(type.sessions()) / 7)), 4)
                        : Drawing.wrapped(type.name(), size.letters() - 8, 2))
                .toList();
        var most = names.stream().mapToInt(List::size).max().orElse(1);
        var all = names.stream().mapToInt(List::size).sum();
        var drawing = new Drawing(width, isWide ? 292 + 16 * most : 296 + 6 * types.size() + 16 * all);
        var listed = 304.0;
        drawing.text(0, 12, "s", words.of("review.trainings.axis"));
        for (var tick : up.ticks()) {
            drawing.line(left, up.at(tick), width, up.at(tick), tick == 0 ? "axis" : "grid")
                    .text(left - 8, up.at(tick) + 4, "s e", words.decimal(tick, tick % 1 == 0 ? 0 : 1));
        }
        report.totals().stream()
                .filter(row -> row.participants() != null)
                .findFirst()
                .ifPresent(row -> total(drawing, width, row.participants()));
        var x = left + 2;
        var largest = types.stream().mapToDouble(Type::perSession).max().orElse(0);
        for (var i = 0; i < types.size(); i++) {
            var type = types.get(i);
            var wide = Math.max(2, across.length(type.sessions()));
            var top = up.at(type.perSession());
            var at = x;
            var style = type.perSession() == largest ? "second-fill" : "first-fill";
            drawing.mark(
                    words.of(
                            "review.mark.training",
                            type.name(),
                            words.number(type.sessions()),
                            words.reading(type.participants()),
                            perSession(type)),
                    mark -> mark.rect(at, top, wide, up.start() - top, style));
            drawing.text(x + wide / 2, top - 6, "b m", words.shortQuantity(type.participants()));
            var of = words.number(type.sessions()) + " × " + perSession(type);
            if (isWide) {
                var below = drawing.lines(x + wide / 2, 278, 16, "t m", names.get(i));
                drawing.text(x + wide / 2, below, "s m", of);
            } else {
                drawing.text(x + wide / 2, 276, "s m", String.valueOf(i + 1))
                        .text(width - 2.0, listed, "s e", of)
                        .text(0, listed, "t", (i + 1) + ".");
                listed = drawing.lines(20, listed, 16, "t", names.get(i)) + 6;
            }
            x += wide + 3;
        }
        return drawing;
    }

    // A mean of a number that is not known exactly is no finer than whole participants.
    private String perSession(Type type) {
        var mean = type.participants().toDerived().over(DerivedQuantity.exactly(BigDecimal.valueOf(type.sessions())));
        var isExact = mean.kind() == DerivedKind.EXACT;
        return words.derived(mean, number -> words.decimal(number, decimals(number, isExact)));
    }

    private static int decimals(BigDecimal number, boolean isExact) {
        if (isExact) {
            return number.stripTrailingZeros().scale() <= 0 ? 0 : 1;
        }
        return number.compareTo(BigDecimal.ONE) < 0 ? 1 : 0;
    }

    private void total(Drawing drawing, double width, ReportedQuantity participants) {
        var said = PageWords.capital(words.of("review.total")) + ": " + words.shortQuantity(participants);
        drawing.text(width, 12, "b e", said).spotBefore(FindingMarks.WHOLE, width - 8 - 6.8 * said.length(), 1);
    }

    /** What participants gave, as a range where the source gives a range. */
    Picture rating() {
        var rated = report.rows().stream()
                .filter(row -> row.rating() != null
                        && (row.rating().mean() != null
                                || row.rating().meanLowest() != null
                                        && row.rating().meanHighest() != null))
                .toList();
        var title = words.of("review.rating.title");
        if (rated.isEmpty()) {
            return Picture.without("rating", title, words.of("review.absent.no-rating"));
        }
        return new Picture(
                        "rating",
                        title,
                        words.of("review.rating.subtitle"),
                        words.of(
                                "review.rating.description",
                                Text.all(rated.stream()
                                        .map(row -> name(row) + ": " + rating(row.rating()))
                                        .toList())),
                        size -> rating(rated, size),
                        ratingTable(rated),
                        List.of(),
                        source)
                .from(rated.stream()
                        .map(row -> row.rating().source())
                        .filter(Objects::nonNull)
                        .toList());
    }

    private Table ratingTable(List<TrainingReport.Row> rated) {
        var table = new TableBuilder(words)
                .text(words.of("review.training-type"))
                .range(words.of("review.rating"))
                .number(words.of("review.answers"))
                .text(words.of("review.source"));
        rated.forEach(row -> table.row(
                name(row), range(row.rating()), row.rating().n(), row.rating().source()));
        return table.table(0);
    }

    private Drawing rating(List<TrainingReport.Row> rated, PictureSize size) {
        var width = size.width();
        var drawing = new Drawing(width, 62 * rated.size() + 8);
        var scale = new Scale(1, 10, 14, width - 14, false);
        for (var i = 0; i < rated.size(); i++) {
            var row = rated.get(i);
            var y = 62.0 * i + 34;
            drawing.text(0, y - 20, "s", MoneyPictures.shortened(name(row), size.letters() - 14))
                    .line(scale.start(), y, scale.end(), y, "axis");
            for (var mark = 1; mark <= 10; mark++) {
                drawing.line(scale.at(mark), y - 3, scale.at(mark), y + 3, "axis")
                        .text(scale.at(mark), y + 20, "s m", String.valueOf(mark));
            }
            var rating = row.rating();
            var kind = words.of(rating.mean() != null ? "review.kind.exact" : "review.mark.range");
            drawing.mark(name(row) + ": " + rating(rating) + " (" + kind + ")", mark -> mark(mark, rating, scale, y));
        }
        return drawing;
    }

    private void mark(Drawing drawing, TrainingAnswer.Rating rating, Scale scale, double y) {
        if (rating.mean() != null) {
            drawing.circle(scale.at(rating.mean().doubleValue()), y, 6, "first-fill")
                    .text(scale.at(rating.mean().doubleValue()), y - 12, "b m", rating(rating));
            return;
        }
        var from = scale.at(number(rating.meanLowest()));
        var to = scale.at(number(rating.meanHighest()));
        drawing.line(from, y, to, y, "range")
                .line(from, y - 8, from, y + 8, "cap")
                .line(to, y - 8, to, y + 8, "cap")
                .text((from + to) / 2, y - 13, "b m", rating(rating));
    }

    private static double number(BigDecimal rating) {
        return Objects.requireNonNull(rating).doubleValue();
    }
}
