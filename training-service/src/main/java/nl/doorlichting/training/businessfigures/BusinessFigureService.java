package nl.doorlichting.training.businessfigures;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.doorlichting.kernel.metrics.BusinessFigure;
import nl.doorlichting.kernel.metrics.BusinessFigures;
import nl.doorlichting.training.personaldata.PersonalDataUpkeep;
import nl.doorlichting.training.personaldata.PersonalDataUpkeep.Overdue;

/** What operations see of training: records whose personal data should have been erased. Counts; nothing of a person. */
@ApplicationScoped
class BusinessFigureService implements BusinessFigures {
    private final List<PersonalDataUpkeep> features;

    BusinessFigureService(@All List<PersonalDataUpkeep> features) {
        this.features = features;
    }

    @Override
    @Transactional
    public List<BusinessFigure> read() {
        var overdue = features.stream().map(PersonalDataUpkeep::overdue).toList();
        return List.of(
                BusinessFigure.of(
                        "erasures.overdue",
                        overdue.stream().mapToLong(Overdue::records).sum()),
                BusinessFigure.of(
                        "erasures.overdue.oldest.days",
                        overdue.stream().mapToLong(Overdue::oldestDays).max().orElse(0)));
    }
}
