package nl.doorlichting.funding.businessfigures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;
import nl.doorlichting.kernel.metrics.BusinessFigure;
import nl.doorlichting.kernel.metrics.BusinessFigures;

/** What operations see of funding: applications that wait for somebody, and what is left of each budget. */
@ApplicationScoped
class BusinessFigureService implements BusinessFigures {
    private final BusinessFigureQueries queries;

    BusinessFigureService(BusinessFigureQueries queries) {
        this.queries = queries;
    }

    @Override
    @Transactional
    public List<BusinessFigure> read() {
        return Stream.concat(queries.openApplications().stream(), queries.budgetLeft().stream())
                .toList();
    }
}
