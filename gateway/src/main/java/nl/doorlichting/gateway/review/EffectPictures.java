package nl.doorlichting.gateway.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.EffectAnswer;
import nl.doorlichting.domain.vocabulary.Verdict;
import nl.doorlichting.gateway.reports.effects.EffectReport;
import nl.doorlichting.gateway.review.Drawing.Hatch;
import nl.doorlichting.gateway.review.Picture.Table;
import nl.doorlichting.gateway.review.ReviewFigures.Place;
import nl.doorlichting.gateway.review.TableBuilder.Quoted;
import nl.doorlichting.platform.texts.Text;

/** Verdicts against their evidence, what was measured at all, and whether it lasts. Unknown is never 0. */
final class EffectPictures {
    private static final int LEVELS = 5;
    private static final int MOST_DOTS = 60;
    private static final int MOST_NAMES = 12;
    private static final int DOT = 22;
    private static final int LEFT_OF_DOTS = 21;

    private final EffectReport report;
    private final List<Judged> judged;
    private final List<Numbered> numbered;
    private final EffectAnswer.Figures total;
    private final PageWords words;
    private final String source;
    private final Axes axes;

    /**
     * @param judged verdicts with the projects that they are of, as far as they are known
     * @param axes what goes on the axes, so that programmes beside each other share them
     */
    EffectPictures(EffectReport report, List<Judged> judged, PageWords words, String source, Axes axes) {
        this.axes = axes;
        this.report = report;
        this.judged = List.copyOf(judged);
        this.total = total(report);
        this.numbered = total == null ? List.of() : numbered();
        this.words = words;
        this.source = source;
    }

    /**
     * The verdict on a project.
     *
     * @param level evidence level; null where none is stated
     * @param isLevelKnown whether the source says the level, or that there is none
     */
    record Judged(String project, Verdict verdict, Integer level, boolean isLevelKnown) {}

    /** A dot with the project that it is of. */
    private record Numbered(int number, String project, Verdict verdict, Integer level) {
        boolean isAt(Verdict row, Integer column) {
            return verdict == row && Objects.equals(level, column);
        }
    }

    /**
     * What goes on the axes.
     *
     * @param projects the number of projects that are squares
     * @param embedded the number of subjects with a status of embedding
     */
    record Axes(long projects, long embedded) {
        static final Axes NONE = new Axes(0, 0);

        /** Those of one programme; the report can be null. */
        static Axes of(EffectReport report) {
            var total = report == null ? null : total(report);
            if (total == null) {
                return NONE;
            }
            var counted = report.tallies().stream()
                    .mapToLong(EffectAnswer.Tally::projects)
                    .max()
                    .orElse(0);
            return new Axes(Math.max(counted, total.projects().count()), subjects(total.embedding()));
        }

        Axes and(Axes other) {
            return new Axes(Math.max(projects, other.projects), Math.max(embedded, other.embedded));
        }
    }

    private static long subjects(EffectAnswer.Embedding embedding) {
        return embedding.secured() + embedding.partlySecured() + embedding.notSecured() + embedding.unknown();
    }

