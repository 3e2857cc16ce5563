package nl.doorlichting.training.advicequestions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import nl.doorlichting.platform.time.DutchCalendar;
import nl.doorlichting.training.TrainingDataSet;

/** Sums questions for advice. */
@ApplicationScoped
class AdviceStatisticsService {
    private final AdviceFacts facts;
    private final DutchCalendar calendar;
    private final TrainingDataSet dataSet;

    AdviceStatisticsService(AdviceFacts facts, DutchCalendar calendar, TrainingDataSet dataSet) {
        this.facts = facts;
        this.calendar = calendar;
        this.dataSet = dataSet;
    }

    @Transactional
    AdviceStatisticsResponse answer(AdviceQuery query) {
        var revision = dataSet.beginConsistentRead();
        return AdviceStatisticsResponse.from(query, AdviceTable.of(query, facts.of(query, calendar.today())), revision);
    }
}
