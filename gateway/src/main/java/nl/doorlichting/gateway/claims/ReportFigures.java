package nl.doorlichting.gateway.claims;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import nl.doorlichting.api.figures.EffectAnswer;
import nl.doorlichting.api.figures.TrainingAnswer;
import nl.doorlichting.domain.claims.ClaimFigure;
import nl.doorlichting.domain.claims.FigureDays;
import nl.doorlichting.domain.claims.ReportMeasure;
import nl.doorlichting.domain.claims.UndecidedReason;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Key;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.gateway.clients.reporting.PublishedTablesWithNotation;
import nl.doorlichting.gateway.clients.reporting.StatedClaims.Reference;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.gateway.reports.ReportSource;
import nl.doorlichting.gateway.reports.ReportedQuantity;
import nl.doorlichting.gateway.reports.effects.EffectReport;
import nl.doorlichting.gateway.reports.finances.FinanceReport;
import nl.doorlichting.gateway.reports.reach.ReachReport;
import nl.doorlichting.gateway.reports.training.TrainingReport;

/** Finds figures in a report. */
interface ReportFigures {
    /** The figure, or why there is none. */
    ClaimFigure figure(Reference reference);

    static ReportFigures none(UndecidedReason why) {
        return reference -> ClaimFigure.none(why);
    }

    static ReportFigures of(ReachReport report) {
        return reference -> {
            var source = ReachSource.valueOf(reference.rowValues().get(ReportMeasure.SOURCE));
            if (lacks(report.sources(), source == ReachSource.INVENTORY ? Service.REPORTING : Service.TRAINING)) {
                return ClaimFigure.none(UndecidedReason.UNAVAILABLE);
            }
            var rows = isTotal(reference) ? report.totals() : report.rows();
            return rows.stream()
                    .filter(row -> row.source() == source && isNamed(row.key(), reference))
                    .findFirst()
                    .map(row -> ClaimFigure.of(sum(row.reach()), days(reference), source))
                    .orElseGet(ReportFigures::absent);
        };
    }

    static ReportFigures of(TrainingReport report) {
        return reference -> {
            var rows = isTotal(reference) ? report.totals() : report.rows();
            return rows.stream()
                    .filter(row -> isNamed(row.key(), reference))
                    .findFirst()
                    .map(row -> figure(row, reference))
                    .orElseGet(ReportFigures::absent);
        };
    }

    private static ClaimFigure figure(TrainingReport.Row row, Reference reference) {
        var days = days(reference);
        return switch (reference.measure()) {
            case PARTICIPANTS -> ClaimFigure.of(sum(row.participants()), days, ReachSource.TRAINING);
            case EXPECTED_PARTICIPANTS -> ClaimFigure.of(sum(row.expectedParticipants()), days, ReachSource.TRAINING);
            case SESSIONS_PLANNED -> ClaimFigure.exact(row.sessions().planned(), days);
            case SESSIONS_HELD -> ClaimFigure.exact(row.sessions().held(), days);
            case RATING -> rating(row.rating(), days);
            default -> absent();
        };
    }

    private static ClaimFigure rating(TrainingAnswer.Rating rating, FigureDays days) {
        if (rating == null || rating.mean() == null && (rating.meanLowest() == null || rating.meanHighest() == null)) {
            return absent();
        }
        if (rating.mean() != null) {
            return ClaimFigure.exact(rating.mean(), days);
        }
        return ClaimFigure.between(rating.meanLowest(), rating.meanHighest(), days);
    }

