package nl.doorlichting.gateway.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.claims.ClaimOutcome;
import nl.doorlichting.domain.claims.ClaimRelation;
import nl.doorlichting.domain.claims.ClaimUnit;
import nl.doorlichting.domain.claims.UndecidedReason;
import nl.doorlichting.domain.publishedtables.TableFindingName;
import nl.doorlichting.domain.quantity.DerivedQuantity;
import nl.doorlichting.domain.vocabulary.LessonKind;
import nl.doorlichting.gateway.claims.ClaimEvaluationResponse;
import nl.doorlichting.gateway.claims.ClaimWords;
import nl.doorlichting.gateway.clients.reporting.RecordedLessons;
import nl.doorlichting.gateway.dataquality.FindingKind;
import nl.doorlichting.gateway.dataquality.QualityFinding;
import nl.doorlichting.gateway.review.TableBuilder.Quoted;
import nl.doorlichting.platform.texts.Text;

/** What is read and not seen: findings, claims and lessons. */
final class RecordTables {
    private static final String AFTER_CODE = FindingMarks.AFTER_CODE;

    private final PageWords words;

    RecordTables(PageWords words) {
        this.words = words;
    }

    /**
     * How many there are of each kind; the table has each as printed and as computed again, with what would mend it.
     *
     * @param titles titles of printed tables by their codes
     * @param names names of projects, municipalities and the programme by their codes
     * @param languages languages of claims, of printed tables and of the name of the programme by their codes, and of statements on
     *     embedding by their paths
     * @param notes what a reader has to know about all of them
     */
    Picture findings(
            List<QualityFinding> findings,
            Map<String, String> titles,
            Map<String, String> names,
            Map<String, String> languages,
            List<String> notes,
            String source) {
        var title = words.of("review.findings.title");
        if (findings.isEmpty()) {
            return Picture.without(
                    "findings",
                    title,
                    Stream.concat(Stream.of(words.of("review.findings.none")), notes.stream())
                            .collect(Collectors.joining(" ")));
        }
        var kinds = FindingMarks.byKind(findings);
        var table = new TableBuilder(words)
                .text(words.of("review.findings.number"))
                .text(words.of("review.findings.kind"))
                .quoted(words.of("review.findings.where"));
        Stream.of("review.findings.found", "review.findings.expected", "review.findings.repair", "review.status")
                .forEach(column -> table.text(words.of(column)));
        var coded = new CodedNames(titles, names, words);
        var number = 0;
        for (var finding : kinds.values().stream().flatMap(List::stream).toList()) {
            number++;
            table.row(
                    String.valueOf(number),
                    words.label("finding-kinds", finding.kind()),
                    where(finding, coded, languages),
                    found(finding, coded),
                    said(finding, finding.expected(), coded),
                    said(finding, finding.repair(), coded),
                    finding.acceptance() == null
                            ? words.label("finding-severities", finding.severity())
                            : words.of(
                                    "review.findings.accepted",
                                    finding.acceptance().reason()));
        }
        return new Picture(
                "findings",
                title,
                words.of("review.findings.subtitle"),
                words.of(
                        "review.findings.description",
                        Text.all(kinds.entrySet().stream().map(this::reading).toList())),
                size -> findings(kinds, size),
                table.table(0),
                Stream.of(
                                notes.stream(),
                                foreign(findings, RecordTables::isOfClaim, languages, "review.claims.language"),
                                foreign(findings, RecordTables::isOfEmbedding, languages, "review.moments.language"))
                        .flatMap(some -> some)
                        .toList(),
                source);
    }

    // Says so where findings of a kind name what they are about in the other language.
    private Stream<String> foreign(
            List<QualityFinding> findings,
            Predicate<QualityFinding> ofKind,
            Map<String, String> languages,
            String note) {
        return findings.stream()
                .filter(ofKind)
                .filter(finding -> words.foreign(languages.get(recorded(finding))) != null)
                .limit(1)
                .map(finding -> words.of(note));
    }

    // A claim is named by what it says, and not by its code.
    private Object where(QualityFinding finding, CodedNames names, Map<String, String> languages) {
        if (isOfClaim(finding)) {
            return new Quoted(finding.subject().replaceFirst("^[A-Z0-9-]+: ", ""), languages.get(recorded(finding)));
        }
        if (isOfEmbedding(finding)) {
            return new Quoted(finding.subject(), languages.get(recorded(finding)));
        }
        if (isOfTable(finding)) {
            return new Quoted(names.ofTables(finding.subject()), ofTables(finding, languages));
        }
        if (isOfProject(finding)) {
            var project = project(finding);
            var isNamed = names.names().containsKey(project);
            return new Quoted(
                    names.ofSubject(project),
                    isNamed ? languages.getOrDefault(project, PrintedPicture.LANGUAGE_OF_PRINT) : "");
        }
        return words.withLabels(names.ofSubject(finding.subject()));
    }

