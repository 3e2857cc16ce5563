package nl.doorlichting.training.trainingstatistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import nl.doorlichting.training.TrainingDataSet;

/** Answers what is known about trainings. */
@ApplicationScoped
class TrainingStatisticsService {
    private final TrainingFacts facts;
    private final TrainingDataSet dataSet;

    TrainingStatisticsService(TrainingFacts facts, TrainingDataSet dataSet) {
        this.facts = facts;
        this.dataSet = dataSet;
    }

    @Transactional
    TrainingStatisticsResponse answer(TrainingQuery query) {
        var revision = dataSet.revision();
        return TrainingStatisticsResponse.from(
                TrainingTable.of(query, facts.of(query), facts.ratings(query)), revision);
    }
}
