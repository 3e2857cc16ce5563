package nl.doorlichting.gateway.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.vocabulary.EmbeddingStatus;
import nl.doorlichting.gateway.clients.reporting.EmbeddingStatements;
import nl.doorlichting.gateway.clients.reporting.EmbeddingStatements.Statement;
import nl.doorlichting.gateway.review.Drawing.Hatch;
import nl.doorlichting.gateway.review.Picture.Table;
import nl.doorlichting.gateway.review.TableBuilder.Quoted;
import nl.doorlichting.platform.texts.Text;

/**
 * What was stated about each thing while the programme ran and after it, and whether that can still be relied on. No source
 * states since when something is embedded, so there are moments and no bars from one to the next.
 */
final class EmbeddingPicture {
    private static final String ID = "embedding-moments";
    private static final int MOST_THINGS = 30;
    private static final int HIGH = 26;

    private final List<Statement> statements;
    private final long leftOut;
    private final List<Thing> things;
    private final List<Moment> moments;
    private final PageWords words;
    private final String source;

    private EmbeddingPicture(EmbeddingStatements stated, Period programme, PageWords words, String source) {
        this.statements = stated.items().stream()
                .sorted(Comparator.comparing(Statement::statedOn))
                .toList();
        this.leftOut = stated.leftOut();
        this.things =
                statements.stream()
                        .collect(Collectors.groupingBy(Name::of, LinkedHashMap::new, Collectors.toList()))
                        .values()
                        .stream()
                        .map(Thing::of)
                        .toList();
        this.words = words;
        this.moments = moments(programme);
        this.source = source;
    }

    /** Two projects can have a subject of one name. */
    private record Name(UUID project, String subject) {
        static Name of(Statement statement) {
            return new Name(statement.projectId(), statement.subject());
        }
    }

    /** What statements are about, with all of them in order. */
    private record Thing(String subject, List<Statement> statements) {
        static Thing of(List<Statement> inOrder) {
            return new Thing(inOrder.get(inOrder.size() - 1).subject(), inOrder);
        }

        Statement latest() {
            return statements.get(statements.size() - 1);
        }

        /** The last one of a moment; null where nothing was stated then. */
        Statement at(Moment moment) {
            return statements.stream()
                    .filter(one -> moment.isOn(one.statedOn()))
                    .reduce(null, (earlier, later) -> later);
        }
    }

    /** Days that count as one. */
    private record Moment(String name, Predicate<LocalDate> days) {
        boolean isOn(LocalDate day) {
            return days.test(day);
        }
    }

    /** While the programme ran and after it; all days where it is not known how long that was. */
    private List<Moment> moments(Period programme) {
        if (programme == null) {
            return List.of(new Moment(words.of("review.moments.last"), day -> true));
        }
        return List.of(
                new Moment(
                        words.of(
                                "review.moments.during",
                                String.valueOf(programme.until().minusDays(1).getYear())),
                        day -> day.isBefore(programme.until())),
                new Moment(words.of("review.moments.after"), day -> !day.isBefore(programme.until())));
    }

    /** @param programme days of the programme; null where they are not known */
    static Picture of(EmbeddingStatements stated, Period programme, PageWords words, String source) {
        var title = words.of("review.moments.title");
        return stated.items().isEmpty()
                ? Picture.without(ID, title, words.of("review.absent.nothing"))
                : new EmbeddingPicture(stated, programme, words, source).picture(title);
    }

    private Picture picture(String title) {
        var notes = new ArrayList<>(List.of(words.of("review.moments.no-start")));
        if (things.size() > MOST_THINGS || things.stream().anyMatch(this::hasMore)) {
            notes.add(words.of("review.moments.more"));
        }
        if (leftOut > 0) {
            notes.add(words.of("review.moments.left-out", words.number(leftOut), leftOut));
        }
        if (things.stream().anyMatch(thing -> words.foreign(thing.latest().language()) != null)) {
            notes.add(words.of("review.moments.language"));
        }
        return new Picture(
                        ID,
                        title,
                        words.of("review.moments.subtitle"),
                        words.of(
                                "review.moments.description",
                                Text.all(things.stream()
                                        .map(thing ->
                                                quoted(thing) + ": " + reading(thing.latest()) + ", " + since(thing))
                                        .toList())),
                        this::draw,
                        table(),
                        notes,
                        source)
                .from(statements.stream()
                        .map(Statement::source)
                        .filter(Objects::nonNull)
                        .toList());
    }

    // Of a moment its last statement is drawn.
    private boolean hasMore(Thing thing) {
        return thing.statements().size()
                > moments.stream().map(thing::at).filter(Objects::nonNull).count();
    }

