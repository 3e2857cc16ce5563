package nl.doorlichting.funding.deadlines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.funding.organisations.Organisations;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.time.DutchCalendar;

/** Lists what is due. Terms of the law are counted in days of the Netherlands. */
@ApplicationScoped
class DeadlineService {
    private final DeadlineRepository deadlines;
    private final Organisations organisations;
    private final DutchCalendar calendar;

    DeadlineService(DeadlineRepository deadlines, Organisations organisations, DutchCalendar calendar) {
        this.deadlines = deadlines;
        this.organisations = organisations;
        this.calendar = calendar;
    }

    @Transactional
    Page<DeadlineResponse> page(DeadlineFilter filter, PageRequest request) {
        var today = calendar.today();
        var visible = organisations.narrow(filter.toFilter(today), "organisationId", FundingAccess.READ_EVERY_GRANT);
        return deadlines.page(visible, request).map(deadline -> deadline.toResponse(today));
    }
}
