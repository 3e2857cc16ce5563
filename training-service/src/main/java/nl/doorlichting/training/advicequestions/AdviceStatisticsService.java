package nl.doorlichting.training.advicequestions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.time.DutchCalendar;
import nl.doorlichting.training.TrainingDataSet;

/** Sums questions for advice. */
@ApplicationScoped
class AdviceStatisticsService {
    private final AdviceFacts facts;
    private final DutchCalendar calendar;
    private final TrainingDataSet dataSet;
    private final MunicipalityRegister register;

    AdviceStatisticsService(
            AdviceFacts facts, DutchCalendar calendar, TrainingDataSet dataSet, MunicipalityRegister register) {
        this.facts = facts;
        this.calendar = calendar;
        this.dataSet = dataSet;
        this.register = register;
    }

    @Transactional
    AdviceStatistics answer(Question question) {
        var revision = dataSet.beginConsistentRead();
        return AdviceStatistics.from(question, facts.of(question, calendar.today()), register, revision);
    }
}
