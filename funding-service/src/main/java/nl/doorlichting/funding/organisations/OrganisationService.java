package nl.doorlichting.funding.organisations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.place.PlaceCheck;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.funding.ImmutableFields;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.json.BodyRules;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.records.RecordedPast;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.platform.texts.Text;

@ApplicationScoped
class OrganisationService implements BodyRules {
    private static final Period ANY_DAY = new Period(Period.EARLIEST, Period.LATEST);

    private final OrganisationRepository organisations;
    private final MunicipalityRegister register;
    private final Organisations visibility;
    private final CurrentCaller caller;
    private final RecordedPast past;
    private final Clock clock;

    OrganisationService(
            OrganisationRepository organisations,
            MunicipalityRegister register,
            Organisations visibility,
            CurrentCaller caller,
            RecordedPast past,
            Clock clock) {
        this.organisations = organisations;
        this.register = register;
        this.visibility = visibility;
        this.caller = caller;
        this.past = past;
        this.clock = clock;
    }

    @Transactional
    OrganisationResponse create(OrganisationRequest request) {
        refuseNew(request);
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
        refuseChange(changed, organisation);
        organisation.change(changed);
        organisations.flush();
        return shown(organisation);
    }

    @Transactional
    Page<OrganisationResponse> page(Filter filter, Instant asOf, PageRequest request) {
        past.read(asOf);
        return organisations.page(visibility.narrow(filter, "number"), request).map(this::shown);
    }

    @Transactional
    OrganisationResponse get(String number, Instant asOf) {
        past.read(asOf);
        return organisations
                .findByIdOptional(number)
                .filter(organisation -> visibility.shows(organisation.number()))
                .map(this::shown)
                .orElseThrow(ProblemException::notFound);
    }

    private void refuseNew(OrganisationRequest request) {
        ProblemException.together(
                () -> refuseMunicipality(request),
                () -> refuseUnknown("parent", request.parent()),
                () -> refuseUnknown("successor", request.successor()),
                () -> organisations.findByNaturalId(request.number()).ifPresent(OrganisationService::refuseSecond));
    }

    /** What else is wrong with an organisation that is refused for its form: any field of it can be null. */
    @Override
    @Transactional
    public List<Violation> furtherViolations(Record body, String path) {
        return body instanceof OrganisationRequest request
                ? ProblemException.noted(
                        () -> refuseUnknown("parent", request.parent()),
                        () -> refuseUnknown("successor", request.successor()),
                        () -> {
                            if (request.canBeLocated()) {
                                refuseMunicipality(request);
                            }
                        })
                : List.of();
    }

    /** As for a new one; and nothing may come round to itself. */
    private void refuseChange(OrganisationRequest request, Organisation stored) {
        organisations.lockRelations();
        ProblemException.together(
                () -> ImmutableFields.refuseChange("/number", stored.number(), request.number()),
                () -> refuseMunicipality(request),
                () -> refuseUnknown("parent", request.parent()),
                () -> refuseUnknown("successor", request.successor()),
                () -> refuseCircle("/parent", request.parent(), stored, Organisation::parent),
                () -> refuseCircle("/successor", request.successor(), stored, Organisation::successor));
    }

    private static void refuseSecond(Organisation existing) {
        throw ProblemException.alreadyExists(
                Text.of("organisation.number-taken"), OrganisationResource.PATH + "/" + existing.number());
    }

    private void refuseUnknown(String field, String number) {
        if (number != null && organisations.findByIdOptional(number).isEmpty()) {
            throw ProblemException.unknownCode(
                    "/" + field,
                    number,
                    organisations.findByNaturalId(number).map(Organisation::number),
                    Text.of("organisation.unknown", field));
        }
    }

    private void refuseCircle(String pointer, String first, Organisation stored, Function<Organisation, String> next) {
        var number = first;
        while (number != null) {
            if (number.equals(stored.number())) {
                throw ProblemException.violation(
                        Violation.body(pointer, ViolationCode.NOT_ALLOWED, Text.of("organisation.circle")));
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
                            Text.of("organisation.municipality-unknown", invalid.code(), days.code())));
                });
    }

    private static Period validity(OrganisationRequest request) {
        return new Period(within(request.validFrom(), Period.EARLIEST), within(request.validUntil(), Period.LATEST));
    }

    private static LocalDate within(LocalDate stated, LocalDate otherwise) {
        return stated == null ? otherwise : stated;
    }

    private OrganisationResponse shown(Organisation organisation) {
        return organisation.toResponse(
                caller.get().may(FundingAccess.WRITE_ORGANISATIONS) && !past.isRead() ? List.of("update") : List.of());
    }
}
