package nl.doorlichting.gateway.reports.policyreview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.ReachIntensity;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.lists.CsvTable;

/** What a policy review has besides the reports, which have tables of their own: instruments, spending and cost. */
@ApplicationScoped
class PolicyReviewTable {
    private static final CsvTable TABLE = CsvTable.of(List.of(), Row.class, List.of());

    private final ObjectMapper mapper;

    PolicyReviewTable(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** What a row is about. */
    enum Part {
        PROJECTS,
        INTERVENTION_TYPE,
        FUNDING_INSTRUMENT,
        OVERLAP,
        SPENDING,
        SPENDING_TOTAL,
        SPENDING_WITHOUT_PROJECT,
        COST,
        COST_BY_FUNDING_INSTRUMENT,
        COST_BY_TRACK,
        COST_BY_INTENSITY
    }

    /** A row. */
    record Row(
            Part part,
            InterventionType interventionType,
            InterventionType otherType,
            FundingInstrument fundingInstrument,
            ActionLine actionLine,
            Track track,
            ReachIntensity intensity,
            Long projects,
            Money committed,
            Money disbursed,
            ReviewedCost stateShare,
            ReviewedCost wholeCost) {

        private static Row of(
                Part part,
                InterventionType type,
                InterventionType other,
                FundingInstrument instrument,
                ActionLine line,
                Track track,
                PolicyReview.Projects projects) {
            return new Row(
                    part,
                    type,
                    other,
                    instrument,
                    line,
                    track,
                    null,
                    projects.count(),
                    projects.committed(),
                    projects.disbursed(),
                    null,
                    null);
        }

        private static Row paid(Part part, Money amount) {
            return new Row(part, null, null, null, null, null, null, null, null, amount, null, null);
        }

        private static Row cost(
                Part part,
                FundingInstrument instrument,
                Track track,
                ReachIntensity intensity,
                Long projects,
                PolicyReview.Cost cost) {
            return new Row(
                    part,
                    null,
                    null,
                    instrument,
                    null,
                    track,
                    intensity,
                    projects,
                    null,
                    null,
                    cost.stateShare(),
                    cost.wholeCost());
        }
    }

    byte[] of(PolicyReview review) {
        return TABLE.write(Stream.of(
                        instruments(review.instruments()),
                        spending(review.spending()),
                        costs(review.costPerParticipation()))
                .flatMap(part -> part)
                .map(mapper::<JsonNode>valueToTree));
    }

    private static Stream<Row> instruments(PolicyReview.Instruments part) {
        return part == null
                ? Stream.of()
                : Stream.of(
                                Stream.of(Row.of(Part.PROJECTS, null, null, null, null, null, part.total())),
                                part.interventionTypes().stream()
                                        .map(row -> Row.of(
                                                Part.INTERVENTION_TYPE,
                                                row.interventionType(),
                                                null,
                                                null,
                                                row.actionLine(),
                                                row.track(),
                                                row.projects())),
                                part.fundingInstruments().stream()
                                        .map(row -> Row.of(
                                                Part.FUNDING_INSTRUMENT,
                                                null,
                                                null,
                                                row.fundingInstrument(),
                                                row.actionLine(),
                                                row.track(),
                                                row.projects())),
                                part.overlaps().stream()
                                        .map(pair -> Row.of(
                                                Part.OVERLAP,
                                                pair.first(),
                                                pair.second(),
                                                null,
                                                null,
                                                null,
                                                pair.projects())))
                        .flatMap(rows -> rows);
    }

    private static Stream<Row> spending(PolicyReview.Spending part) {
        return part == null
                ? Stream.of()
                : Stream.concat(
                        part.tracks().stream()
                                .map(row -> Row.of(Part.SPENDING, null, null, null, null, row.track(), row.projects())),
                        Stream.of(
                                Row.paid(Part.SPENDING_WITHOUT_PROJECT, part.withoutProject()),
                                Row.paid(Part.SPENDING_TOTAL, part.total())));
    }

    private static Stream<Row> costs(PolicyReview.Costs part) {
        return part == null
                ? Stream.of()
                : Stream.of(
                                Stream.of(Row.cost(Part.COST, null, null, null, null, part.total())),
                                part.fundingInstruments().stream()
                                        .map(row -> Row.cost(
                                                Part.COST_BY_FUNDING_INSTRUMENT,
                                                row.fundingInstrument(),
                                                null,
                                                null,
                                                row.projects(),
                                                row.cost())),
                                part.tracks().stream()
                                        .map(row -> Row.cost(
                                                Part.COST_BY_TRACK,
                                                null,
                                                row.track(),
                                                null,
                                                row.projects(),
                                                row.cost())),
                                part.intensities().stream()
                                        .map(row -> Row.cost(
                                                Part.COST_BY_INTENSITY,
                                                null,
                                                null,
                                                row.intensity(),
                                                row.projects(),
                                                row.cost())))
                        .flatMap(rows -> rows);
    }
}
