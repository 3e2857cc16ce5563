package nl.doorlichting.gateway.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.doorlichting.domain.claims.ClaimUnit;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.publishedtables.TableFindingName;
import nl.doorlichting.gateway.claims.ClaimEvaluationResponse;
import nl.doorlichting.gateway.clients.reporting.PublishedTables;
import nl.doorlichting.gateway.dataquality.FindingKind;
import nl.doorlichting.gateway.dataquality.FindingSeverity;
import nl.doorlichting.gateway.dataquality.QualityFinding;

/** Which findings are about which picture, by the numbers that the chapter of findings gives them. */
final class FindingMarks {
    static final String AFTER_CODE = ": ";
    private static final Pattern YEARS = Pattern.compile("\\b(19|20)[0-9]{2}(-(19|20)[0-9]{2})?\\b");

    /** The place in a picture of what is about all of it; not every picture has one. */
    static final String WHOLE = "";

    private final Map<String, List<Mark>> byPicture = new LinkedHashMap<>();

    /**
     * A finding about a picture.
     *
     * @param number its number
     * @param style how its mark is drawn: grey where it is explained, full where it is an error
     * @param about names of the marks of the picture that it can be about, in the order in which they are looked for
     * @param isAtMarkOnly whether it is about the picture only where that has such a mark; any other finding is about the
     *     picture as a whole
     */
    record Mark(int number, String style, List<String> about, boolean isAtMarkOnly) {}

    private FindingMarks(ReviewFigures figures) {
        var claims = (figures.claims().isThere() ? figures.claims().report() : List.<ClaimEvaluationResponse>of())
                .stream()
                        .collect(Collectors.toMap(
                                ClaimEvaluationResponse::code, Function.identity(), (first, other) -> first));
        var tables =
                figures.printed().isThere() ? figures.printed().report().items() : List.<PublishedTables.Table>of();
        var number = 0;
        for (var finding : numbered(figures)) {
            number++;
            for (var picture : pictures(finding, claims.values(), tables)) {
                byPicture
                        .computeIfAbsent(picture, first -> new ArrayList<>())
                        .add(new Mark(
                                number,
                                style(finding),
                                isSecond(finding, picture)
                                        ? about(finding, claims)
                                        : Stream.concat(about(finding, claims).stream(), Stream.of(WHOLE))
                                                .toList(),
                                isSecond(finding, picture)));
            }
        }
    }

    // Two pictures draw what such a table prints, and the first of them has what is about all of it.
    private static boolean isSecond(QualityFinding finding, String picture) {
        return picture.equals("growth") || picture.equals("flow") && finding.kind() != FindingKind.AWARD_WITHOUT_LINE;
    }

    static FindingMarks of(ReviewFigures figures) {
        return new FindingMarks(figures);
    }

    /** Those about a picture, in the order of their numbers. */
    List<Mark> about(String picture) {
        return byPicture.getOrDefault(picture, List.of());
    }

    /** Numbers of the findings about a line of this name in a printed table of money, as a destination of it is one. */
    static List<Integer> aboutLine(ReviewFigures figures, String name) {
        return numbers(
                figures,
                (finding, table) -> table.unit() != null
                        && table.unit().startsWith("EUR")
                        && lines(finding, table).anyMatch(name::equalsIgnoreCase));
    }

    /** Numbers of the findings about a printed line with a cell of this number. */
    static List<Integer> aboutNumber(ReviewFigures figures, BigDecimal number) {
        return numbers(
                figures,
                (finding, table) -> lines(finding, table)
                        .flatMap(line -> cells(table, line))
                        .map(cell -> PrintedPicture.number(table, cell))
                        .anyMatch(cell -> cell.isPresent()
                                && BigDecimal.valueOf(cell.getAsDouble()).compareTo(number) == 0));
    }

    private static List<Integer> numbers(
            ReviewFigures figures, BiPredicate<QualityFinding, PublishedTables.Table> isAbout) {
        var tables =
                figures.printed().isThere() ? figures.printed().report().items() : List.<PublishedTables.Table>of();
        var findings = numbered(figures);
        return IntStream.range(0, findings.size())
                .filter(index -> tables.stream().anyMatch(table -> isAbout.test(findings.get(index), table)))
                .mapToObj(index -> index + 1)
                .toList();
    }

    // Lines of this table whose sums differ.
    private static Stream<String> lines(QualityFinding finding, PublishedTables.Table table) {
        var code = table.code() + AFTER_CODE;
        return finding.kind() == FindingKind.TABLE_SUM_DIFFERS
                ? Stream.of(finding.subject().split(TableFindingName.BETWEEN))
                        .filter(part -> part.startsWith(code))
                        .map(part -> part.substring(code.length()))
                : Stream.empty();
    }

    // Those of the rows, or of the column, of this label.
    private static Stream<String> cells(PublishedTables.Table table, String line) {
        var column = table.columns().stream()
                .map(PublishedTables.Column::label)
                .toList()
                .indexOf(line);
        return table.rows().stream()
                .flatMap(row -> line.equals(row.label())
                        ? row.cells().stream()
                        : IntStream.range(0, row.cells().size())
                                .filter(index -> index == column)
                                .mapToObj(row.cells()::get));
    }

