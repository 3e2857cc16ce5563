package nl.doorlichting.funding.budgetstatistics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.domain.vocabulary.FundingInstrument;

/** Puts awards counted beside projects described, per funding instrument; the row without one comes last. */
final class ProjectRows {
    private ProjectRows() {}

    static List<BudgetStatisticsResponse.Projects> of(
            Map<FundingInstrument, AggregatedQuantity> counted,
            Map<FundingInstrument, Long> described,
            Map<FundingInstrument, Long> awards) {
        var instruments = Stream.concat(Arrays.stream(FundingInstrument.values()), Stream.of((FundingInstrument) null));
        return instruments
                .filter(instrument -> described.containsKey(instrument)
                        || has(counted, instrument)
                        || instrument != null && awards.containsKey(instrument))
                .map(instrument -> new BudgetStatisticsResponse.Projects(
                        instrument,
                        has(counted, instrument) ? counted.get(instrument).best() : null,
                        described.getOrDefault(instrument, 0L),
                        instrument == null ? 0L : awards.getOrDefault(instrument, 0L)))
                .toList();
    }

    private static boolean has(Map<FundingInstrument, AggregatedQuantity> counted, FundingInstrument instrument) {
        return instrument != null && counted.containsKey(instrument);
    }
}
