package nl.doorlichting.gateway.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.NoteCode;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.releases.ReviewChapter;
import nl.doorlichting.domain.releases.ReviewPicture;
import nl.doorlichting.domain.vocabulary.Verdict;
import nl.doorlichting.gateway.claims.ClaimEvaluationResponse;
import nl.doorlichting.gateway.clients.reporting.EmbeddingStatements;
import nl.doorlichting.gateway.clients.reporting.PublishedReleases;
import nl.doorlichting.gateway.clients.reporting.PublishedTables;
import nl.doorlichting.gateway.dataquality.FindingKind;
import nl.doorlichting.gateway.dataquality.FindingSeverity;
import nl.doorlichting.gateway.dataquality.QualityFinding;
import nl.doorlichting.gateway.reports.ReportedQuantity;
import nl.doorlichting.gateway.reports.ReportedRelease;
import nl.doorlichting.gateway.reports.finances.FinanceReport;
import nl.doorlichting.gateway.review.Drawing.Hatch;
import nl.doorlichting.gateway.review.PageWords.MoneyUnit;
import nl.doorlichting.gateway.review.Picture.Table;
import nl.doorlichting.gateway.review.ReviewFigures.Absence;
import nl.doorlichting.gateway.review.ReviewFigures.Part;
import nl.doorlichting.platform.texts.Language;
import nl.doorlichting.platform.texts.Text;

/** What the template of the page shows: the answer first, then a chapter for each question, each picture of each programme. */
final class ReviewPage {
    private static final String REPORTS = "v1/reports/";
    private static final int PENNANTS = 12;
    private static final int MOST_AT_MARK = 2;
    private static final String FINDING = "finding-";
    private static final String ROW = "-row-";

    /** The pictures by their names in addresses, in the order of the page. */
    static final List<String> PICTURES =
            new ReviewPage(ReviewRequest.of(Map.of(), () -> Language.DUTCH), List.of()).drawn();

    private final ReviewRequest request;
    private final List<ReviewFigures> programmes;
    private final PageWords words;
    private final RecordTables records;
    private final Map<ReviewFigures, FindingMarks> findingMarks = new IdentityHashMap<>();
    private final Most most;
    private final Set<String> drawn = new LinkedHashSet<>();
    private final Set<String> defined = new HashSet<>();

    ReviewPage(ReviewRequest request, List<ReviewFigures> programmes) {
        this.request = request;
        this.programmes = List.copyOf(programmes);
        this.words = new PageWords(request.language());
        this.records = new RecordTables(words);
        this.programmes.forEach(figures -> findingMarks.put(figures, FindingMarks.of(figures)));
        this.most = programmes.stream().map(Most::of).reduce(Most.NONE, Most::and);
    }

    /**
     * One of the five numbers at the top.
     *
     * @param picture markup, which the template writes as it is: a drawing has escaped all that stands in it
     */
    public record KeyNumber(String number, String unit, String words, String picture) {}

    /** The numbers of one programme. */
    public record Answer(String programme, String status, List<KeyNumber> numbers) {}

    /**
     * A chapter: a question with its pictures.
     *
     * @param name its neutral name
     * @param passages its pictures, with what is said beside them; the first has the headline of the chapter
     */
    public record Chapter(String id, String name, List<Passage> passages) {
        List<Shown> pictures() {
            return passages.stream()
                    .flatMap(passage -> passage.pictures().stream())
                    .toList();
        }
    }

    /**
     * Pictures with what is said beside them.
     *
     * @param question the question of the chapter; null where the passage is not its first
     * @param title the headline of an editor; the name of the chapter where there is none
     * @param text what the editor says below it; null where nothing is said
     */
    public record Passage(String question, String title, String text, List<Shown> pictures) {}

    /**
     * A picture of one programme, or of each beside the others.
     *
     * @param csv address of the file of all together; null where there is one programme, or nothing to show
     * @param first the picture of the first programme that has one; null without the file
     */
    public record Shown(List<One> each, String csv, One first) {}

    /**
     * A picture of one programme.
     *
     * @param definitions what its drawings share and no picture before it has, as markup; empty without any
     * @param programme its name where there are several; null otherwise
     * @param flags findings about the picture as a whole
     * @param language of the title, where it is not that of the page; null otherwise
     * @param names what its numbered marks are of, in order
     * @param languageOfNames their language where it is not that of the page; null otherwise
     * @param notes sentences, as markup
     */
    public record One(
            String id,
            String definitions,
            String programme,
            String title,
            String language,
            String subtitle,
            String wide,
            String narrow,
            String absent,
            List<Flag> flags,
            List<String> names,
            String languageOfNames,
            List<String> notes,
            List<Cell> columns,
            List<List<Cell>> rows,
            Table table,
            boolean isTable,
            String csv,
            Source source) {}

    /**
     * Where the figures of a picture are from, for a reader.
     *
     * @param lines which lines of which documents print them; empty where there are none
     * @param all all of these lines, where they do not stand in lines; null otherwise
     * @param none why there are no lines; null where there are
     * @param figures which figures they are: of a release, or live
     * @param tables what the documents print
     * @param before address of the picture that has these tables too and has shown them; null for any other
     * @param nameBefore title of that picture
     * @param data address of the same figures for programs
     */
    public record Source(
            String lines,
            String all,
            String none,
            String figures,
            List<Printed> tables,
            String before,
            String nameBefore,
            String data) {}

    /**
     * A table as a document prints it.
     *
     * @param language of its title, where it is not that of the page; null otherwise
     * @param source its lines
     */
    public record Printed(String title, String language, String source, List<Cell> columns, List<PrintedRow> rows) {}

