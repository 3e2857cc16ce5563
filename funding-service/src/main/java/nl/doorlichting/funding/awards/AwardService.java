package nl.doorlichting.funding.awards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.responses.IfMatch;

@ApplicationScoped
class AwardService {
    private final AwardRepository awards;
    private final AwardFilter filter;
    private final AwardMaking making;
    private final AwardBooking booking;
    private final AwardVisibility visibility;
    private final AwardDays days;

    AwardService(
            AwardRepository awards,
            AwardFilter filter,
            AwardMaking making,
            AwardBooking booking,
            AwardVisibility visibility,
            AwardDays days) {
        this.awards = awards;
        this.filter = filter;
        this.making = making;
        this.booking = booking;
        this.visibility = visibility;
        this.days = days;
    }

    @Transactional
    AwardResponse create(AwardRequest request) {
        days.past(request.decidedOn(), "/decidedOn");
        return response(making.make(request, null, days.now()));
    }

    @Transactional
    Page<AwardResponse> page(AwardResource.Criteria criteria, PageRequest request) {
        var wanted = filter.of(criteria);
        var page = criteria.municipality == null
                ? awards.page(wanted, request)
                : awards.pageOfMunicipality(wanted, request);
        return page.map(this::response);
    }

    @Transactional
    AwardResponse get(UUID id) {
        return response(visible(id));
    }

    @Transactional
    AwardResponse describe(UUID id, String ifMatch, MergePatch patch) {
        var award = awards.hold(id)
                .filter(held -> visibility.shows(held.organisationId))
                .orElseThrow(ProblemException::notFound);
        IfMatch.refuseStale(ifMatch, award.etag());
        var changed = patch.applyTo(AwardDescriptionRequest.of(award), AwardDescriptionRequest.class);
        award.describe(changed);
        booking.charge(award, changed.budgetLineId());
        awards.flush();
        return response(award);
    }

    private Award visible(UUID id) {
        return awards.findByIdOptional(id)
                .filter(award -> visibility.shows(award.organisationId))
                .orElseThrow(ProblemException::notFound);
    }

    private AwardResponse response(Award award) {
        return AwardResponse.from(award, visibility.caller());
    }
}