    /** What inventories have in all; null where they have nothing. */
    static EffectAnswer.Figures total(EffectReport report) {
        return report.totals().stream()
                .map(EffectReport.Row::inventories)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** All verdicts with this one. */
    static long count(EffectAnswer.Figures figures, Verdict verdict) {
        return figures.verdicts().stream()
                .filter(row -> row.verdict() == verdict)
                .mapToLong(EffectAnswer.Verdicts::count)
                .sum();
    }

    /** All verdicts, those that judge nothing left out. */
    static long judged(EffectAnswer.Figures figures) {
        return figures.verdicts().stream()
                .filter(row -> row.verdict() != Verdict.NOT_ASSESSED)
                .mapToLong(EffectAnswer.Verdicts::count)
                .sum();
    }

    /** How many have a level of evidence that is lower than the one they need. */
    static long lackingEvidence(EffectAnswer.Figures figures) {
        return figures.verdicts().stream()
                .filter(row -> row.evidenceLevel() != null && row.aboveEvidence())
                .mapToLong(EffectAnswer.Verdicts::count)
                .sum();
    }

    /** How many need evidence and have a level that is not known, so that it cannot be told whether they lack it. */
    static long untold(EffectAnswer.Figures figures) {
        return figures.verdicts().stream()
                .filter(EffectPictures::isUntold)
                .mapToLong(EffectAnswer.Verdicts::count)
                .sum();
    }

    private static boolean isUntold(EffectAnswer.Verdicts row) {
        return row.evidenceLevel() == null && row.verdict().neededEvidence() > 0;
    }

    Picture verdicts() {
        var title = words.of("review.verdicts.title");
        if (total == null || judged(total) == 0) {
            return Picture.without("verdicts", title, words.of("review.absent.nothing"));
        }
        var lacking = lackingEvidence(total);
        var untold = untold(total);
        var unknown = total.verdicts().stream()
                .filter(row -> row.verdict() != Verdict.NOT_ASSESSED && row.evidenceLevel() == null)
                .mapToLong(EffectAnswer.Verdicts::count)
                .sum();
        var effective = judged.stream()
                .filter(one -> one.verdict() == Verdict.EFFECTIVE)
                .map(one -> words.quoted(one.project(), PrintedPicture.LANGUAGE_OF_PRINT))
                .distinct()
                .toList();
        return new Picture(
                        "verdicts",
                        title,
                        words.of("review.verdicts.subtitle"),
                        words.of(
                                "review.verdicts.description",
                                words.number(judged(total)),
                                words.number(count(total, Verdict.EFFECTIVE)),
                                words.number(unknown),
                                judged(total)),
                        this::verdicts,
                        numbered.isEmpty() ? verdictTable() : numberedTable(),
                        Stream.of(
                                        effective.isEmpty() || effective.size() > MOST_NAMES || !numbered.isEmpty()
                                                ? null
                                                : words.of("review.verdicts.effective", Text.all(effective)),
                                        words.of(
                                                "review.verdicts.levels",
                                                Text.all(Stream.of(Verdict.values())
                                                        .filter(verdict -> verdict.neededEvidence() > 0)
                                                        .map(verdict -> words.label("verdicts", verdict) + " "
                                                                + needed(verdict))
                                                        .toList())),
                                        lacking == 0
                                                ? null
                                                : words.of("review.verdicts.above", words.number(lacking), lacking),
                                        untold == 0
                                                ? null
                                                : words.of("review.verdicts.untold", words.number(untold), untold))
                                .filter(Objects::nonNull)
                                .toList(),
                        source)
                .named(numbered.stream().map(Numbered::project).toList());
    }

    /**
     * Each dot with its project; none where some of them are not known. A source without levels says where the verdicts of one
     * kind are as long as all of them are at one level.
     */
    private List<Numbered> numbered() {
        var found = new ArrayList<Numbered>();
        for (var verdict : shown()) {
            for (var level : levels()) {
                var number = number(verdict, level);
                var areAllHere = number == count(total, verdict);
                var here = judged.stream()
                        .filter(one -> one.verdict() == verdict)
                        .filter(one -> one.isLevelKnown() ? Objects.equals(one.level(), level) : areAllHere)
                        .toList();
                if (number > 0 && here.size() != number || found.size() + number > MOST_DOTS) {
                    return List.of();
                }
                if (number > 0) {
                    here.forEach(one -> found.add(new Numbered(found.size() + 1, one.project(), verdict, level)));
                }
            }
        }
        return found;
    }

    private static List<Verdict> shown() {
        return Stream.of(Verdict.values())
                .filter(verdict -> verdict != Verdict.NOT_ASSESSED)
                .toList();
    }

    /** All levels; first null, for none that is stated. */
    private static List<Integer> levels() {
        return Stream.concat(
                        Stream.of((Integer) null), IntStream.range(0, LEVELS).boxed())
                .toList();
    }

    /** The dots in the order of their numbers. */
    private Table numberedTable() {
        var table = new TableBuilder(words)
                .text(words.of("review.findings.number"))
                .quoted(words.of("review.project"))
                .text(words.of("review.verdict"))
                .text(words.of("review.evidence-level"));
        needed(table).text(words.of("review.above-evidence"));
        numbered.forEach(dot -> table.row(
                String.valueOf(dot.number()),
                new Quoted(dot.project(), PrintedPicture.LANGUAGE_OF_PRINT),
                words.label("verdicts", dot.verdict()),
                dot.level() == null ? words.of("review.unknown") : String.valueOf(dot.level()),
                dot.verdict(),
                aboveEvidence(dot.verdict(), dot.level())));
        return table.table(0);
    }

    /** The level that a verdict needs, in words. */
    private String needed(Verdict verdict) {
        return verdict.neededEvidence() == 0
                ? words.of("review.verdicts.needs-none")
                : words.of("review.verdicts.needs", verdict.neededEvidence());
    }

    private Table verdictTable() {
        var table = new TableBuilder(words)
                .text(words.of("review.verdict"))
                .text(words.of("review.concerns"))
                .text(words.of("review.evidence-level"));
        needed(table).number(words.of("review.number")).text(words.of("review.above-evidence"));
        total.verdicts()
                .forEach(row -> table.row(
                        words.label("verdicts", row.verdict()),
                        words.label("judgement-concerns", row.concerns()),
                        row.evidenceLevel() == null ? words.of("review.unknown") : row.evidenceLevel(),
                        row.verdict(),
                        row.count(),
                        aboveEvidence(row.verdict(), row.evidenceLevel())));
        return table.table(0);
    }

    private TableBuilder needed(TableBuilder table) {
        return table.column(
                words.of("review.needed-level"),
                List.of(words.of("review.needed-level")),
                verdict -> needed((Verdict) verdict),
                verdict -> List.of(
                        ((Verdict) verdict).neededEvidence() == 0
                                ? ""
                                : String.valueOf(((Verdict) verdict).neededEvidence())));
    }

    private String aboveEvidence(Verdict verdict, Integer level) {
        if (level == null && verdict.neededEvidence() > 0) {
            return words.of("review.unknown");
        }
        return words.of(level != null && level < verdict.neededEvidence() ? "review.yes" : "review.no");
    }

    private Drawing verdicts(PictureSize size) {
        var rows = shown();
        var width = size.width();
        var isWide = size.isWide();
        var left = isWide ? 170.0 : 0.0;
        var unknown = size.isNarrow() ? 106.0 : 132.0;
        var each = (width - left - unknown) / LEVELS;
        // A narrow drawing has the name above its row.
        var above = isWide ? 0 : 20;
        var heights = rows.stream()
                .map(verdict -> above
                        + Math.max(
                                high(number(verdict, null), unknown - 4),
                                IntStream.range(0, LEVELS)
                                        .map(level -> high(number(verdict, level), each - 4))
                                        .max()
                                        .orElse(0)))
                .toList();
        var height = heights.stream().mapToInt(Integer::intValue).sum() + 4 * rows.size();
        var drawing = new Drawing(width, 50 + height);
        drawing.text(left + unknown / 2, 34, "s m", words.of("review.unknown"))
                .text(left + unknown + 4, 14, "s", words.of("review.evidence-level") + " →");
        for (var level = 0; level < LEVELS; level++) {
            drawing.text(left + unknown + each * (level + 0.5), 34, "s m", String.valueOf(level));
        }
        var y = 44.0;
        for (var i = 0; i < rows.size(); i++) {
            var verdict = rows.get(i);
            var high = heights.get(i) - above;
            var name = MoneyPictures.shortened(words.label("verdicts", verdict), isWide ? 22 : size.letters() - 6);
            var base = isWide ? y + high / 2.0 + 4 : y + 14;
            var length = 7.2 * name.length();
            drawing.text(isWide ? left - 8 : 0, base, isWide ? "t e" : "t", name)
                    .spot(
                            verdict.name(),
                            words.label("verdicts", verdict),
                            isWide ? left - 48 - length : length + 12,
                            base - 12);
            needed(drawing, verdict, left + unknown, each, y + above, high);
            cell(drawing, verdict, null, left, y + above, unknown - 4, high);
            for (var level = 0; level < LEVELS; level++) {
                cell(drawing, verdict, level, left + unknown + each * level, y + above, each - 4, high);
            }
            y += heights.get(i) + 4;
        }
        return drawing;
    }

    /** The levels that a verdict needs, behind its dots; words where no dot is. */
    private void needed(Drawing drawing, Verdict verdict, double left, double each, double y, double high) {
        var needed = verdict.neededEvidence();
        if (needed == 0) {
            return;
        }
        IntStream.range(0, LEVELS)
                .forEach(level -> drawing.rect(
                        left + each * level, y, each - 4, high, level < needed ? "tint-fill" : "needed-fill"));
        if (IntStream.range(needed, LEVELS).allMatch(level -> number(verdict, level) == 0)) {
            drawing.text(
                    left + each * (needed + LEVELS) / 2 - 2,
                    y + high / 2 + 4,
                    "s m",
                    words.of("review.verdicts.needed"));
        }
    }

    private long number(Verdict verdict, Integer level) {
        return total.verdicts().stream()
                .filter(row -> row.verdict() == verdict && Objects.equals(row.evidenceLevel(), level))
                .mapToLong(EffectAnswer.Verdicts::count)
                .sum();
    }

    // How many dots stand beside each other in a cell, right of its number.
    private static int perRow(double wide) {
        return (int) Math.max(1, (wide - LEFT_OF_DOTS) / DOT);
    }

    private static int high(long number, double wide) {
        var lines = number > MOST_DOTS ? 1 : ((int) number + perRow(wide) - 1) / perRow(wide);
        return Math.max(30, 8 + DOT * lines);
    }

    private void cell(Drawing drawing, Verdict verdict, Integer level, double x, double y, double wide, double high) {
        var number = number(verdict, level);
        if (number == 0) {
            if (level == null || verdict.neededEvidence() == 0) {
                drawing.rect(x, y, wide, high, level == null ? "slot tint-fill" : "tint-fill");
            }
            return;
        }
        var here = numbered.stream().filter(dot -> dot.isAt(verdict, level)).toList();
        if (here.isEmpty()) {
            drawing.mark(
                    words.of(
                            "review.mark.verdict",
                            words.label("verdicts", verdict),
                            level == null ? words.of("review.unknown") : String.valueOf(level),
                            words.number(number)),
                    mark -> dots(mark, verdict, level, x, y, wide, high));
            return;
        }
        drawing.rect(x, y, wide, high, paper(verdict, level));
        var perRow = perRow(wide);
        for (var i = 0; i < here.size(); i++) {
            var dot = here.get(i);
            var reading = words.of(
                    "review.mark.judged",
                    dot.number(),
                    words.quoted(dot.project(), PrintedPicture.LANGUAGE_OF_PRINT),
                    words.label("verdicts", verdict),
                    level == null ? words.of("review.unknown") : String.valueOf(level));
            var atX = x + 16 + DOT * (i % perRow);
            var atY = y + 15 + DOT * (i / perRow);
            drawing.mark(
                    reading,
                    mark -> mark.numbered(
                            dot.number(), atX, atY, 9.5, dot(verdict), "dot m " + onDot(verdict), reading));
        }
    }

    private static String dot(Verdict verdict) {
        return verdict == Verdict.EFFECTIVE ? "first-fill" : verdict == Verdict.PROMISING ? "second-fill" : "ring";
    }

    private static String onDot(Verdict verdict) {
        return verdict == Verdict.EFFECTIVE ? "on-first" : verdict == Verdict.PROMISING ? "on-second" : "ink";
    }

    private static String paper(Verdict verdict, Integer level) {
        if (level == null) {
            return "slot tint-fill";
        }
        return verdict.neededEvidence() > 0 && level >= verdict.neededEvidence() ? "needed-fill" : "tint-fill";
    }

    private void dots(Drawing drawing, Verdict verdict, Integer level, double x, double y, double wide, double high) {
        var number = number(verdict, level);
        var perRow = perRow(wide);
        drawing.rect(x, y, wide, high, paper(verdict, level));
        if (number > MOST_DOTS) {
            drawing.text(x + wide / 2, y + high / 2 + 4, "b m", words.number(number));
            return;
        }
        drawing.text(x + LEFT_OF_DOTS - 2, y + 20, "b e", words.number(number));
        for (var i = 0; i < number; i++) {
            drawing.circle(x + LEFT_OF_DOTS + 11 + DOT * (i % perRow), y + 15 + DOT * (i / perRow), 8, dot(verdict));
        }
    }

    /** Of how many projects something is recorded: a filled square is yes, an empty one no, a dotted one not known. */
    Picture coverage() {
        var title = words.of("review.coverage.title");
        if (total == null || total.projects().count() == 0) {
            return Picture.without("coverage", title, words.of("review.absent.nothing"));
        }
        var projects = total.projects();
        // On one scale, because the recorded projects are few of those that the source counts.
        var shares = Stream.concat(
                        report.tallies().stream().map(this::share),
                        Stream.of(
                                share("review.coverage.report", projects.withReport()),
                                share("review.coverage.baseline", projects.withBaseline()),
                                share("review.coverage.self", projects.withSelfEvaluation()),
                                share("review.coverage.independent", projects.withIndependentEvaluation())))
                .toList();
        return new Picture(
                        "coverage",
                        title,
                        words.of(
                                report.tallies().isEmpty()
                                        ? "review.coverage.subtitle"
                                        : "review.coverage.subtitle.counted",
                                words.number(projects.count()),
                                projects.count()),
                        words.of(
                                "review.coverage.description",
                                Text.all(shares.stream()
                                        .map(share -> share.name() + ": " + share.said())
                                        .toList())),
                        size -> coverage(shares, size),
                        coverageTable(shares),
                        report.tallies().stream()
                                .map(tally -> words.of(
                                        "review.coverage.tally",
                                        words.number(tally.projects()),
                                        words.number(tally.reports()),
                                        tally.source(),
                                        tally.projects(),
                                        tally.reports()))
                                .toList(),
                        source)
                .from(report.tallies().stream().map(EffectAnswer.Tally::source).toList());
    }

    private Table coverageTable(List<Share> shares) {
        var table = new TableBuilder(words)
                .text(words.of("review.coverage.what"))
                .number(words.of("review.yes"))
                .number(words.of("review.no"))
                .number(words.of("review.unknown"))
                .number(words.of("review.coverage.of"));
        shares.forEach(share -> table.row(share.name(), share.yes(), share.no(), share.unknown(), share.outOf()));
        return table.table(4);
    }

    /**
     * Of how many projects something is known.
     *
     * @param said the same in words
     */
    private record Share(String name, long yes, long unknown, long outOf, String said) {
        long no() {
            return outOf - unknown - yes;
        }
    }

    private Share share(String name, EffectAnswer.Share share) {
        return new Share(
                words.of(name), share.count() == null ? 0 : share.count(), share.unknown(), share.outOf(), said(share));
    }

    // All that the source counts are described: it counts them in their reports.
    private Share share(EffectAnswer.Tally tally) {
        return new Share(
                words.of("review.coverage.counted"),
                tally.projects(),
                0,
                tally.projects(),
                words.of(
                        "review.coverage.said-in-reports",
                        words.number(tally.projects()),
                        words.number(tally.reports()),
                        tally.reports()));
    }

    private String said(EffectAnswer.Share share) {
        if (share.count() == null) {
            return words.of("review.unknown");
        }
        return share.unknown() == 0
                ? words.of("review.coverage.said-of-all", words.number(share.count()), words.number(share.outOf()))
                : words.of(
                        "review.coverage.said",
                        words.number(share.count()),
                        words.number(share.outOf() - share.unknown()),
                        words.number(share.unknown()));
    }

    private Drawing coverage(List<Share> shares, PictureSize size) {
        var width = size.width();
        var isWide = !size.isNarrow();
        // A narrow drawing has no room for both in one line.
        var below = isWide ? 0 : 17;
        var high = 50 + below;
        var drawing = new Drawing(width, high * shares.size());
        for (var i = 0; i < shares.size(); i++) {
            var share = shares.get(i);
            var y = (double) high * i;
            drawing.text(0, y + 14, "b", share.name())
                    .text(isWide ? width - 2 : 0, y + 14 + below, isWide ? "s e" : "s", share.said());
            drawing.mark(share.name() + ": " + share.said(), mark -> squares(mark, share, y + below, width));
        }
        return drawing;
    }

    private void squares(Drawing drawing, Share share, double y, int width) {
        var all = share.outOf();
        var most = Math.max(all, axes.projects());
        var side = Math.min(18.0, (double) width / Math.max(1, most));
        // Smaller squares are not told apart.
        if (side < 6) {
            var scale = Scale.upTo(most, 0, width - 2);
            drawing.rect(0, y + 22, scale.length(share.yes()), 14, "first-fill")
                    .rect(scale.length(share.yes()), y + 22, scale.length(share.no()), 14, "outline")
                    .hatched(
                            scale.length(share.yes() + share.no()),
                            y + 22,
                            scale.length(share.unknown()),
                            14,
                            Hatch.UNKNOWN);
            return;
        }
        for (var square = 0; square < all; square++) {
            drawing.rect(
                    square * side + 1,
                    y + 23,
                    side - 3,
                    side - 3,
                    square < share.yes() ? "first-fill" : square < share.yes() + share.no() ? "outline" : "slot small");
        }
    }

    /** Whether the results of projects will last, as it was last stated. */
    Picture embedding() {
        var title = words.of("review.embedding.title");
        if (total == null) {
            return Picture.without("embedding", title, words.of("review.absent.nothing"));
        }
        var embedding = total.embedding();
        var statuses = List.of(
                new Status("SECURED", embedding.secured(), "first-fill"),
                new Status("PARTLY_SECURED", embedding.partlySecured(), "hatch"),
                new Status("NOT_SECURED", embedding.notSecured(), "outline"),
                new Status("UNKNOWN", embedding.unknown(), "slot"));
        if (subjects(embedding) == 0) {
            return Picture.without("embedding", title, words.of("review.absent.nothing"));
        }
        return new Picture(
                "embedding",
                title,
                words.of("review.embedding.subtitle"),
                words.of(
                        "review.embedding.description",
                        Text.all(statuses.stream()
                                .map(status -> words.label("embedding-statuses", status.code()) + ": "
                                        + words.number(status.number()))
                                .toList())),
                size -> embedding(statuses, size),
                embeddingTable(statuses),
                embedding.stale() == 0
                        ? List.of()
                        : List.of(
                                words.of("review.embedding.stale", words.number(embedding.stale()), embedding.stale())),
                source);
    }

    private Table embeddingTable(List<Status> statuses) {
        var table = new TableBuilder(words).text(words.of("review.status")).number(words.of("review.number"));
        statuses.forEach(status -> table.row(words.label("embedding-statuses", status.code()), status.number()));
        return table.table(1);
    }

    private record Status(String code, long number, String style) {}

    private Drawing embedding(List<Status> statuses, PictureSize size) {
        var width = size.width();
        var isWide = !size.isNarrow();
        var left = isWide ? 190.0 : 0.0;
        var high = isWide ? 40 : 56;
        var drawing = new Drawing(width, high * statuses.size());
        var scale = Scale.upTo(axes.embedded(), 0, width - left - 50);
        for (var i = 0; i < statuses.size(); i++) {
            var status = statuses.get(i);
            var y = (double) high * i + (isWide ? 4 : 22);
            var length = scale.length(status.number());
            drawing.text(
                    0,
                    isWide ? y + 19 : y - 6,
                    "t",
                    PageWords.capital(words.label("embedding-statuses", status.code())));
            drawing.mark(
                    words.label("embedding-statuses", status.code()) + ": " + words.number(status.number()), mark -> {
                        // As in the picture of moments.
                        if (status.style().equals("hatch")) {
                            mark.hatched(left, y, length, 28, Hatch.REALLOCATED);
                        } else {
                            mark.rect(left, y, length, 28, status.style());
                        }
                    });
            drawing.text(left + length + 8, y + 19, "b", words.number(status.number()));
        }
        return drawing;
    }

    /** Where the reported projects are, on the map of a day; a place that is not marked is not known not to take part. */
    static Picture places(List<Place> places, BoundaryMap map, PageWords words, String source) {
        var title = words.of("review.map.title");
        var marked = places.stream()
                .filter(place -> map.has(place.code()))
                .map(place -> {
                    var name = name(place, map);
                    return new BoundaryMap.Marked(
                            place.code(),
                            name,
                            place.projects(),
                            fill(place),
                            verdictsOf(place, words),
                            words.of(
                                    "review.mark.place",
                                    name,
                                    words.number(place.projects()),
                                    verdictsOf(place, words)));
                })
                .toList();
        if (marked.isEmpty()) {
            return Picture.without("map", title, words.of("review.absent.no-place"));
        }
        var became = places.stream()
                .flatMap(place -> became(place, marked, map, words).stream())
                .findFirst()
                .orElse(null);
        return new Picture(
                "map",
                title,
                words.of("review.map.subtitle", String.valueOf(map.year())),
                words.of(
                        "review.map.description",
                        words.number(marked.size()),
                        Text.all(marked.stream()
                                .map(place -> place.label() + ": " + place.verdicts())
                                .toList()),
                        marked.size()),
                size -> map.draw(marked, key(marked, words), became, size),
                placeTable(marked, words),
                List.of(words.of("review.map.blank"), words.of("review.map.source")),
                source);
    }

    private static String fill(Place place) {
        if (place.verdicts().contains(Verdict.EFFECTIVE)) {
            return "first-fill";
        }
        return place.verdicts().contains(Verdict.PROMISING) ? "second-fill" : "moved-fill";
    }

    // Of the colours that are there. A colour has another name in a dark page, so that words cannot say which it is.
    private static List<BoundaryMap.Swatch> key(List<BoundaryMap.Marked> marked, PageWords words) {
        return Stream.of(
                        new BoundaryMap.Swatch("first-fill", words.label("verdicts", Verdict.EFFECTIVE)),
                        new BoundaryMap.Swatch("second-fill", words.label("verdicts", Verdict.PROMISING)),
                        new BoundaryMap.Swatch("moved-fill", words.of("review.map.other")))
                .filter(swatch ->
                        marked.stream().anyMatch(place -> place.style().equals(swatch.style())))
                .toList();
    }

    // What projects are recorded of stands behind what it became.
    private static String name(Place place, BoundaryMap map) {
        var name = map.name(place.code());
        if (place.before() == null || place.before().recorded().isEmpty()) {
            return name;
        }
        var former = former(place);
        return name + " ("
                + place.before().recorded().stream().map(former::name).collect(Collectors.joining(", ")) + ")";
    }

    private static BoundaryMap former(Place place) {
        return BoundaryMap.of(place.before().until().minusDays(1));
    }

    /** How a municipality became of others while the programme ran; empty for any other, and without a map of both years. */
    private static Optional<BoundaryMap.Became> became(
            Place place, List<BoundaryMap.Marked> marked, BoundaryMap map, PageWords words) {
        if (place.before() == null || former(place).year() == map.year()) {
            return Optional.empty();
        }
        var others = place.before().municipalities().stream()
                .filter(former(place)::has)
                .toList();
        var year = place.before().until().getYear();
        return marked.stream()
                .filter(one -> one.code().equals(place.code()) && !others.isEmpty())
                .map(one -> new BoundaryMap.Became(
                        one,
                        former(place),
                        others,
                        place.before().recorded(),
                        List.of(
                                words.of("review.map.until", String.valueOf(year - 1)),
                                words.of("review.map.from", String.valueOf(year)),
                                words.of(
                                        "review.map.became",
                                        String.valueOf(year),
                                        words.number(others.size()),
                                        others.size()))))
                .findFirst();
    }

    private static Table placeTable(List<BoundaryMap.Marked> marked, PageWords words) {
        var table = new TableBuilder(words)
                .text(words.of("review.municipality"))
                .number(words.of("review.projects"))
                .text(words.of("review.verdict"));
        marked.forEach(
                place -> table.row(place.label() + " (" + place.code() + ")", place.projects(), place.verdicts()));
        return table.table(0);
    }

    private static String verdictsOf(Place place, PageWords words) {
        return place.verdicts().isEmpty()
                ? words.of("review.no-verdict")
                : place.verdicts().stream()
                        .map(verdict -> words.label("verdicts", verdict))
                        .collect(Collectors.joining(", "));
    }
}
