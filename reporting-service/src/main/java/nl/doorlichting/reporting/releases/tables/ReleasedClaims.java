package nl.doorlichting.reporting.releases.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.doorlichting.domain.claims.Claim;
import nl.doorlichting.domain.claims.ClaimEvaluation;
import nl.doorlichting.domain.claims.ClaimFigure;
import nl.doorlichting.domain.claims.ClaimReport;
import nl.doorlichting.domain.claims.FigureDays;
import nl.doorlichting.domain.claims.ReportMeasure;
import nl.doorlichting.domain.claims.UndecidedReason;
import nl.doorlichting.domain.disclosure.KeyedRounding;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.publishedtables.PublishedTable;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.reporting.claims.ClaimRequest;
import nl.doorlichting.reporting.claims.ClaimResponse;
import nl.doorlichting.reporting.claims.ClaimResponse.Reference;
import nl.doorlichting.reporting.releases.tables.FinishedTable.Part;

/**
 * Holds claims to what a release shows, and to nothing else: a verdict from a count that is hidden or rounded would reveal
 * it. A rounded count is anything that it may stand for, and a figure that no table of the release has is none (ADR 86).
 */
final class ReleasedClaims {
    private static final String BEST = "best";

    private final Map<String, String> lines = new HashMap<>();
    private final List<FinishedTable> figures;
    private final FundingFigures.Budget budget;
    private final Map<String, PublishedTable> printed;
    private final ObjectMapper mapper;

    /** @param printed the public tables by their codes */
    ReleasedClaims(
            List<FinishedTable> figures,
            FundingFigures.Budget budget,
            Map<String, PublishedTable> printed,
            ObjectMapper mapper) {
        this.figures = figures;
        this.budget = budget;
        this.printed = printed;
        this.mapper = mapper;
        figures.forEach(table ->
                table.cells().forEach(cell -> lines.put(table.set().jsonName() + cell.key(), cell.line())));
    }

    ClaimEvaluation evaluate(ClaimResponse claim) {
        return new Claim(
                        claim.comparison(),
                        claim.relation(),
                        claim.stated(),
                        claim.tolerance(),
                        claim.unit(),
                        claim.period())
                .evaluate(figure(claim.first()), claim.second() == null ? null : figure(claim.second()));
    }

    private ClaimFigure figure(Reference of) {
        var row = values(of.row());
        var filters = values(of.filters());
        var fields = new HashMap<>(filters);
        fields.putAll(row);
        var days = FigureDays.of(of.measure(), fields);
        if (of.report() == ClaimReport.PUBLISHED_TABLES) {
            return printed(filters, row, days);
        }
        // A release has whole tables only.
        if (!filters.isEmpty()) {
            return none();
        }
        return switch (of.report()) {
            case REACH -> reach(row, days);
            case TRAINING -> training(of.measure(), row, days);
            case EFFECTS -> effect(of.measure(), row, days);
            case FINANCES -> money(of.measure(), row, days);
            case PUBLISHED_TABLES -> none();
        };
    }

    private static ClaimFigure none() {
        return ClaimFigure.none(UndecidedReason.NO_FIGURE);
    }

    private static Map<String, String> values(List<ClaimRequest.Field> fields) {
        var values = new LinkedHashMap<String, String>();
        fields.forEach(field -> values.put(field.field(), field.value()));
        return values;
    }

    private ClaimFigure printed(Map<String, String> filters, Map<String, String> row, FigureDays days) {
        var times = new BigDecimal(filters.getOrDefault(ReportMeasure.TIMES, "1"));
        return Optional.ofNullable(printed.get(filters.get(ReportMeasure.TABLE)))
                .flatMap(table -> table.figure(
                        row.get(ReportMeasure.GROUP), row.get(ReportMeasure.ROW), row.get(ReportMeasure.COLUMN)))
                .map(figure -> ClaimFigure.printed(figure, times, days))
                .orElseGet(ReleasedClaims::none);
    }

    private ClaimFigure reach(Map<String, String> row, FigureDays days) {
        var source = ReachSource.valueOf(row.get(ReportMeasure.SOURCE));
        return find(ClaimReport.REACH, source, row)
                .map(cell -> counted(cell.path("reach"), days, source))
                .orElseGet(ReleasedClaims::none);
    }