    static ReportFigures of(EffectReport report) {
        return reference -> {
            var days = days(reference);
            // All figures that claims can be about are of inventories.
            if (lacks(report.sources(), Service.REPORTING)) {
                return ClaimFigure.none(UndecidedReason.UNAVAILABLE);
            }
            if (reference.measure() == ReportMeasure.PROJECTS_TALLIED) {
                return tallied(report.tallies(), EffectAnswer.Tally::projects, days);
            }
            if (reference.measure() == ReportMeasure.REPORTS_TALLIED) {
                return tallied(report.tallies(), EffectAnswer.Tally::reports, days);
            }
            var rows = isTotal(reference) ? report.totals() : report.rows();
            return rows.stream()
                    .filter(row -> row.inventories() != null && isNamed(row.key(), reference))
                    .findFirst()
                    .map(row -> figure(row.inventories(), reference.measure(), days))
                    .orElseGet(ReportFigures::absent);
        };
    }

    private static ClaimFigure tallied(
            List<EffectAnswer.Tally> tallies, ToIntFunction<EffectAnswer.Tally> figure, FigureDays days) {
        return tallies.isEmpty()
                ? absent()
                : ClaimFigure.exact(tallies.stream().mapToInt(figure).sum(), days);
    }

    private static ClaimFigure figure(EffectAnswer.Figures figures, ReportMeasure measure, FigureDays days) {
        var projects = figures.projects();
        return switch (measure) {
            case PROJECTS_DESCRIBED -> ClaimFigure.exact(projects.count(), days);
            case PROJECTS_WITH_REPORT -> share(projects.withReport(), days);
            case PROJECTS_WITH_BASELINE -> share(projects.withBaseline(), days);
            case PROJECTS_WITH_SELF_EVALUATION -> share(projects.withSelfEvaluation(), days);
            case PROJECTS_WITH_INDEPENDENT_EVALUATION -> share(projects.withIndependentEvaluation(), days);
            case REPORTS_APPROVED -> ClaimFigure.exact(projects.reports(), days);
            case SIDE_EFFECTS_POSITIVE ->
                ClaimFigure.exact(figures.sideEffects().positive(), days);
            case SIDE_EFFECTS_NEGATIVE ->
                ClaimFigure.exact(figures.sideEffects().negative(), days);
            default -> absent();
        };
    }

    // Of those that are not known, it may be the case with all.
    private static ClaimFigure share(EffectAnswer.Share share, FigureDays days) {
        if (share.count() == null) {
            return ClaimFigure.none(UndecidedReason.NOT_MEASURED);
        }
        var known = BigDecimal.valueOf(share.count());
        return new ClaimFigure(
                known,
                known,
                known.add(BigDecimal.valueOf(share.unknown())),
                days,
                null,
                false,
                false,
                share.unknown() == 0 ? null : UndecidedReason.NOT_MEASURED);
    }

    static ReportFigures of(FinanceReport report) {
        return reference -> {
            var row = reference.rowValues();
            if (reference.measure() == ReportMeasure.PROJECTS_FUNDED) {
                return projects(report, row.get(Dimension.FUNDING_INSTRUMENT.jsonName()), days(reference));
            }
            var destination = row.get(ReportMeasure.DESTINATION);
            return destination == null
                    ? line(report, row, reference.measure(), days(reference))
                    : reallocated(report, destination, days(reference));
        };
    }

    static ReportFigures of(PublishedTablesWithNotation tables) {
        var printed = tables.items().stream()
                .map(PublishedTablesWithNotation.Table::toTable)
                .findFirst();
        return reference -> {
            var row = reference.rowValues();
            var times = reference.filterValues().getOrDefault(ReportMeasure.TIMES, "1");
            return printed.flatMap(table -> table.figure(
                            row.get(ReportMeasure.GROUP), row.get(ReportMeasure.ROW), row.get(ReportMeasure.COLUMN)))
                    .map(figure -> ClaimFigure.printed(figure, new BigDecimal(times), days(reference)))
                    .orElseGet(ReportFigures::absent);
        };
    }

    private static ClaimFigure projects(FinanceReport report, String instrument, FigureDays days) {
        return report.projects().stream()
                .filter(row -> instrument.equals(text(row.fundingInstrument())))
                .findFirst()
                .map(row -> ClaimFigure.exact(row.count(), days))
                .orElseGet(ReportFigures::absent);
    }

