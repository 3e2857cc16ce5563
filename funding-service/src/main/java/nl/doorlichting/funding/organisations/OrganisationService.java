package nl.doorlichting.funding.organisations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import nl.doorlichting.kernel.caller.CurrentCaller;
import nl.doorlichting.kernel.municipality.MunicipalityRegister;
import nl.doorlichting.kernel.paging.Filter;
import nl.doorlichting.kernel.paging.Page;
import nl.doorlichting.kernel.paging.PageRequest;
import nl.doorlichting.kernel.problem.ProblemException;
import nl.doorlichting.kernel.problem.Violation;
import nl.doorlichting.kernel.problem.ViolationCode;

@ApplicationScoped
class OrganisationService {
    private final OrganisationRepository organisations;
    private final Organisations visibility;
    private final CurrentCaller caller;
    private final MunicipalityRegister register;
    private final Clock clock;

    OrganisationService(
            OrganisationRepository organisations,
            Organisations visibility,
            CurrentCaller caller,
            MunicipalityRegister register,
            Clock clock) {
        this.organisations = organisations;
        this.visibility = visibility;
        this.caller = caller;
        this.register = register;
        this.clock = clock;
    }

    @Transactional
    OrganisationResponse create(OrganisationRequest request) {
        refuseUnknownMunicipality(request.municipality());
        organisations.findByIdOptional(request.number()).ifPresent(OrganisationService::refuseSecond);
        var organisation =
                new Organisation(request, clock.instant(), caller.get().subject());
        organisations.persist(organisation);
        return OrganisationResponse.from(organisation);
    }

    private static void refuseSecond(Organisation existing) {
        throw ProblemException.alreadyExists(
                "There is an organisation with this number.", OrganisationResource.PATH + "/" + existing.number);
    }

    // An organisation has no period: a municipality that was there once will do.
    private void refuseUnknownMunicipality(String code) {
        if (code != null && register.find(code).isEmpty()) {
            throw ProblemException.violation(Violation.body(
                    "/municipality",
                    ViolationCode.MUNICIPALITY_NOT_VALID,
                    Map.of("code", code, "successors", List.of()),
                    "The register has no municipality " + code + "."));
        }
    }

    @Transactional
    Page<OrganisationResponse> page(Filter filter, PageRequest request) {
        return organisations.page(visibility.narrow(filter, "number"), request).map(OrganisationResponse::from);
    }

    @Transactional
    OrganisationResponse get(String number) {
        return organisations
                .findByIdOptional(number)
                .filter(organisation -> visibility.shows(organisation.number))
                .map(OrganisationResponse::from)
                .orElseThrow(ProblemException::notFound);
    }
}