    private Table table() {
        var table = new TableBuilder(words)
                .quoted(words.of("review.moments.what"))
                .text(words.of("review.moments.day"))
                .text(words.of("review.status"))
                .text(words.of("review.moments.until"))
                .text(words.of("review.moments.since"))
                .text(words.of("review.source"));
        things.forEach(thing -> statements.stream()
                .filter(one -> Name.of(one).equals(Name.of(thing.latest())))
                .forEach(one -> table.row(
                        new Quoted(one.subject(), one.language()),
                        one.statedOn().toString(),
                        status(one),
                        one.until(),
                        one == thing.latest() ? since(thing) : null,
                        one.source())));
        return table.table(0);
    }

    private String quoted(Thing thing) {
        return words.quoted(thing.subject(), thing.latest().language());
    }

    private String status(Statement statement) {
        return words.label("embedding-statuses", statement.status());
    }

    private String reading(Statement statement) {
        return words.of("review.moments.stated", status(statement), statement.statedOn());
    }

    /** Whether the latest statement about a thing counts still. */
    private String since(Thing thing) {
        if (thing.latest().hasEnded()) {
            return words.of("review.moments.ended");
        }
        return words.of(thing.latest().isStale() ? "review.moments.not-known" : "review.moments.counts");
    }

    private Drawing draw(PictureSize size) {
        var width = size.width();
        var isWide = size.isWide();
        var left = isWide ? 190.0 : 0.0;
        var each = (width - left) / (moments.size() + 1);
        // A narrow drawing has the name above its row.
        var above = isWide ? 0 : 20;
        var high = above + HIGH + 10;
        var rows = things.subList(0, Math.min(things.size(), MOST_THINGS));
        var drawing = new Drawing(width, 26 + high * rows.size());
        for (var i = 0; i < moments.size(); i++) {
            drawing.text(left + each * i, 14, "b", moments.get(i).name());
        }
        drawing.text(left + each * moments.size(), 14, "b", words.of("review.moments.since"));
        for (var i = 0; i < rows.size(); i++) {
            var thing = rows.get(i);
            var y = 26.0 + high * i + above;
            var name = Drawing.wrapped(thing.subject(), isWide ? 26 : size.letters(), isWide ? 2 : 1);
            drawing.in(
                    words.foreign(thing.latest().language()),
                    subject -> subject.lines(0, isWide ? y + 25 - 8 * name.size() : y - 6, 15, "t", name));
            for (var column = 0; column < moments.size(); column++) {
                var x = left + each * column;
                var stated = thing.at(moments.get(column));
                if (stated == null) {
                    drawing.text(x + (each - 6) / 2, y + 17, "s m", words.of("review.moments.nothing"));
                    continue;
                }
                drawing.mark(
                        quoted(thing) + ": " + reading(stated),
                        mark -> box(mark, stated.status(), status(stated), x, y, each - 6));
            }
            var x = left + each * moments.size();
            drawing.spot(quoted(thing), width - 22, y + 4);
            drawing.mark(
                    quoted(thing) + ", " + words.of("review.moments.since") + ": " + since(thing),
                    mark -> since(mark, thing, x, y, each - 6));
        }
        return drawing;
    }

    /** Told apart by its pattern, also where its colour is not seen: full, hatched, empty, dashed. */
    private static void box(Drawing drawing, EmbeddingStatus status, String label, double x, double y, double wide) {
        var middle = x + wide / 2;
        switch (status) {
            case SECURED -> drawing.rect(x, y, wide, HIGH, "first-fill").text(middle, y + 17, "s m on-first", label);
            case PARTLY_SECURED ->
                drawing.hatched(x, y, wide, HIGH, Hatch.REALLOCATED)
                        .rect(middle - wide(label) / 2, y + 5, wide(label), HIGH - 10, "label")
                        .text(middle, y + 17, "s m moved", label);
            case NOT_SECURED -> drawing.rect(x, y, wide, HIGH, "outline").text(middle, y + 17, "s m ink", label);
            case UNKNOWN -> drawing.rect(x, y, wide, HIGH, "slot").text(middle, y + 17, "s m i", label);
        }
    }

    // What counts still is drawn as it was stated. Of the rest nothing is known, which is a line of dots and no box.
    private void since(Drawing drawing, Thing thing, double x, double y, double wide) {
        var latest = thing.latest();
        if (latest.hasEnded()) {
            drawing.rect(x, y, wide, HIGH, "slot").text(x + wide / 2, y + 17, "s m", since(thing));
            return;
        }
        if (!latest.isStale()) {
            box(drawing, latest.status(), status(latest), x, y, wide);
            return;
        }
        var dots = (wide - wide(since(thing))) / 2;
        drawing.line(x, y + 13, x + dots, y + 13, "dots")
                .text(x + wide / 2, y + 17, "s m", since(thing))
                .line(x + wide - dots, y + 13, x + wide, y + 13, "dots");
    }

    // About as wide as its words, with some room.
    private static double wide(String label) {
        return 8 + 6.6 * label.length();
    }
}