    private ClaimFigure training(ReportMeasure measure, Map<String, String> row, FigureDays days) {
        return find(ClaimReport.TRAINING, ReachSource.TRAINING, row)
                .map(cell -> switch (measure) {
                    case PARTICIPANTS -> counted(cell.path("participants"), days, ReachSource.TRAINING);
                    case EXPECTED_PARTICIPANTS ->
                        counted(cell.path("expectedParticipants"), days, ReachSource.TRAINING);
                    case SESSIONS_PLANNED -> exact(cell.at("/sessions/planned"), days);
                    case SESSIONS_HELD -> exact(cell.at("/sessions/held"), days);
                    case RATING -> rating(cell.path("rating"), days);
                    default -> none();
                })
                .orElseGet(ReleasedClaims::none);
    }

    private static ClaimFigure rating(JsonNode rating, FigureDays days) {
        if (rating.path("mean").isNumber()) {
            return exact(rating.path("mean"), days);
        }
        return rating.path("meanLowest").isNumber()
                        && rating.path("meanHighest").isNumber()
                ? ClaimFigure.between(
                        rating.path("meanLowest").decimalValue(),
                        rating.path("meanHighest").decimalValue(),
                        days)
                : none();
    }

    private ClaimFigure effect(ReportMeasure measure, Map<String, String> row, FigureDays days) {
        if (measure == ReportMeasure.PROJECTS_TALLIED || measure == ReportMeasure.REPORTS_TALLIED) {
            return tallied(measure == ReportMeasure.PROJECTS_TALLIED ? "projects" : "reports", days);
        }
        return find(ClaimReport.EFFECTS, null, row)
                .map(cell -> cell.path("inventories"))
                .map(of -> switch (measure) {
                    case PROJECTS_DESCRIBED -> exact(of.at("/projects/count"), days);
                    case REPORTS_APPROVED -> exact(of.at("/projects/reports"), days);
                    case PROJECTS_WITH_REPORT -> share(of.at("/projects/withReport"), days);
                    case PROJECTS_WITH_BASELINE -> share(of.at("/projects/withBaseline"), days);
                    case PROJECTS_WITH_SELF_EVALUATION -> share(of.at("/projects/withSelfEvaluation"), days);
                    case PROJECTS_WITH_INDEPENDENT_EVALUATION ->
                        share(of.at("/projects/withIndependentEvaluation"), days);
                    case SIDE_EFFECTS_POSITIVE -> exact(of.at("/sideEffects/positive"), days);
                    case SIDE_EFFECTS_NEGATIVE -> exact(of.at("/sideEffects/negative"), days);
                    default -> none();
                })
                .orElseGet(ReleasedClaims::none);
    }

    private ClaimFigure tallied(String name, FigureDays days) {
        var tallies = sets(ClaimReport.EFFECTS)
                .findFirst()
                .map(table -> read(table.head()).path("tallies"))
                .filter(found -> !found.isEmpty());
        return tallies.map(found -> ClaimFigure.exact(
                        StreamSupport.stream(found.spliterator(), false)
                                .mapToInt(tally -> tally.path(name).asInt())
                                .sum(),
                        days))
                .orElseGet(ReleasedClaims::none);
    }

    // Of those that are not known, it may be the case with all.
    private static ClaimFigure share(JsonNode share, FigureDays days) {
        if (!share.path("count").isNumber()) {
            return ClaimFigure.none(UndecidedReason.NOT_MEASURED);
        }
        var known = share.path("count").decimalValue();
        var unknown = share.path("unknown").decimalValue();
        return new ClaimFigure(
                known,
                known,
                known.add(unknown),
                days,
                null,
                false,
                false,
                unknown.signum() == 0 ? null : UndecidedReason.NOT_MEASURED);
    }