    /**
     * A row of it.
     *
     * @param language of the label, where it is not that of the page; null otherwise
     */
    public record PrintedRow(String label, String language, List<Cell> cells) {}

    /**
     * A finding about a picture, which leads to its row.
     *
     * @param drawing its mark, as markup
     */
    public record Flag(String address, String name, String drawing) {}

    /**
     * A cell of a table.
     *
     * @param id name of its row in addresses; null for a row without one
     * @param language its language where it is not that of the page; null otherwise
     */
    public record Cell(String id, String text, boolean isNumber, boolean isName, String language) {}

    /** A programme, a track or a target group that can be chosen. */
    public record Choice(String code, String name, boolean isChosen) {}

    /** A link of the page. */
    public record Link(String address, String name, boolean isHere, String language) {}

    // Of several programmes each would say something else, and none is said of a part.
    private Optional<PublishedReleases.Headline> edited(
            Function<ReviewFigures, Optional<PublishedReleases.Headline>> headline) {
        return programmes.isEmpty() || areSeveral() || isOfPart(programmes.get(0))
                ? Optional.empty()
                : headline.apply(programmes.get(0));
    }

    private boolean isOfPart(ReviewFigures figures) {
        return request.isOfPart() && (figures.release() == null || figures.areMixed());
    }

    private String headline(PublishedReleases.Headline headline) {
        return request.language() == Language.DUTCH ? headline.headlineDutch() : headline.headlineEnglish();
    }

    private String text(PublishedReleases.Headline headline) {
        return request.language() == Language.DUTCH ? headline.textDutch() : headline.textEnglish();
    }

    /** The headline of the page, and what an editor says below it; the names of the programmes where none is said. */
    public record Opening(String title, String lead, String about) {
        /** The title without a break between two years. */
        public String heading() {
            return title.replaceAll("(?<=[0-9])-(?=[0-9])", "\u2060-\u2060");
        }
    }

    Opening opening() {
        var names =
                String.join(" · ", programmes.stream().map(ReviewFigures::name).toList());
        if (programmes.isEmpty()) {
            return new Opening(words.of("review.title"), words.of("review.lead"), null);
        }
        var headline = edited(figures -> figures.headline(ReviewChapter.ANSWER));
        return headline.isEmpty()
                ? new Opening(names, words.of("review.lead"), null)
                : new Opening(
                        headline(headline.get()),
                        text(headline.get()) == null ? words.of("review.lead") : text(headline.get()),
                        names);
    }

    boolean areSeveral() {
        return programmes.size() > 1;
    }

    List<Answer> answers() {
        return programmes.stream()
                .map(figures -> new Answer(figures.name(), status(figures), keyNumbers(figures)))
                .toList();
    }

    private String status(ReviewFigures figures) {
        var release = figures.release();
        if (release == null) {
            if (figures.areNone()) {
                return words.of(figures.lackAnswers() ? "review.absent.unavailable" : "review.status.nothing");
            }
            var editors = !isOfPart(figures)
                    && figures.latest().isThere()
                    && !figures.latest().report().headlines().isEmpty();
            return editors
                    ? words.of(
                            "review.status.live-edited",
                            figures.latest().report().name())
                    : words.of("review.status.live");
        }
        if (figures.areMixed()) {
            return words.of("review.status.mixed", release.name());
        }
        return words.of(
                "review.status.released",
                release.name(),
                words.label("release-statuses", release.certainty()),
                release.publishedAt().toString().substring(0, 10));
    }

    private List<KeyNumber> keyNumbers(ReviewFigures figures) {
        return List.of(money(figures), reached(figures), verdicts(figures), measured(figures), found(figures));
    }

    private KeyNumber unknown(String about, Absence why) {
        return withoutNumber(about, absence(why));
    }

    private KeyNumber withoutNumber(String about, String why) {
        return new KeyNumber(
                "–",
                "",
                about + ": " + why,
                new Drawing(150, 14).rect(1, 1, 148, 12, "slot").decoration());
    }