    private static ClaimFigure reallocated(FinanceReport report, String destination, FigureDays days) {
        return report.reallocations().stream()
                .filter(row -> row.destination().equals(destination))
                .findFirst()
                .flatMap(row -> days.isAll()
                        ? Optional.of(row.total())
                        : row.years().stream()
                                .filter(of -> Period.ofYear(of.year()).equals(days.period()))
                                .findFirst()
                                .map(FinanceReport.ReallocationYear::amount))
                .map(amount -> ClaimFigure.exact(amount.amount(), days))
                .orElseGet(ReportFigures::absent);
    }

    private static ClaimFigure line(
            FinanceReport report, Map<String, String> row, ReportMeasure measure, FigureDays days) {
        var code = row.get(ReportMeasure.LINE);
        return report.rows().stream()
                .filter(line -> code == null ? line.parentId() == null : code.equals(line.code()))
                .findFirst()
                .flatMap(line -> days.isAll()
                        ? Optional.of(line.total())
                        : line.years().stream()
                                .filter(of -> Period.ofYear(of.year()).equals(days.period()))
                                .findFirst()
                                .map(FinanceReport.Year::asTotal))
                .map(total -> amount(total, measure, days))
                .orElseGet(ReportFigures::absent);
    }

    private static ClaimFigure amount(FinanceReport.Total of, ReportMeasure measure, FigureDays days) {
        var rounding = of.rounding();
        return switch (measure) {
            case BUDGETED -> amount(of.budgeted(), rounding.budgeted(), days);
            case REALLOCATED -> amount(of.reallocated(), rounding.reallocated(), days);
            case SPENDABLE -> amount(of.spendable(), rounding.spendable(), days);
            case COMMITTED -> amount(of.committed(), rounding.committed(), days);
            case AVAILABLE -> amount(of.available(), rounding.available(), days);
            case DISBURSED -> amount(of.disbursed(), rounding.disbursed(), days);
            case LEFT -> amount(of.left(), rounding.left(), days);
            default -> absent();
        };
    }

    private static ClaimFigure amount(Money amount, Money rounding, FigureDays days) {
        return amount == null ? absent() : ClaimFigure.rounded(amount.amount(), rounding.amount(), days);
    }

    private static boolean lacks(List<ReportSource> sources, Service service) {
        return sources.contains(ReportSource.unavailable(service));
    }

    private static ClaimFigure absent() {
        return ClaimFigure.none(UndecidedReason.NO_FIGURE);
    }

    /** Whether no field of a row but its source is named. */
    private static boolean isTotal(Reference reference) {
        return reference.rowValues().keySet().stream().allMatch(ReportMeasure.SOURCE::equals);
    }

    private static boolean isNamed(Key key, Reference reference) {
        return reference.rowValues().entrySet().stream()
                .filter(field -> !field.getKey().equals(ReportMeasure.SOURCE))
                .allMatch(field -> Dimension.named(field.getKey())
                        .map(dimension -> text(key.get(dimension)).equals(canonical(dimension, field.getValue())))
                        .orElse(false));
    }

    // A value can be written in several ways: "2010" is "2010-01-01/2011-01-01" too.
    private static String canonical(Dimension dimension, String text) {
        return Dimension.text(dimension.value(text));
    }

    private static String text(Object value) {
        return value == null ? Dimension.NOT_STATED : Dimension.text(value);
    }

    private static FigureDays days(Reference reference) {
        var fields = new HashMap<>(reference.filterValues());
        fields.putAll(reference.rowValues());
        return FigureDays.of(reference.measure(), fields);
    }

    private static AggregatedQuantity sum(ReportedQuantity shown) {
        return shown == null
                ? null
                : new AggregatedQuantity(
                        shown.best(), shown.lowest(), shown.highest(), shown.approximate(), shown.observations());
    }
}
