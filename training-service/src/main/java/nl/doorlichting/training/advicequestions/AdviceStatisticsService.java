package nl.doorlichting.training.advicequestions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import nl.doorlichting.training.TrainingDataSet;

/** Answers what is known about questions for advice. */
@ApplicationScoped
class AdviceStatisticsService {
    private final AdviceFacts facts;
    private final AdviceTerms terms;
    private final TrainingDataSet dataSet;

    AdviceStatisticsService(AdviceFacts facts, AdviceTerms terms, TrainingDataSet dataSet) {
        this.facts = facts;
        this.terms = terms;
        this.dataSet = dataSet;
    }

    @Transactional
    AdviceStatisticsResponse answer(AdviceQuery query) {
        var revision = dataSet.revision();
        return AdviceStatisticsResponse.from(query, AdviceTable.of(query, facts.of(query, terms.today())), revision);
    }
}