    // Of tables in several languages none is that of all.
    private static String ofTables(QualityFinding finding, Map<String, String> languages) {
        var found = Stream.of(finding.subject().split(TableFindingName.BETWEEN))
                .map(part -> languages.get(part.substring(0, part.indexOf(AFTER_CODE) + AFTER_CODE.length())))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return switch (found.size()) {
            case 0 -> PrintedPicture.LANGUAGE_OF_PRINT;
            case 1 -> found.iterator().next();
            default -> "";
        };
    }

    // The code of a claim stands before what it says.
    private static String recorded(QualityFinding finding) {
        if (isOfEmbedding(finding)) {
            return finding.place();
        }
        var end = finding.subject().indexOf(": ");
        return end < 0 ? "" : finding.subject().substring(0, end);
    }

    private String said(QualityFinding finding, Text text, CodedNames names) {
        var worded = text.in(words.language());
        var said = isOfTable(finding) ? names.ofTables(worded) : words.withLabels(names.ofPlaces(worded));
        // A repair quotes cells as they are printed.
        var hasNumbers =
                isOfClaim(finding) || finding.kind() == FindingKind.TABLE_SUM_DIFFERS && !text.equals(finding.repair());
        return hasNumbers ? words.withNumbers(said) : said;
    }

    // Where it is found has the language of the name of the project, so that the verdict stands here.
    private String found(QualityFinding finding, CodedNames names) {
        var found = said(finding, finding.found(), names);
        return finding.kind() == FindingKind.VERDICT_ABOVE_EVIDENCE
                ? words.withLabels(finding.subject().substring(project(finding).length() + AFTER_CODE.length())) + ", "
                        + found
                : found;
    }

    // A verdict stands behind the code of its project.
    private static String project(QualityFinding finding) {
        var end = finding.subject().lastIndexOf(AFTER_CODE);
        return end < 0 ? finding.subject() : finding.subject().substring(0, end);
    }

    private static boolean isOfProject(QualityFinding finding) {
        return finding.kind() == FindingKind.VERDICT_ABOVE_EVIDENCE || finding.kind() == FindingKind.PROJECT_DIFFERS;
    }

    private static boolean isOfTable(QualityFinding finding) {
        return finding.kind() == FindingKind.TABLE_SUM_DIFFERS
                || finding.kind() == FindingKind.TABLE_CELL_MALFORMED
                || finding.kind() == FindingKind.IDENTITY_DANGLING;
    }

    private static boolean isOfClaim(QualityFinding finding) {
        return finding.kind() == FindingKind.CLAIM_FAILS || finding.kind() == FindingKind.CLAIM_UNDECIDED;
    }

    private static boolean isOfEmbedding(QualityFinding finding) {
        return finding.kind() == FindingKind.EMBEDDING_STALE;
    }

    private String reading(Map.Entry<FindingKind, List<QualityFinding>> kind) {
        var known = kind.getValue().stream()
                .filter(finding -> finding.acceptance() != null)
                .count();
        var counted = words.label("finding-kinds", kind.getKey()) + ": "
                + words.number(kind.getValue().size());
        return known == 0 ? counted : counted + " (" + words.of("review.findings.known", words.number(known)) + ")";
    }

    private Drawing findings(Map<FindingKind, List<QualityFinding>> kinds, PictureSize size) {
        var width = size.width();
        var isWide = size.isWide();
        var left = isWide ? 330.0 : 0.0;
        var high = isWide ? 30 : 50;
        var most = (int) ((width - left - 60) / 12.3);
        var drawing = new Drawing(width, high * kinds.size() + 4);
        var y = 4.0;
        for (var kind : kinds.entrySet()) {
            var at = y;
            drawing.mark(reading(kind), mark -> {
                mark.text(
                        0,
                        at + 14,
                        "t",
                        MoneyPictures.shortened(
                                PageWords.capital(words.label("finding-kinds", kind.getKey())),
                                isWide ? 46 : size.letters()));
                var x = left + 2;
                for (var finding : kind.getValue()
                        .subList(0, Math.min(most, kind.getValue().size()))) {
                    mark.pennant(x, at + (isWide ? 3 : 22), FindingMarks.style(finding));
                    x += 12.3;
                }
                mark.text(
                        x + 8,
                        at + (isWide ? 15 : 34),
                        "b",
                        words.number(kind.getValue().size()));
            });
            y += high;
        }
        return drawing;
    }