    private ClaimFigure money(ReportMeasure measure, Map<String, String> row, FigureDays days) {
        if (measure == ReportMeasure.PROJECTS_FUNDED) {
            return budget.projects().stream()
                    .filter(of -> row.get(Dimension.FUNDING_INSTRUMENT.jsonName())
                            .equals(of.path("fundingInstrument").asText(Dimension.NOT_STATED)))
                    .findFirst()
                    .map(of -> exact(of.path("count"), days))
                    .orElseGet(ReleasedClaims::none);
        }
        var destination = row.get(ReportMeasure.DESTINATION);
        if (destination != null) {
            return budget.destinations().stream()
                    .filter(to -> to.name().equals(destination))
                    .findFirst()
                    .flatMap(to -> of(to.amounts(), days))
                    .map(amount -> exact(amount.path("amount"), days))
                    .orElseGet(ReleasedClaims::none);
        }
        var code = row.get(ReportMeasure.LINE);
        return budget.lines().stream()
                .filter(line -> code == null ? line.parent() == null : code.equals(line.code()))
                .findFirst()
                .flatMap(line -> of(line.amounts(), days))
                .map(amounts -> amount(amounts, measure.name().toLowerCase(Locale.ROOT), days))
                .orElseGet(ReleasedClaims::none);
    }

    private static Optional<JsonNode> of(List<FundingFigures.Amounts> amounts, FigureDays days) {
        return amounts.stream()
                .filter(of -> of.year() == null
                        ? days.isAll()
                        : Period.ofYear(of.year()).equals(days.period()))
                .findFirst()
                .map(FundingFigures.Amounts::fields);
    }

    private static ClaimFigure amount(JsonNode amounts, String name, FigureDays days) {
        var amount = amounts.path(name).path("amount");
        return amount.isTextual()
                ? ClaimFigure.rounded(
                        new BigDecimal(amount.textValue()),
                        new BigDecimal(amounts.path("rounding")
                                .path(name)
                                .path("amount")
                                .asText("0")),
                        days)
                : none();
    }

    private static ClaimFigure exact(JsonNode number, FigureDays days) {
        if (number.isTextual()) {
            return ClaimFigure.exact(new BigDecimal(number.textValue()), days);
        }
        return number.isNumber() ? ClaimFigure.exact(number.decimalValue(), days) : none();
    }

    /** A count of people, as exact as it is shown. */
    private ClaimFigure counted(JsonNode count, FigureDays days, ReachSource source) {
        if (!count.isObject()) {
            return none();
        }
        if (count.has("observations")) {
            try {
                return ClaimFigure.of(mapper.treeToValue(count, AggregatedQuantity.class), days, source);
            } catch (JsonProcessingException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        if (!count.path(BEST).isNumber()) {
            return ClaimFigure.none(UndecidedReason.KINDS);
        }
        var shown = count.path(BEST).decimalValue();
        if (!count.path("disclosure").isTextual() || shown.signum() == 0) {
            return new ClaimFigure(shown, shown, shown, days, source, false, false, null);
        }
        var less = BigDecimal.valueOf(KeyedRounding.BASE - 1L);
        return new ClaimFigure(shown, shown.subtract(less), shown.add(less), days, source, false, false, null);
    }

    /** The cell of a row, or of a total, in the first table that has it: the one that is shown as counted comes first. */
    private Optional<JsonNode> find(ClaimReport report, ReachSource source, Map<String, String> row) {
        var wanted = new LinkedHashMap<String, String>();
        row.forEach((name, value) -> {
            if (!name.equals(ReportMeasure.SOURCE)) {
                wanted.put(name, canonical(name, value));
            }
        });
        return sets(report)
                .map(table -> (DimensionSet) table.set())
                .map(set -> {
                    var by = set.by().map(Dimension::jsonName).collect(Collectors.toList());
                    if (!by.containsAll(wanted.keySet())) {
                        return null;
                    }
                    by.retainAll(wanted.keySet());
                    var key = new LinkedHashMap<String, String>();
                    by.forEach(name -> key.put(name, wanted.get(name)));
                    var part = by.size() == set.by().count() ? Part.ROW : Part.TOTAL;
                    return lines.get(set.jsonName() + FinishedTable.key(part, source, key));
                })
                .filter(line -> line != null)
                .findFirst()
                .map(this::read);
    }

    private Stream<FinishedTable> sets(ClaimReport report) {
        return figures.stream()
                .filter(table -> table.set() instanceof DimensionSet set && set.structure() == report.structure());
    }

    // A value can be written in several ways: "2010" is "2010-01-01/2011-01-01" too.
    private static String canonical(String name, String value) {
        var text = Dimension.named(name)
                .map(dimension -> Dimension.text(dimension.value(value)))
                .orElse(value);
        return text.equals(Dimension.NOT_STATED) ? null : text;
    }

    private JsonNode read(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