    /** The findings of a programme in the order of their numbers: those of one kind together, the gravest first. */
    static List<QualityFinding> numbered(ReviewFigures figures) {
        return figures.findings().isThere()
                ? byKind(figures.findings().report()).values().stream()
                        .flatMap(List::stream)
                        .toList()
                : List.of();
    }

    /** Those of one kind in the order of what they are about, as of years. */
    static Map<FindingKind, List<QualityFinding>> byKind(List<QualityFinding> findings) {
        return findings.stream()
                .collect(Collectors.groupingBy(
                        QualityFinding::kind,
                        LinkedHashMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), FindingMarks::inOrder)));
    }

    private static List<QualityFinding> inOrder(List<QualityFinding> ofKind) {
        return ofKind.stream()
                .sorted(Comparator.comparing(QualityFinding::subject, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(QualityFinding::place))
                .toList();
    }

    static String style(QualityFinding finding) {
        if (finding.acceptance() != null) {
            return "unknown-fill";
        }
        return finding.severity() == FindingSeverity.ERROR ? "finding-fill" : "finding-edge";
    }

    private static Set<String> pictures(
            QualityFinding finding, Collection<ClaimEvaluationResponse> claims, List<PublishedTables.Table> tables) {
        return (switch (finding.kind()) {
                    case TABLE_SUM_DIFFERS, TABLE_CELL_MALFORMED, IDENTITY_DANGLING ->
                        tables.stream()
                                .filter(table -> names(finding, table.code()))
                                .flatMap(FindingMarks::of);
                    case CLAIM_FAILS, CLAIM_UNDECIDED ->
                        claims.stream()
                                .filter(claim -> names(finding, claim.code()))
                                .flatMap(claim -> of(claim.unit()));
                    case AWARD_WITHOUT_LINE -> Stream.of("flow");
                    case AWARDS_EXCEED_TALLY -> Stream.of("instruments");
                    case VERDICT_ABOVE_EVIDENCE -> Stream.of("verdicts");
                    case EMBEDDING_STALE -> Stream.of("embedding-moments");
                    case PERIOD_OUTSIDE_PROGRAMME, YEAR_MISSING, INCLUSION_UNKNOWN, TALLY_EXCEEDED ->
                        ofRecords(finding.place());
                    default -> Stream.<String>empty();
                })
                .collect(Collectors.toSet());
    }

    /** What a finding names of what it is about: lines of tables, cells, periods, projects and subjects. */
    private static List<String> about(QualityFinding finding, Map<String, ClaimEvaluationResponse> claims) {
        var parts = Stream.of(finding.subject().split(TableFindingName.BETWEEN)).toList();
        return switch (finding.kind()) {
            case TABLE_SUM_DIFFERS, TABLE_CELL_MALFORMED, IDENTITY_DANGLING ->
                parts.stream()
                        .map(part -> part.contains(AFTER_CODE)
                                ? part.substring(part.indexOf(AFTER_CODE) + AFTER_CODE.length())
                                : part)
                        .toList();
            // A claim is about the periods of its figures, and about the years that it names where it has none.
            case CLAIM_FAILS, CLAIM_UNDECIDED ->
                Stream.concat(
                                claims.values().stream()
                                        .filter(claim -> names(finding, claim.code()))
                                        .flatMap(claim -> claim.figures().stream())
                                        .map(ClaimEvaluationResponse.Figure::period)
                                        .filter(Objects::nonNull)
                                        .map(Period::code),
                                YEARS.matcher(finding.subject()).results().map(MatchResult::group))
                        .distinct()
                        .toList();
            // A project may have several verdicts, and each of them is a dot.
            case VERDICT_ABOVE_EVIDENCE ->
                List.of(finding.subject().substring(finding.subject().lastIndexOf(AFTER_CODE) + AFTER_CODE.length()));
            default -> List.of(finding.subject());
        };
    }

    // A sum of a table, its cells and a claim stand behind the code of what they are of.
    static boolean names(QualityFinding finding, String code) {
        return Stream.of(finding.subject().split(TableFindingName.BETWEEN))
                .anyMatch(part -> part.startsWith(code + AFTER_CODE));
    }

    /**
     * The pictures that draw what the table prints, the first one first. Its unit is in words; it states nothing else of what it
     * counts.
     */
    static Stream<String> of(PublishedTables.Table table) {
        var unit = table.unit() == null ? "" : table.unit();
        if (unit.startsWith("EUR")) {
            return PrintedPicture.isInGroups(table) ? Stream.of("parts") : Stream.of("budget", "flow");
        }
        if (unit.contains("training")) {
            return Stream.of("trainings");
        }
        return unit.contains("particip") ? Stream.of("reach", "growth") : Stream.of();
    }

    private static Stream<String> of(ClaimUnit unit) {
        return switch (unit) {
            case EUR -> Stream.of("budget", "flow");
            case PARTICIPATIONS, PEOPLE -> Stream.of("reach", "growth");
            case SESSIONS -> Stream.of("trainings");
            case POINTS -> Stream.of("rating");
            case PROJECTS, REPORTS -> Stream.of("coverage");
            default -> Stream.of();
        };
    }

    private static Stream<String> ofRecords(String place) {
        if (place.contains("training")) {
            return Stream.of("trainings");
        }
        return place.contains("finances") ? Stream.of("budget") : Stream.of("reach");
    }
}
