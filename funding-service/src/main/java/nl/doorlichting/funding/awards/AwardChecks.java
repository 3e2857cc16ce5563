package nl.doorlichting.funding.awards;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import nl.doorlichting.funding.organisations.Organisations;
import nl.doorlichting.funding.programmes.Programmes;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;

/** Whether a new award fits what is stored: its places, its programme, scheme and organisation, its number. */
@ApplicationScoped
class AwardChecks {
    private final AwardRepository awards;
    private final Programmes programmes;
    private final Organisations organisations;
    private final AwardPlaces places;
    private final AwardSchemes schemes;

    AwardChecks(
            AwardRepository awards,
            Programmes programmes,
            Organisations organisations,
            AwardPlaces places,
            AwardSchemes schemes) {
        this.awards = awards;
        this.programmes = programmes;
        this.organisations = organisations;
        this.places = places;
        this.schemes = schemes;
    }

    void refuse(AwardRequest request) {
        programmes.refuseUnknown(request.programme());
        var terms = schemes.hold(request);
        var violations = new ArrayList<Violation>();
        places.check(request, violations);
        schemes.check(request, terms, violations);
        if (!violations.isEmpty()) {
            throw ProblemException.violations(violations);
        }
        schemes.refuseOverCeiling(terms, request.amount().amount());
        awards.findByNaturalId(request.programme(), request.number()).ifPresent(AwardChecks::refuseSecond);
        organisations.refuseUnknown(request.organisationId());
    }

    private static void refuseSecond(Award existing) {
        throw ProblemException.alreadyExists(
                "The programme has an award with this number.", AwardResource.PATH + "/" + existing.id);
    }
}
