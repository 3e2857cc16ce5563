package nl.doorlichting.gateway.claims;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import nl.doorlichting.api.figures.EffectAnswer;
import nl.doorlichting.api.figures.TrainingAnswer;
import nl.doorlichting.domain.claims.ClaimFigure;
import nl.doorlichting.domain.claims.ReportMeasure;
import nl.doorlichting.domain.claims.UndecidedReason;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Key;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.gateway.clients.reporting.StatedClaims.Reference;
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
            var rows = isTotal(reference) ? report.totals() : report.rows();
            return rows.stream()
                    .filter(row -> row.source() == source && isNamed(row.key(), reference))
                    .findFirst()
                    .map(row -> ClaimFigure.of(sum(row.reach()), period(reference), source))
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
        var period = period(reference);
        return switch (reference.measure()) {
            case PARTICIPANTS -> ClaimFigure.of(sum(row.participants()), period, ReachSource.TRAINING);
            case EXPECTED_PARTICIPANTS -> ClaimFigure.of(sum(row.expectedParticipants()), period, ReachSource.TRAINING);
            case SESSIONS_PLANNED -> ClaimFigure.exact(row.sessions().planned(), period);
            case SESSIONS_HELD -> ClaimFigure.exact(row.sessions().held(), period);
            case RATING -> rating(row.rating(), period);
            default -> absent();
        };
    }

    private static ClaimFigure rating(TrainingAnswer.Rating rating, Period period) {
        if (rating == null || rating.mean() == null && (rating.meanLowest() == null || rating.meanHighest() == null)) {
            return absent();
        }
        if (rating.mean() != null) {
            return ClaimFigure.exact(rating.mean(), period);
        }
        return ClaimFigure.between(rating.meanLowest(), rating.meanHighest(), period);
    }

    static ReportFigures of(EffectReport report) {
        return reference -> {
            var period = period(reference);
            if (reference.measure() == ReportMeasure.PROJECTS_TALLIED) {
                return tallied(report.tallies(), EffectAnswer.Tally::projects, period);
            }
            if (reference.measure() == ReportMeasure.REPORTS_TALLIED) {
                return tallied(report.tallies(), EffectAnswer.Tally::reports, period);
            }
            var rows = isTotal(reference) ? report.totals() : report.rows();
            return rows.stream()
                    .filter(row -> row.inventories() != null && isNamed(row.key(), reference))
                    .findFirst()
                    .map(row -> figure(row.inventories(), reference.measure(), period))
                    .orElseGet(ReportFigures::absent);
        };
    }

    private static ClaimFigure tallied(
            List<EffectAnswer.Tally> tallies, ToIntFunction<EffectAnswer.Tally> figure, Period period) {
        return tallies.isEmpty()
                ? absent()
                : ClaimFigure.exact(tallies.stream().mapToInt(figure).sum(), period);
    }

    private static ClaimFigure figure(EffectAnswer.Figures figures, ReportMeasure measure, Period period) {
        var projects = figures.projects();
        return switch (measure) {
            case PROJECTS_DESCRIBED -> ClaimFigure.exact(projects.count(), period);
            case PROJECTS_WITH_REPORT -> share(projects.withReport(), period);
            case PROJECTS_WITH_BASELINE -> share(projects.withBaseline(), period);
            case PROJECTS_WITH_SELF_EVALUATION -> share(projects.withSelfEvaluation(), period);
            case PROJECTS_WITH_INDEPENDENT_EVALUATION -> share(projects.withIndependentEvaluation(), period);
            case REPORTS_APPROVED -> ClaimFigure.exact(projects.reports(), period);
            case SIDE_EFFECTS_POSITIVE ->
                ClaimFigure.exact(figures.sideEffects().positive(), period);
            case SIDE_EFFECTS_NEGATIVE ->
                ClaimFigure.exact(figures.sideEffects().negative(), period);
            default -> absent();
        };
    }

    // Of those that are not known, it may be the case with all.
    private static ClaimFigure share(EffectAnswer.Share share, Period period) {
        if (share.count() == null) {
            return ClaimFigure.none(UndecidedReason.NOT_MEASURED);
        }
        var known = BigDecimal.valueOf(share.count());
        return new ClaimFigure(
                known,
                known,
                known.add(BigDecimal.valueOf(share.unknown())),
                period,
                null,
                false,
                share.unknown() == 0 ? null : UndecidedReason.NOT_MEASURED);
    }

    static ReportFigures of(FinanceReport report) {
        return reference -> {
            var row = reference.rowValues();
            if (reference.measure() == ReportMeasure.PROJECTS_FUNDED) {
                return projects(report, row.get(Dimension.FUNDING_INSTRUMENT.jsonName()));
            }
            var destination = row.get(ReportMeasure.DESTINATION);
            return destination == null
                    ? line(report, row, reference.measure(), period(reference))
                    : reallocated(report, destination, period(reference));
        };
    }

    private static ClaimFigure projects(FinanceReport report, String instrument) {
        return report.projects().stream()
                .filter(row -> instrument.equals(text(row.fundingInstrument())))
                .findFirst()
                .map(row -> ClaimFigure.exact(row.count(), null))
                .orElseGet(ReportFigures::absent);
    }

    private static ClaimFigure reallocated(FinanceReport report, String destination, Period year) {
        return report.reallocations().stream()
                .filter(row -> row.destination().equals(destination))
                .findFirst()
                .flatMap(row -> year == null
                        ? Optional.of(row.total())
                        : row.years().stream()
                                .filter(of -> Period.ofYear(of.year()).equals(year))
                                .findFirst()
                                .map(FinanceReport.ReallocationYear::amount))
                .map(amount -> ClaimFigure.exact(amount.amount(), year))
                .orElseGet(ReportFigures::absent);
    }

    private static ClaimFigure line(FinanceReport report, Map<String, String> row, ReportMeasure measure, Period year) {
        var code = row.get(ReportMeasure.LINE);
        return report.rows().stream()
                .filter(line -> code == null ? line.parentId() == null : code.equals(line.code()))
                .findFirst()
                .flatMap(line -> year == null
                        ? Optional.of(line.total())
                        : line.years().stream()
                                .filter(of -> Period.ofYear(of.year()).equals(year))
                                .findFirst()
                                .map(FinanceReport.Year::asTotal))
                .map(total -> amount(total, measure, year))
                .orElseGet(ReportFigures::absent);
    }

    private static ClaimFigure amount(FinanceReport.Total of, ReportMeasure measure, Period year) {
        var rounding = of.rounding();
        return switch (measure) {
            case BUDGETED -> amount(of.budgeted(), rounding.budgeted(), year);
            case REALLOCATED -> amount(of.reallocated(), rounding.reallocated(), year);
            case SPENDABLE -> amount(of.spendable(), rounding.spendable(), year);
            case COMMITTED -> amount(of.committed(), rounding.committed(), year);
            case AVAILABLE -> amount(of.available(), rounding.available(), year);
            case DISBURSED -> amount(of.disbursed(), rounding.disbursed(), year);
            case LEFT -> amount(of.left(), rounding.left(), year);
            default -> absent();
        };
    }

    private static ClaimFigure amount(Money amount, Money rounding, Period year) {
        return amount == null ? absent() : ClaimFigure.rounded(amount.amount(), rounding.amount(), year);
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

    /** The days of the row, or of the filters; null for all. */
    private static Period period(Reference reference) {
        Function<String, Optional<String>> field = name -> Optional.ofNullable(reference
                        .rowValues()
                        .getOrDefault(name, reference.filterValues().get(name)))
                .filter(text -> !text.equals(Dimension.NOT_STATED) && text.indexOf(',') < 0);
        return field.apply(Dimension.PERIOD.jsonName())
                .or(() -> field.apply(Dimension.YEAR.jsonName()))
                .or(() ->
                        field.apply("from").flatMap(from -> field.apply("until").map(until -> from + "/" + until)))
                .map(Period::of)
                .orElse(null);
    }

    private static AggregatedQuantity sum(ReportedQuantity shown) {
        return shown == null
                ? null
                : new AggregatedQuantity(
                        shown.best(), shown.lowest(), shown.highest(), shown.approximate(), shown.observations());
    }
}