    /**
     * What the source says of figures, held to them.
     *
     * @param isReleased whether they are held to a release, where counts of people are rounded
     * @param inPrint numbers of the findings about printed cells that have the number of a claim
     */
    Picture claims(
            List<ClaimEvaluationResponse> claims,
            boolean isReleased,
            Function<ClaimEvaluationResponse, List<Integer>> inPrint,
            String source) {
        var title = words.of("review.claims.title");
        if (claims.isEmpty()) {
            return Picture.without("claims", title, words.of("review.absent.nothing"));
        }
        var stated = words.of("review.claims.stated");
        var found = words.of("review.findings.found");
        var table = new TableBuilder(words)
                .quoted(words.of("review.claims.claim"))
                .column(
                        stated,
                        List.of(
                                words.of("review.claims.relation"),
                                stated,
                                stated + ": " + words.of("review.file.lowest"),
                                stated + ": " + words.of("review.file.highest"),
                                words.of("review.claims.margin"),
                                words.of("review.claims.unit")),
                        claim -> stated((ClaimEvaluationResponse) claim),
                        claim -> statedPlainly((ClaimEvaluationResponse) claim))
                .column(
                        found,
                        List.of(
                                found,
                                found + ": " + words.of("review.file.lowest"),
                                found + ": " + words.of("review.file.highest"),
                                found + ": " + words.of("review.file.kind")),
                        claim -> found((ClaimEvaluationResponse) claim),
                        claim -> foundPlainly((ClaimEvaluationResponse) claim))
                .column(
                        words.of("review.claims.outcome"),
                        List.of(words.of("review.claims.outcome"), words.of("review.claims.reason")),
                        claim -> outcome((ClaimEvaluationResponse) claim, isReleased, inPrint),
                        claim -> List.of(
                                words.label("claim-outcomes", ((ClaimEvaluationResponse) claim).outcome()),
                                reason((ClaimEvaluationResponse) claim, isReleased, inPrint)))
                .text(words.of("review.source"));
        claims.forEach(claim ->
                table.row(new Quoted(claim.statement(), claim.language()), claim, claim, claim, claim.source()));
        var isTooRough = isReleased && claims.stream().anyMatch(claim -> claim.undecided() == UndecidedReason.KINDS);
        return new Picture(
                        "claims",
                        title,
                        words.of("review.claims.subtitle"),
                        "",
                        null,
                        table.table(0),
                        Stream.of(
                                        claims.stream().anyMatch(claim -> words.foreign(claim.language()) != null)
                                                ? words.of("review.claims.language")
                                                : null,
                                        isTooRough ? words.of("review.claims.rounded") : null,
                                        claims.stream().anyMatch(RecordTables::hasMargin)
                                                ? words.of("review.claims.margins")
                                                : null)
                                .filter(Objects::nonNull)
                                .toList(),
                        source)
                .from(claims.stream().map(ClaimEvaluationResponse::source).toList());
    }

    // How certain an amount is follows from how it is rounded in print, which excuses a difference and is no doubt
    // about it.
    private String found(ClaimEvaluationResponse claim) {
        if (isFoundAsRange(claim)) {
            return words.plain(claim.lowest()) + "–" + words.plain(claim.highest());
        }
        if (claim.found() == null) {
            return words.of("review.no-figure");
        }
        return claim.unit() == ClaimUnit.EUR
                ? words.decimal(claim.found(), ClaimWords.decimals(claim))
                : words.derived(derived(claim), number -> words.decimal(number, ClaimWords.decimals(claim)));
    }

    private static DerivedQuantity derived(ClaimEvaluationResponse claim) {
        return new DerivedQuantity(claim.found(), claim.lowest(), claim.highest(), false);
    }

    private List<String> foundPlainly(ClaimEvaluationResponse claim) {
        if (claim.found() == null) {
            return List.of("", "", "", words.of("review.no-figure"));
        }
        return List.of(
                isFoundAsRange(claim) ? "" : plain(claim.found()),
                plain(claim.lowest()),
                plain(claim.highest()),
                words.kind(derived(claim)));
    }

    // A rating that a source gives as a range has no middle that anybody gave.
    private static boolean isFoundAsRange(ClaimEvaluationResponse claim) {
        return claim.unit() == ClaimUnit.POINTS
                && claim.lowest() != null
                && claim.highest() != null
                && claim.lowest().compareTo(claim.highest()) < 0;
    }

    private String outcome(
            ClaimEvaluationResponse claim,
            boolean isReleased,
            Function<ClaimEvaluationResponse, List<Integer>> inPrint) {
        var outcome = words.label("claim-outcomes", claim.outcome());
        var reason = reason(claim, isReleased, inPrint);
        return reason.isEmpty() ? outcome : words.of("review.claims.undecided", outcome, reason);
    }

