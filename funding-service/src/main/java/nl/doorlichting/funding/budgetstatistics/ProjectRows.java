package nl.doorlichting.funding.budgetstatistics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.funding.awardtallies.AwardCounts;

/** Puts awards counted beside projects described, per funding instrument; the row without one comes last. */
final class ProjectRows {
    private static final AwardCounts.Standing NONE = new AwardCounts.Standing(0, 0);

    private ProjectRows() {}

    static List<BudgetStatisticsResponse.Projects> of(
            Map<FundingInstrument, AggregatedQuantity> counted,
            Map<FundingInstrument, Long> described,
            Map<FundingInstrument, AwardCounts.Standing> awards) {
        var instruments = Stream.concat(Arrays.stream(FundingInstrument.values()), Stream.of((FundingInstrument) null));
        return instruments
                .filter(instrument -> described.containsKey(instrument)
                        || has(counted, instrument)
                        || instrument != null && awards.containsKey(instrument))
                .map(instrument -> row(
                        instrument,
                        has(counted, instrument) ? counted.get(instrument) : null,
                        described.getOrDefault(instrument, 0L),
                        instrument != null && awards.containsKey(instrument) ? awards.get(instrument) : NONE))
                .toList();
    }

    private static BudgetStatisticsResponse.Projects row(
            FundingInstrument instrument, AggregatedQuantity counted, long described, AwardCounts.Standing awards) {
        return new BudgetStatisticsResponse.Projects(
                instrument,
                counted == null ? null : counted.best(),
                counted,
                described,
                awards.alone(),
                awards.beyondTallies());
    }

    private static boolean has(Map<FundingInstrument, AggregatedQuantity> counted, FundingInstrument instrument) {
        return instrument != null && counted.containsKey(instrument);
    }
}