    private KeyNumber money(ReviewFigures figures) {
        var report = figures.money().report();
        var total = report == null || report.rows().isEmpty()
                ? null
                : report.rows().get(0).total();
        if (total == null || total.disbursed() == null || total.budgeted() == null) {
            return unknown(words.of("review.key.money.what"), figures.money().absence());
        }
        var unit = MoneyUnit.of(MoneyPictures.largest(report));
        return new KeyNumber(
                total.disbursed().currency().getSymbol(Locale.GERMANY) + " " + words.amount(total.disbursed(), unit),
                unit == MoneyUnit.EURO ? "" : words.of(unit == MoneyUnit.MILLION ? "review.unit.m" : "review.unit.k"),
                Stream.of(
                                words.of("review.key.money", words.amount(total.budgeted(), unit), words.name(unit)),
                                moved(total, unit),
                                isOfPart(figures) && request.track() != null ? words.of("review.key.all-tracks") : null,
                                isOfPart(figures) && request.targetGroup() != null
                                        ? words.of("review.key.all-groups")
                                        : null)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("; ")),
                MoneyPictures.bar(total, most.total()).decoration());
    }

    // Where all that was not paid was moved, or none of it, the one number says the other.
    private String moved(FinanceReport.Total total, MoneyUnit unit) {
        return isAbove0(total.reallocated()) && isAbove0(total.left())
                ? words.of(
                        "review.key.money.left",
                        words.amount(total.reallocated(), unit),
                        words.amount(total.left(), unit))
                : null;
    }

    private static boolean isAbove0(Money money) {
        return money != null && euros(money) > 0;
    }

    private static double euros(Money money) {
        return money.amount().doubleValue();
    }

    private KeyNumber reached(ReviewFigures figures) {
        var what = words.of("review.key.reach.what");
        if (!figures.reach().isThere()) {
            return unknown(what, figures.reach().absence());
        }
        var reach = reach(figures, ReachPictures.Axes.NONE);
        var latest = reach.latest();
        if (latest == null || latest.getValue() == null) {
            return unknown(what, null);
        }
        var before = reach.before();
        if (latest.getValue().best() == null) {
            return withoutNumber(
                    what,
                    Stream.of(latest, before)
                            .filter(Objects::nonNull)
                            .map(this::ofPeriod)
                            .collect(Collectors.joining("; ")));
        }
        var number = latest.getValue().best();
        var period = latest.getKey();
        var said = before == null
                ? words.of("review.key.reach", words.period(period), number)
                : before.getKey().length().equals(period.length())
                        ? words.of(
                                "review.key.reach.before",
                                words.period(period),
                                words.period(before.getKey()),
                                words.quantity(before.getValue()),
                                number)
                        : words.of(
                                "review.key.reach.before-of-other-length",
                                words.period(period),
                                words.period(before.getKey()),
                                words.quantity(before.getValue()),
                                number,
                                words.length(period),
                                words.length(before.getKey()));
        var leftOut = reach.leftOutNumber()
                .map(left ->
                        "; " + words.of("review.key.reach.left-out", words.derived(left, words::whole), left.best()))
                .orElse("");
        return new KeyNumber(
                words.shortQuantity(latest.getValue()), "", said + leftOut, reachedBar(number, reach.namedOfLatest()));
    }

    private String ofPeriod(Map.Entry<Period, ReportedQuantity> total) {
        return words.period(total.getKey()) + ": " + words.quantity(total.getValue());
    }

    // What is of no named group is hatched, as in the picture of reach.
    private String reachedBar(double all, double named) {
        var scale = Scale.upTo(most.reached(), 0, 148);
        var known = scale.length(Math.min(all, named));
        return new Drawing(150, 14)
                .hatched(known, 1, scale.length(all) - known, 12, Hatch.UNKNOWN)
                .rect(0, 1, known, 12, "first-fill")
                .decoration();
    }

    private KeyNumber verdicts(ReviewFigures figures) {
        var total = figures.effects().isThere()
                ? EffectPictures.total(figures.effects().report())
                : null;
        if (total == null || EffectPictures.judged(total) == 0) {
            return unknown(
                    words.of("review.key.verdicts.what"), figures.effects().absence());
        }
        var all = EffectPictures.judged(total);
        var effective = EffectPictures.count(total, Verdict.EFFECTIVE);
        var drawing = new Drawing(150, 14);
        IntStream.range(0, (int) Math.min(all, 11))
                .forEach(dot -> drawing.circle(7 + 13.5 * dot, 7, 5, dot < effective ? "first-fill" : "ring"));
        return new KeyNumber(
                words.number(effective),
                words.of("review.key.of", words.number(all)),
                words.of(
                        "review.key.verdicts",
                        EffectPictures.lackingEvidence(total),
                        EffectPictures.untold(total),
                        effective),
                drawing.decoration());
    }

    private KeyNumber measured(ReviewFigures figures) {
        var total = figures.effects().isThere()
                ? EffectPictures.total(figures.effects().report())
                : null;
        if (total == null || total.projects().count() == 0) {
            return unknown(
                    words.of("review.key.baseline.what"), figures.effects().absence());
        }
        var share = total.projects().withBaseline();
        if (share.count() == null) {
            return new KeyNumber(
                    "?",
                    words.of("review.key.of", words.number(share.outOf())),
                    words.of("review.key.baseline.unknown"),
                    new Drawing(150, 14).rect(1, 1, 148, 12, "slot").decoration());
        }
        var scale = Scale.upTo(share.outOf(), 0, 148);
        var unknown = scale.length(share.unknown());
        var yes = scale.length(share.count());
        return new KeyNumber(
                words.number(share.count()),
                share.unknown() == 0
                        ? words.of("review.key.of", words.number(share.outOf()))
                        : words.of("review.key.of-known", words.number(share.outOf() - share.unknown())),
                words.of("review.key.baseline", words.number(share.unknown()), share.outOf() - share.unknown()),
                new Drawing(150, 14)
                        .rect(0.5, 1, 148, 12, "outline")
                        .rect(148 - unknown, 1, unknown, 12, "slot")
                        .rect(0, 1, yes, 12, "first-fill")
                        .decoration());
    }

    private KeyNumber found(ReviewFigures figures) {
        if (!figures.findings().isThere()) {
            return unknown(
                    words.of("review.key.findings.what"), figures.findings().absence());
        }
        var all = figures.findings().report();
        var errors = all.stream()
                .filter(finding -> finding.severity() == FindingSeverity.ERROR)
                .count();
        // One for each, in rows, as long as they are told apart.
        var shown = Math.min(all.size(), 3 * PENNANTS);
        var drawing = new Drawing(150, 16 * Math.max(1, (shown + PENNANTS - 1) / PENNANTS));
        IntStream.range(0, shown)
                .forEach(flag -> drawing.pennant(
                        2 + 12.3 * (flag % PENNANTS),
                        1 + 16.0 * (flag / PENNANTS),
                        flag < errors ? "finding-fill" : "finding-edge"));
        return new KeyNumber(
                words.number(all.size()),
                "",
                words.of(
                        figures.findings().frozen() == null ? "review.key.findings" : "review.key.findings.released",
                        errors,
                        all.size()),
                drawing.decoration());
    }

    /** The kinds of figures, each with its shape. */
    List<KeyNumber> shapes() {
        return List.of(
                shape("review.kind.exact", new Drawing(28, 18).circle(14, 9, 5, "first-fill")),
                shape(
                        "review.kind.approximate",
                        new Drawing(28, 18).circle(14, 9, 9, "halo").circle(14, 9, 4, "ring-first")),
                shape(
                        "review.kind.range",
                        new Drawing(28, 18)
                                .line(4, 9, 24, 9, "range")
                                .line(4, 4, 4, 14, "cap")
                                .line(24, 4, 24, 14, "cap")),
                shape(
                        "review.kind.at-least",
                        new Drawing(34, 18)
                                .circle(6, 9, 4, "first-fill")
                                .line(10, 9, 24, 9, "arrow")
                                .path("M24 5L31 9L24 13Z", "first-fill")),
                shape("review.kind.words", new Drawing(30, 18).pill(1, 3, 28, 12, "words")),
                shape(
                        "review.kind.not-measured",
                        new Drawing(30, 18).rect(1, 3, 28, 12, "slot").line(10, 9, 20, 9, "axis")),
                shape("review.kind.finding", new Drawing(24, 20).flag(2, 1, "1", "finding-fill")));
    }

    private KeyNumber shape(String name, Drawing drawing) {
        return new KeyNumber("", "", words.of(name), drawing.decoration());
    }

    List<Chapter> chapters() {
        defined.clear();
        return List.of(
                chapter(
                        ReviewChapter.MONEY,
                        words.of("review.chapter.money.question"),
                        words.of("review.chapter.money.title"),
                        new Drawn(
                                ReviewPicture.BUDGET,
                                (figures, most) -> money(figures, most.money()).budget()),
                        new Drawn(
                                ReviewPicture.FLOW,
                                (figures, most) -> money(figures, most.money())
                                        .flow(
                                                figures.printed().report(),
                                                name -> FindingMarks.aboutLine(figures, name))),
                        new Drawn(
                                ReviewPicture.PARTS,
                                (figures, most) -> PrintedPicture.of(
                                        there(figures.printed()),
                                        FindingMarks.numbered(figures),
                                        words,
                                        source(
                                                figures.printed(),
                                                "printed-tables",
                                                "v1/published-tables?programme="
                                                        + ReviewRequest.encoded(figures.code())),
                                        most.printed())),
                        new Drawn(
                                ReviewPicture.INSTRUMENTS,
                                (figures, most) -> money(figures, most.money()).instruments())),
                chapter(
                        ReviewChapter.REACH,
                        words.of("review.chapter.reach.question"),
                        words.of("review.chapter.reach.title"),
                        new Drawn(
                                ReviewPicture.REACH,
                                (figures, most) -> reach(figures, most.reach()).blocks()),
                        new Drawn(
                                ReviewPicture.GROWTH,
                                (figures, most) -> reach(figures, most.reach()).growth()),
                        new Drawn(
                                ReviewPicture.PROJECTS,
                                (figures, most) -> ReachPictures.projects(
                                        there(figures.reachByProject()),
                                        shownProjects(figures),
                                        words,
                                        source(
                                                figures.reachByProject(),
                                                "reach-by-public-project",
                                                live(figures, "reach") + "&by=projectId,targetGroup"),
                                        most.reach().projects()))),
                chapter(
                        ReviewChapter.TRAININGS,
                        words.of("review.chapter.trainings.question"),
                        words.of("review.chapter.trainings.title"),
                        new Drawn(
                                ReviewPicture.TRAININGS,
                                (figures, most) -> trainings(figures).sessions()),
                        new Drawn(
                                ReviewPicture.RATING,
                                (figures, most) -> trainings(figures).rating())),
                chapter(
                        ReviewChapter.WHERE,
                        words.of("review.chapter.where.question"),
                        words.of("review.chapter.where.title"),
                        new Drawn(ReviewPicture.MAP, (figures, most) -> places(figures))),
                chapter(
                        ReviewChapter.EFFECT,
                        words.of("review.chapter.effect.question"),
                        words.of("review.chapter.effect.title"),
                        new Drawn(
                                ReviewPicture.VERDICTS,
                                (figures, most) -> effects(figures).verdicts()),
                        new Drawn(
                                ReviewPicture.COVERAGE,
                                (figures, most) -> effects(figures).coverage())),
                chapter(
                        ReviewChapter.EMBEDDING,
                        words.of("review.chapter.embedding.question"),
                        words.of("review.chapter.embedding.title"),
                        new Drawn(
                                ReviewPicture.EMBEDDING,
                                (figures, most) -> effects(figures).embedding()),
                        new Drawn(
                                ReviewPicture.EMBEDDING_MOMENTS,
                                (figures, most) -> EmbeddingPicture.of(
                                        there(figures.embedding()),
                                        figures.days(),
                                        words,
                                        source(
                                                figures.embedding(),
                                                "embedding-statements",
                                                "v1/embeddings?programme=" + ReviewRequest.encoded(figures.code()))))),
                chapter(
                        ReviewChapter.FINDINGS,
                        words.of("review.chapter.findings.question"),
                        words.of("review.chapter.findings.title"),
                        new Drawn(
                                ReviewPicture.FINDINGS,
                                (figures, most) -> records.findings(
                                        there(figures.findings()),
                                        titles(figures),
                                        figures.names(),
                                        languages(figures),
                                        notHere(figures),
                                        source(
                                                figures.findings(),
                                                "findings-of-printed-tables",
                                                live(figures, "data-quality")))),
                        new Drawn(
                                ReviewPicture.CLAIMS,
                                (figures, most) -> records.claims(
                                        there(figures.claims()),
                                        figures.claims().frozen() != null,
                                        claim -> FindingMarks.aboutNumber(figures, claim.stated()),
                                        source(figures.claims(), "claims", live(figures, "claims"))))),
                chapter(
                        ReviewChapter.LESSONS,
                        words.of("review.chapter.lessons.question"),
                        words.of("review.chapter.lessons.title"),
                        new Drawn(
                                ReviewPicture.LESSONS,
                                (figures, most) -> records.lessons(
                                        there(figures.lessons()),
                                        source(
                                                figures.lessons(),
                                                "public-lessons",
                                                figures.release() == null
                                                        ? "v1/lessons?programme="
                                                                + ReviewRequest.encoded(figures.code())
                                                        : "v1/catalogue?kind=LESSON&programme="
                                                                + ReviewRequest.encoded(figures.code()))))));
    }

    /** A part that is not there ends the making of its picture. */
    private static final class NotThere extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final Absence why;

        NotThere(Absence why) {
            super(null, null, false, false);
            this.why = why;
        }
    }

    private static <R> R there(Part<R> part) {
        if (!part.isThere()) {
            throw new NotThere(part.absence());
        }
        return part.report();
    }

    private static Map<String, String> titles(ReviewFigures figures) {
        return figures.printed().isThere()
                ? figures.printed().report().items().stream()
                        .collect(Collectors.toMap(
                                PublishedTables.Table::code, PublishedTables.Table::title, (one, other) -> other))
                : Map.of();
    }

    /**
     * Languages of claims by their codes, as far as they are stated, of printed tables by their codes as findings have them, of
     * statements on embedding by their paths, and of the programme, which has a name in each.
     */
    private Map<String, String> languages(ReviewFigures figures) {
        var languages = new HashMap<String, String>();
        languages.put(figures.code(), request.language().tag());
        report(figures.printed())
                .map(PublishedTables::items)
                .orElse(List.of())
                .forEach(table -> languages.put(table.code() + FindingMarks.AFTER_CODE, table.language()));
        report(figures.claims()).orElse(List.of()).stream()
                .filter(claim -> claim.language() != null)
                .forEach(claim -> languages.put(claim.code(), claim.language()));
        report(figures.embedding())
                .map(EmbeddingStatements::items)
                .orElse(List.of())
                .forEach(one -> languages.put("/v1/embeddings/" + one.id(), one.language()));
        return languages;
    }

    /** What is found in live data and not in a release. */
    private List<String> notHere(ReviewFigures figures) {
        if (figures.findings().frozen() == null) {
            return List.of();
        }
        var counted = countedHere(figures);
        var kinds = Stream.of(FindingKind.values())
                .filter(kind -> !ReleasedParts.FINDINGS.contains(kind) && !counted.contains(kind))
                .map(kind -> words.label("finding-kinds", kind))
                .toList();
        return Stream.of(
                        words.of("review.findings.released", Text.all(kinds), kinds.size()),
                        figures.claims().isThere() ? words.of("review.findings.released-claims") : null)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Kinds whose number a chapter says, whether or not the release has their findings. */
    private static Set<FindingKind> countedHere(ReviewFigures figures) {
        var counted = EnumSet.of(FindingKind.CLAIM_FAILS, FindingKind.CLAIM_UNDECIDED);
        if (figures.effects().isThere()
                && EffectPictures.total(figures.effects().report()) != null) {
            counted.add(FindingKind.VERDICT_ABOVE_EVIDENCE);
            counted.add(FindingKind.EMBEDDING_STALE);
        }
        if (figures.reach().isThere()
                && figures.reach().report().notes().stream()
                        .anyMatch(note -> note.code().equals(NoteCode.INCLUSION_UNKNOWN.name()))) {
            counted.add(FindingKind.INCLUSION_UNKNOWN);
        }
        return counted;
    }

    /** All projects; of one target group those that reached it, because the others have no figure of it to miss. */
    private Map<UUID, String> shownProjects(ReviewFigures figures) {
        var names = there(figures.projects());
        // A release has whole tables.
        if (request.targetGroup() == null || figures.reachByProject().frozen() != null) {
            return names;
        }
        var shown = new LinkedHashMap<>(names);
        shown.keySet()
                .retainAll(there(figures.reachByProject()).rows().stream()
                        .map(row -> row.key().get(Dimension.PROJECT))
                        .toList());
        return shown;
    }

    private Picture places(ReviewFigures figures) {
        var places = there(figures.places());
        var picture = EffectPictures.places(
                places,
                BoundaryMap.of(ReviewFigureReader.mapDay(figures.days())),
                words,
                source(
                        figures.places(),
                        "public-projects",
                        figures.release() == null
                                ? live(figures, "effects") + "&by=municipality&boundaries="
                                        + ReviewFigureReader.mapDay(figures.period())
                                : "v1/catalogue?kind=PROJECT&programme=" + ReviewRequest.encoded(figures.code())));
        var all = figures.projects().isThere() ? figures.projects().report().size() : 0;
        var elsewhere =
                all - places.stream().mapToLong(ReviewFigures.Place::projects).sum();
        return picture.absent() == null && elsewhere > 0
                ? picture.and(words.of("review.map.without-place", words.number(elsewhere), words.number(all)))
                : picture;
    }

    private MoneyPictures money(ReviewFigures figures, MoneyPictures.Axes axes) {
        return new MoneyPictures(
                there(figures.money()),
                figures.days(),
                words,
                source(figures.money(), "money-by-budget-line-and-year", live(figures, "finances")),
                axes);
    }

    private ReachPictures reach(ReviewFigures figures, ReachPictures.Axes axes) {
        var report = there(figures.reach());
        return new ReachPictures(
                report,
                figures.withoutTrack().report(),
                figures.span(),
                words,
                source(figures, "reach", report.release()),
                axes);
    }

    private TrainingPictures trainings(ReviewFigures figures) {
        var report = there(figures.trainings());
        return new TrainingPictures(
                report,
                figures.trainingTypes(),
                words,
                source(figures, "training", report.release()),
                most.trainings());
    }

    private EffectPictures effects(ReviewFigures figures) {
        var report = there(figures.effects());
        var judged = figures.projects().isThere() && figures.judged().isThere()
                ? figures.judged().report().stream()
                        .filter(one -> figures.projects().report().containsKey(one.project()))
                        .map(one -> new EffectPictures.Judged(
                                figures.projects().report().get(one.project()),
                                one.verdict(),
                                one.level(),
                                one.isLevelKnown()))
                        .toList()
                : List.<EffectPictures.Judged>of();
        return new EffectPictures(report, judged, words, source(figures, "effects", report.release()), most.effects());
    }

    private static String live(ReviewFigures figures, String report) {
        return REPORTS + report + "?programme=" + ReviewRequest.encoded(figures.code());
    }

    private static String source(ReviewFigures figures, String report, ReportedRelease release) {
        return live(figures, report) + (release == null ? "" : "&release=" + ReviewRequest.encoded(release.name()));
    }

    /** The table of the release for a part that is of one; what is live otherwise. */
    private static String source(Part<?> part, String table, String live) {
        return part.frozen() == null ? live : "v1/releases/" + part.frozen().id() + "/tables/" + table;
    }

    /**
     * What the axes of several programmes have in common.
     *
     * @param total the largest amount among the key numbers of money
     * @param reached the largest number among the key numbers of reach
     */
    private record Most(
            MoneyPictures.Axes money,
            ReachPictures.Axes reach,
            TrainingPictures.Axes trainings,
            EffectPictures.Axes effects,
            PrintedPicture.Axis printed,
            double total,
            double reached) {
        static final Most NONE = new Most(
                MoneyPictures.Axes.NONE,
                ReachPictures.Axes.NONE,
                TrainingPictures.Axes.NONE,
                EffectPictures.Axes.NONE,
                PrintedPicture.Axis.NONE,
                0,
                0);

        static Most of(ReviewFigures figures) {
            var reach = figures.reach().report();
            return new Most(
                    MoneyPictures.Axes.of(
                            figures.money().report(), figures.printed().report()),
                    ReachPictures.Axes.of(reach, figures.reachByProject().report(), figures.span()),
                    TrainingPictures.Axes.of(figures.trainings().report()),
                    EffectPictures.Axes.of(figures.effects().report()),
                    PrintedPicture.Axis.of(figures.printed().report()),
                    MoneyPictures.total(figures.money().report()),
                    reach == null ? 0 : ReachPictures.ofLatest(reach));
        }

        Most and(Most other) {
            return new Most(
                    money.and(other.money),
                    reach.and(other.reach),
                    trainings.and(other.trainings),
                    effects.and(other.effects),
                    printed.and(other.printed),
                    Math.max(total, other.total),
                    Math.max(reached, other.reached));
        }
    }

    /** How a picture is made. */
    private record Drawn(ReviewPicture named, BiFunction<ReviewFigures, Most, Picture> picture) {
        /** The id of the picture, also while it cannot be made. */
        String id() {
            return named.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private List<String> drawn() {
        chapters();
        return List.copyOf(drawn);
    }

    private Chapter chapter(ReviewChapter chapter, String question, String title, Drawn... pictures) {
        Arrays.stream(pictures).map(Drawn::id).forEach(drawn::add);
        var id = chapter.name().toLowerCase(Locale.ROOT);
        var headline = edited(figures -> figures.headline(chapter));
        var passages = new ArrayList<Passage>();
        passages.add(new Passage(
                question,
                headline.map(this::headline).orElse(title),
                headline.map(this::text).orElse(null),
                new ArrayList<>()));
        var all = new HashSet<Shown>();
        for (var picture : pictures) {
            var shown = shown(
                    picture.id(),
                    IntStream.range(0, programmes.size())
                            .mapToObj(index -> one(index, made(id, programmes.get(index), picture)))
                            .toList());
            // Why a part is not there is said once.
            if (!all.add(shown)) {
                continue;
            }
            // Nothing is said of figures that are not there.
            if (shown.each().stream().noneMatch(one -> one.columns().isEmpty())) {
                edited(figures -> figures.headline(picture.named()))
                        .map(said -> new Passage(null, headline(said), text(said), new ArrayList<>()))
                        .ifPresent(passages::add);
            }
            passages.get(passages.size() - 1).pictures().add(shown);
        }
        return new Chapter(id, title, List.copyOf(passages));
    }

    private Shown shown(String picture, List<One> each) {
        var first = each.stream().filter(one -> !one.columns().isEmpty()).findFirst();
        return areSeveral() && first.isPresent()
                ? new Shown(
                        each,
                        request.file(
                                request.programmes(),
                                picture,
                                PictureFilters.ignored(request, picture, programmes.stream())),
                        first.get())
                : new Shown(each, null, null);
    }

    private Picture made(String chapter, ReviewFigures figures, Drawn drawn) {
        try {
            return drawn.picture().apply(figures, most);
        } catch (NotThere part) {
            if (part.why == Absence.UNAVAILABLE && drawn.id().equals(request.picture())) {
                throw ReviewFigureReader.unavailable();
            }
            return Picture.without(chapter + "-none", "", absence(part.why));
        }
    }

    private String absence(Absence why) {
        if (why == null) {
            return words.of("review.absent.nothing");
        }
        return switch (why) {
            case NOT_RELEASED -> words.of("review.absent.not-released");
            case WITHHELD -> words.of("review.absent.withheld");
            case TOO_MANY -> words.of("review.absent.too-many");
            case UNAVAILABLE -> words.of("review.absent.unavailable");
        };
    }

    private One one(int index, Picture picture) {
        var figures = programmes.get(index);
        var id = id(picture.id(), index);
        var isTable = picture.absent() == null && !picture.isDrawn();
        var about =
                picture.absent() == null ? findingMarks.get(figures).about(picture.id()) : List.<FindingMarks.Mark>of();
        var titleLanguage = words.foreign(picture.language());
        var wide = broad() == null ? null : picture.drawn(broad());
        var narrow = picture.drawn(PictureSize.NARROW);
        return new One(
                id,
                definitions(narrow),
                areSeveral() ? figures.name() : null,
                picture.title(),
                titleLanguage,
                picture.subtitle(),
                markup(wide, id + "-wide", picture, about, index),
                markup(narrow, id + "-narrow", picture, about, index),
                picture.absent(),
                flags(
                        about.stream()
                                .filter(finding -> isBelow(finding, wide, narrow))
                                .toList(),
                        index),
                picture.names(),
                words.foreign(PrintedPicture.LANGUAGE_OF_PRINT),
                picture.notes().stream().map(Drawing::html).toList(),
                columns(picture.table()),
                cells(picture, index),
                picture.table(),
                isTable,
                request.file(
                        List.of(figures.code()),
                        picture.id(),
                        PictureFilters.ignored(request, picture.id(), Stream.of(figures))),
                picture.source() == null ? null : source(picture, figures, index));
    }

    private Source source(Picture picture, ReviewFigures figures, int index) {
        var tables = figures.printed().isThere()
                ? figures.printed().report().items().stream()
                        .filter(table -> FindingMarks.of(table).anyMatch(picture.id()::equals))
                        .toList()
                : List.<PublishedTables.Table>of();
        var before = tables.stream()
                .flatMap(table -> FindingMarks.of(table).limit(1))
                .filter(first -> !first.equals(picture.id()))
                .findFirst();
        // The picture of a table is the table.
        var isShown = before.isPresent() || picture.id().equals(PrintedPicture.ID);
        var sources = Stream.concat(
                        tables.stream().map(PublishedTables.Table::source),
                        Stream.concat(picture.sources().stream(), ofRecords(picture.id(), figures)))
                .filter(Objects::nonNull)
                .toList();
        var lines = SourceLines.of(sources, words);
        var all = SourceLines.all(sources, words);
        return new Source(
                lines,
                all.length() == lines.length() ? null : all,
                lines.isEmpty() ? words.of("review.source.none") : null,
                status(figures),
                isShown ? List.of() : tables.stream().map(this::printed).toList(),
                before.map(first -> "#" + id(first, index) + "-name").orElse(null),
                before.map(first -> words.of(first.equals("budget") ? "review.budget.title" : "review.reach.title"))
                        .orElse(null),
                picture.source());
    }

    /** Sources of the records that a picture counts, where their report does not state them. */
    private static Stream<String> ofRecords(String picture, ReviewFigures figures) {
        return switch (picture) {
            case "projects", "map" ->
                report(figures.sources()).map(Map::values).stream().flatMap(Collection::stream);
            case "verdicts" ->
                report(figures.judged())
                        .flatMap(judged -> report(figures.sources())
                                .map(sources -> judged.stream().map(one -> sources.get(one.project()))))
                        .orElse(Stream.of());
            case "embedding" ->
                report(figures.embedding())
                        .map(stated -> stated.items().stream().map(EmbeddingStatements.Statement::source))
                        .orElse(Stream.of());
            case "findings" -> FindingMarks.numbered(figures).stream().flatMap(finding -> ofFinding(finding, figures));
            default -> Stream.of();
        };
    }

    private static Stream<String> ofFinding(QualityFinding finding, ReviewFigures figures) {
        return Stream.concat(
                report(figures.printed()).map(PublishedTables::items).orElse(List.of()).stream()
                        .filter(table -> FindingMarks.names(finding, table.code()))
                        .map(PublishedTables.Table::source),
                report(figures.claims()).orElse(List.of()).stream()
                        .filter(claim -> FindingMarks.names(finding, claim.code()))
                        .map(ClaimEvaluationResponse::source));
    }

    private static <R> Optional<R> report(Part<R> part) {
        return Optional.ofNullable(part.report());
    }

    private Printed printed(PublishedTables.Table table) {
        return new Printed(
                table.title(),
                words.foreign(table.language()),
                SourceLines.of(Stream.ofNullable(table.source()).toList(), words),
                table.columns().stream()
                        .map(column -> printed(column.label(), table.language()))
                        .toList(),
                table.rows().stream().map(row -> printed(row, table.language())).toList());
    }

    private Cell printed(String text, String language) {
        return new Cell(null, text, true, false, words.foreign(PrintedPicture.language(text, language)));
    }

    // A row without words in print is named in those of the page.
    private PrintedRow printed(PublishedTables.Row row, String language) {
        var cells = row.cells().stream().map(cell -> printed(cell, language)).toList();
        return row.label().isBlank()
                ? new PrintedRow(
                        words.of(row.isTotal() ? "review.source.unnamed-total" : "review.source.unnamed"), null, cells)
                : new PrintedRow(row.label(), words.foreign(language), cells);
    }

    /** The size of drawings of a wide screen; null where three programmes leave room for narrow ones only. */
    private PictureSize broad() {
        return switch (programmes.size()) {
            case 1 -> PictureSize.WIDE;
            case 2 -> PictureSize.BESIDE;
            default -> null;
        };
    }

    private String markup(Drawing drawing, String id, Picture picture, List<FindingMarks.Mark> about, int index) {
        return drawing == null
                ? null
                : drawing.markup(id, picture.title(), words.foreign(picture.language()), picture.description())
                        + links(drawing, picture, about, index);
    }

    private String definitions(Drawing drawing) {
        return drawing == null
                ? ""
                : drawing.definitions().entrySet().stream()
                        .filter(shared -> defined.add(shared.getKey()))
                        .map(shared -> "<g id=\"" + shared.getKey() + "\">" + shared.getValue() + "</g>")
                        .collect(Collectors.joining());
    }

    // What one of the drawings has no mark of is said below both.
    private static boolean isBelow(FindingMarks.Mark finding, Drawing wide, Drawing narrow) {
        return !finding.isAtMarkOnly()
                && Stream.of(wide, narrow)
                        .filter(Objects::nonNull)
                        .anyMatch(drawing -> drawing.spotOf(finding.about()).isEmpty());
    }

    private String links(Drawing drawing, Picture picture, List<FindingMarks.Mark> about, int index) {
        var bySpot = new LinkedHashMap<String, List<FindingMarks.Mark>>();
        about.forEach(finding -> drawing.spotOf(finding.about())
                .ifPresent(spot ->
                        bySpot.computeIfAbsent(spot, first -> new ArrayList<>()).add(finding)));
        return drawing.links(
                bySpot.entrySet().stream()
                        .flatMap(spot ->
                                marks(spot.getKey(), spot.getValue(), named(drawing, spot.getKey(), picture), index))
                        .toList(),
                "#" + id(picture.id(), index) + ROW);
    }

    /** The findings at one mark, each by itself as long as they do not hide it; else the first, with how many more. */
    private Stream<Drawing.Flag> marks(String spot, List<FindingMarks.Mark> about, String named, int index) {
        if (about.size() <= MOST_AT_MARK) {
            return about.stream()
                    .map(finding -> mark(
                            spot,
                            finding,
                            String.valueOf(finding.number()),
                            words.of("review.finding", finding.number()) + named,
                            index));
        }
        var first = about.get(0);
        return Stream.of(mark(
                spot,
                first,
                first.number() + "+" + (about.size() - 1),
                words.of("review.finding", first.number()) + ", " + words.of("review.finding.more", about.size() - 1)
                        + named,
                index));
    }

    private static Drawing.Flag mark(String spot, FindingMarks.Mark finding, String number, String name, int index) {
        return new Drawing.Flag(spot, "#" + id(FINDING + finding.number(), index), number, name, finding.style());
    }

    /** What a finding at this spot is about, each part in its language. */
    private String named(Drawing drawing, String spot, Picture picture) {
        var title = " (" + words.quoted(picture.title(), picture.language()) + ")";
        return spot.equals(FindingMarks.WHOLE) ? title : ": " + drawing.nameAt(spot) + title;
    }

    private List<Flag> flags(List<FindingMarks.Mark> about, int index) {
        var flags = about.stream()
                .limit(PENNANTS)
                .map(finding -> new Flag(
                        "#" + id(FINDING + finding.number(), index),
                        words.of("review.finding", finding.number()),
                        new Drawing(13, 16).pennant(1.5, 1, finding.style()).decoration()))
                .collect(Collectors.toCollection(ArrayList::new));
        if (about.size() > PENNANTS) {
            flags.add(new Flag("#findings", words.of("review.finding.more", about.size() - PENNANTS), ""));
        }
        return flags;
    }

    private static String id(String picture, int index) {
        return picture + (index == 0 ? "" : "-" + (index + 1));
    }

    private List<Cell> columns(Table table) {
        return IntStream.range(0, table.columns().size())
                .mapToObj(column -> new Cell(
                        null,
                        table.columns().get(column),
                        table.isNumeric(column),
                        false,
                        words.foreign(table.languagesOfColumns().get(column))))
                .toList();
    }

    private List<List<Cell>> cells(Picture picture, int index) {
        var table = picture.table();
        return IntStream.range(0, table.rows().size())
                .mapToObj(row -> IntStream.range(0, table.columns().size())
                        .mapToObj(column -> new Cell(
                                column == 0 ? row(picture, row + 1, index) : null,
                                table.rows().get(row).get(column),
                                table.isNumeric(column),
                                column == 0,
                                words.foreign(table.language(row, column))))
                        .toList())
                .toList();
    }

    /** The name in addresses of a row to which something leads; null for any other. */
    private static String row(Picture picture, int number, int index) {
        if (picture.id().equals("findings")) {
            return id(FINDING + number, index);
        }
        return number <= picture.names().size() ? id(picture.id(), index) + ROW + number : null;
    }

    /**
     * The file of the picture that the request names, of each programme that it names; no line where there is nothing to show.
     * Fails while a source does not answer.
     */
    List<List<String>> file() {
        var tables = chapters().stream()
                .flatMap(chapter -> chapter.pictures().stream())
                .map(Shown::each)
                .filter(each -> IntStream.range(0, each.size())
                        .anyMatch(index -> each.get(index).id().equals(id(request.picture(), index))))
                .findFirst();
        if (tables.isEmpty()) {
            return List.of();
        }
        if (!areSeveral()) {
            return tables.get().get(0).table().file();
        }
        var each = new LinkedHashMap<String, Table>();
        var absent = new HashMap<String, String>();
        for (var index = 0; index < programmes.size(); index++) {
            var one = tables.get().get(index);
            each.put(programmes.get(index).code(), one.table());
            absent.put(programmes.get(index).code(), one.absent());
        }
        return Table.together(words.of("review.file.programme"), each, words.of("review.file.absent"), absent);
    }

    List<Link> languages() {
        return Stream.of(Language.DUTCH, Language.ENGLISH)
                .map(language -> new Link(
                        request.in(language),
                        language == Language.DUTCH ? "Nederlands" : "English",
                        language == request.language(),
                        language.tag()))
                .toList();
    }
}
