package nl.doorlichting.funding.deadlines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import nl.doorlichting.funding.organisations.Organisations;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;

/** Says what is due. A day is one in the Netherlands, where the terms of the law are counted. */
@ApplicationScoped
class DeadlineService {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final DeadlineRepository deadlines;
    private final Organisations visibility;
    private final Clock clock;

    DeadlineService(DeadlineRepository deadlines, Organisations visibility, Clock clock) {
        this.deadlines = deadlines;
        this.visibility = visibility;
        this.clock = clock;
    }

    @Transactional
    Page<DeadlineResponse> page(DeadlineFilter filter, PageRequest request) {
        var today = LocalDate.ofInstant(clock.instant(), AMSTERDAM);
        var visible = visibility.narrow(filter.toFilter(today), "organisationId", AccessRule.READ_EVERY_GRANT);
        return deadlines.page(visible, request).map(deadline -> DeadlineResponse.from(deadline, today));
    }
}