    // A finding about print compares what is printed, and the claim is held to the figures.
    private String reason(
            ClaimEvaluationResponse claim,
            boolean isReleased,
            Function<ClaimEvaluationResponse, List<Integer>> inPrint) {
        if (claim.outcome() == ClaimOutcome.HOLDS) {
            return "";
        }
        var why = claim.undecided() == null ? "" : undecided(claim, isReleased);
        var findings = inPrint.apply(claim);
        if (findings.isEmpty()) {
            return why;
        }
        var printed = words.of(
                "review.claims.in-print",
                words.plain(claim.stated()),
                Text.all(findings.stream().map(String::valueOf).toList()),
                findings.size());
        return why.isEmpty() ? printed : words.of("review.claims.why-and-in-print", why, printed);
    }

    // What a release lacks can be there in live figures.
    private String undecided(ClaimEvaluationResponse claim, boolean isReleased) {
        return isReleased && claim.undecided() == UndecidedReason.NO_FIGURE
                ? words.of("review.claims.not-released")
                : ClaimWords.undecided(claim, words::plain).in(words.language());
    }

    private List<String> statedPlainly(ClaimEvaluationResponse claim) {
        var isRange = isStatedAsRange(claim);
        return List.of(
                words.label("claim-relations", claim.relation()),
                isRange ? "" : plain(claim.stated()),
                isRange ? plain(lowest(claim)) : "",
                isRange ? plain(highest(claim)) : "",
                isRange ? "" : plain(claim.tolerance()),
                ClaimWords.unit(claim.unit(), BigDecimal.TEN).in(words.language()));
    }

    private static String plain(BigDecimal number) {
        return number == null ? "" : (number.scale() > 0 ? number.stripTrailingZeros() : number).toPlainString();
    }

    /**
     * What the source states, as it is recorded: a number, at least or at most one, or one with how far it may be off. A
     * number that is finer than both its bounds is the middle of a range that the source states, as 7.75 of 7.5 to 8.
     */
    private String stated(ClaimEvaluationResponse claim) {
        var unit = ClaimWords.unit(claim.unit(), claim.stated()).in(words.language());
        if (claim.relation() != ClaimRelation.EQUAL) {
            return words.label("claim-relations", claim.relation()) + " " + words.plain(claim.stated()) + " " + unit;
        }
        if (isStatedAsRange(claim)) {
            return words.plain(lowest(claim)) + "–" + words.plain(highest(claim)) + " " + unit;
        }
        return hasMargin(claim)
                ? words.plain(claim.stated()) + " ± " + words.plain(claim.tolerance()) + " " + unit
                : words.plain(claim.stated()) + " " + unit;
    }

    private static boolean isStatedAsRange(ClaimEvaluationResponse claim) {
        return claim.relation() == ClaimRelation.EQUAL
                && claim.tolerance().signum() != 0
                && ClaimWords.fineness(claim.stated())
                        > Math.max(ClaimWords.fineness(lowest(claim)), ClaimWords.fineness(highest(claim)));
    }

    private static boolean hasMargin(ClaimEvaluationResponse claim) {
        return claim.relation() == ClaimRelation.EQUAL && claim.tolerance().signum() != 0 && !isStatedAsRange(claim);
    }

    private static BigDecimal lowest(ClaimEvaluationResponse claim) {
        return claim.stated().subtract(claim.tolerance());
    }

    private static BigDecimal highest(ClaimEvaluationResponse claim) {
        return claim.stated().add(claim.tolerance());
    }

    /** Conclusions first. Each is in the language of the page, or else in that of its source. */
    Picture lessons(RecordedLessons lessons, String source) {
        var title = words.of("review.lessons.title");
        var shown = lessons.items().stream()
                .map(lesson -> lesson.in(words.language().tag()))
                .sorted((one, other) ->
                        Boolean.compare(one.kind() != LessonKind.CONCLUSION, other.kind() != LessonKind.CONCLUSION))
                .toList();
        if (shown.isEmpty()) {
            return Picture.without("lessons", title, words.of("review.absent.nothing"));
        }
        var table = new TableBuilder(words)
                .text(words.of("review.lessons.kind"))
                .quoted(words.of("review.lessons.lesson"))
                .text(words.of("review.source"));
        shown.forEach(lesson -> table.row(
                words.label("lesson-kinds", lesson.kind()),
                new Quoted(
                        lesson.text() == null ? lesson.title() : lesson.title() + ". " + lesson.text(),
                        lesson.language()),
                lesson.source()));
        var isAnyForeign = shown.stream().anyMatch(lesson -> words.foreign(lesson.language()) != null);
        var more = lessons.total().value() - shown.size();
        return new Picture(
                        "lessons",
                        title,
                        words.of("review.lessons.subtitle"),
                        "",
                        null,
                        table.table(0),
                        Stream.of(
                                        isAnyForeign ? words.of("review.lessons.language") : null,
                                        more > 0 ? words.of("review.lessons.more", words.number(more)) : null)
                                .filter(Objects::nonNull)
                                .toList(),
                        source)
                .from(shown.stream().map(RecordedLessons.Lesson::source).toList());
    }
}
