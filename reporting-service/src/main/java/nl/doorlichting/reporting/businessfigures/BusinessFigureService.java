package nl.doorlichting.reporting.businessfigures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import nl.doorlichting.kernel.metrics.BusinessFigure;
import nl.doorlichting.kernel.metrics.BusinessFigures;

/** What operations see of reporting: reports that wait for a reviewer, and imports that are not done. */
@ApplicationScoped
class BusinessFigureService implements BusinessFigures {
    private final BusinessFigureQueries queries;
    private final Clock clock;

    BusinessFigureService(BusinessFigureQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<BusinessFigure> read() {
        var now = clock.instant();
        return Stream.concat(queries.reportsAwaitingReview(now).stream(), queries.unfinishedImports(now).stream())
                .toList();
    }
}
