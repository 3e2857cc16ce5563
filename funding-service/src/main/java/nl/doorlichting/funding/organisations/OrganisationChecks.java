package nl.doorlichting.funding.organisations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.place.PlaceCheck;
import nl.doorlichting.funding.ImmutableFields;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;

/** Whether an organisation fits what is stored: its municipality, the one that it is part of, the one that followed. */
@ApplicationScoped
class OrganisationChecks {
    private static final Period ANY_DAY = new Period(Period.EARLIEST, Period.LATEST);

    private final OrganisationRepository organisations;
    private final MunicipalityRegister register;

    OrganisationChecks(OrganisationRepository organisations, MunicipalityRegister register) {
        this.organisations = organisations;
        this.register = register;
    }

    void refuseNew(OrganisationRequest request) {
        refuseMunicipality(request);
        organisations.findByNaturalId(request.number()).ifPresent(OrganisationChecks::refuseSecond);
        refuseUnknown("parent", request.parent());
        refuseUnknown("successor", request.successor());
    }

    /** As for a new one; and nothing may come round to itself. */
    void refuseChange(OrganisationRequest request, Organisation stored) {
        ImmutableFields.refuseChange("/number", stored.number(), request.number());
        refuseMunicipality(request);
        organisations.lockRelations();
        refuseUnknown("parent", request.parent());
        refuseUnknown("successor", request.successor());
        refuseCircle("/parent", request.parent(), stored, Organisation::parent);
        refuseCircle("/successor", request.successor(), stored, Organisation::successor);
    }

    private static void refuseSecond(Organisation existing) {
        throw ProblemException.alreadyExists(
                "There is an organisation with this number.", OrganisationResource.PATH + "/" + existing.number());
    }

    private void refuseUnknown(String field, String number) {
        if (number != null && organisations.findByIdOptional(number).isEmpty()) {
            throw ProblemException.of(
                    ProblemType.REFERENCE_UNKNOWN, field + " names no organisation; record the organisation first.");
        }
    }

    private void refuseCircle(String pointer, String first, Organisation stored, Function<Organisation, String> next) {
        var number = first;
        while (number != null) {
            if (number.equals(stored.number())) {
                throw ProblemException.violation(Violation.body(
                        pointer, ViolationCode.NOT_ALLOWED, "This leads back to the organisation itself."));
            }
            number = organisations.findByIdOptional(number).map(next).orElse(null);
        }
    }

    // A municipality is one on its days. For another organisation the code is only its place, then or later.
    private void refuseMunicipality(OrganisationRequest request) {
        if (request.municipality() == null) {
            return;
        }
        var days = request.kind() == OrganisationKind.MUNICIPALITY ? validity(request) : ANY_DAY;
        PlaceCheck.invalidMunicipalities(Place.ofMunicipality(request.municipality()), days, register).stream()
                .findFirst()
                .ifPresent(invalid -> {
                    throw ProblemException.violation(Violation.body(
                            "/municipality",
                            ViolationCode.MUNICIPALITY_NOT_VALID,
                            Map.of("code", invalid.code(), "successors", invalid.successors()),
                            "The register has no municipality " + invalid.code() + " in " + days.code() + "."));
                });
    }

    private static Period validity(OrganisationRequest request) {
        return new Period(within(request.validFrom(), Period.EARLIEST), within(request.validUntil(), Period.LATEST));
    }

    private static LocalDate within(LocalDate stated, LocalDate otherwise) {
        return stated == null ? otherwise : stated;
    }
}
