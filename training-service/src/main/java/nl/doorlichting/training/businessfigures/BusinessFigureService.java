package nl.doorlichting.training.businessfigures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.doorlichting.kernel.metrics.BusinessFigure;
import nl.doorlichting.kernel.metrics.BusinessFigures;
import nl.doorlichting.training.Today;

/** What operations see of training: registrations whose personal data should have been erased. */
@ApplicationScoped
class BusinessFigureService implements BusinessFigures {
    private final BusinessFigureQueries queries;
    private final Today today;

    BusinessFigureService(BusinessFigureQueries queries, Today today) {
        this.queries = queries;
        this.today = today;
    }

    @Override
    @Transactional
    public List<BusinessFigure> read() {
        return queries.overdueErasures(today.day());
    }
}
