package nl.doorlichting.funding.organisations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.responses.IfMatch;

@ApplicationScoped
class OrganisationService {
    private final OrganisationRepository organisations;
    private final OrganisationChecks checks;
    private final Organisations visibility;
    private final CurrentCaller caller;
    private final Clock clock;

    OrganisationService(
            OrganisationRepository organisations,
            OrganisationChecks checks,
            Organisations visibility,
            CurrentCaller caller,
            Clock clock) {
        this.organisations = organisations;
        this.checks = checks;
        this.visibility = visibility;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    OrganisationResponse create(OrganisationRequest request) {
        checks.refuseNew(request);
        var organisation =
                new Organisation(request, clock.instant(), caller.get().subject());
        organisations.persist(organisation);
        return shown(organisation);
    }

    @Transactional
    OrganisationResponse change(String number, String ifMatch, MergePatch patch) {
        var organisation = organisations
                .lock(number)
                .filter(found -> visibility.shows(found.number()))
                .orElseThrow(ProblemException::notFound);
        IfMatch.refuseStale(ifMatch, organisation.etag());
        var changed = patch.applyTo(organisation.toRequest(), OrganisationRequest.class);
        checks.refuseChange(changed, organisation);
        organisation.change(changed);
        organisations.flush();
        return shown(organisation);
    }

    @Transactional
    Page<OrganisationResponse> page(Filter filter, PageRequest request) {
        return organisations.page(visibility.narrow(filter, "number"), request).map(this::shown);
    }

    @Transactional
    OrganisationResponse get(String number) {
        return organisations
                .findByIdOptional(number)
                .filter(organisation -> visibility.shows(organisation.number()))
                .map(this::shown)
                .orElseThrow(ProblemException::notFound);
    }

    private OrganisationResponse shown(Organisation organisation) {
        return organisation.toResponse(
                caller.get().may(AccessRule.WRITE_ORGANISATIONS) ? List.of("update") : List.of());
    }
}
