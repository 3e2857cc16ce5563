package nl.doorlichting.training.businessmetrics;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.doorlichting.platform.metrics.BusinessMetric;
import nl.doorlichting.platform.metrics.BusinessMetricSource;
import nl.doorlichting.training.personaldata.PersonalDataUpkeep;
import nl.doorlichting.training.personaldata.PersonalDataUpkeep.Overdue;

/** Metrics of training: counts of records whose personal data should have been erased, without personal data. */
@ApplicationScoped
class BusinessMetricService implements BusinessMetricSource {
    private final List<PersonalDataUpkeep> features;

    BusinessMetricService(@All List<PersonalDataUpkeep> features) {
        this.features = features;
    }

    @Override
    @Transactional
    public List<BusinessMetric> read() {
        var overdue = features.stream().map(PersonalDataUpkeep::overdue).toList();
        return List.of(
                BusinessMetric.of(
                        "erasures.overdue",
                        overdue.stream().mapToLong(Overdue::records).sum()),
                BusinessMetric.of(
                        "erasures.overdue.oldest.days",
                        overdue.stream().mapToLong(Overdue::oldestDays).max().orElse(0)));
    }
}
