package nl.doorlichting.funding.organisations;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.parameters.ParameterRules;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** The organisations for other features: whether one is there, and whether the caller sees what belongs to it. */
@ApplicationScoped
public class Organisations implements ParameterRules {
    private static final String PARAMETER = "organisationId";

    private final OrganisationRepository organisations;
    private final MunicipalityRegister register;
    private final CurrentCaller caller;

    Organisations(OrganisationRepository organisations, MunicipalityRegister register, CurrentCaller caller) {
        this.organisations = organisations;
        this.register = register;
        this.caller = caller;
    }

    /** 409 when an organisation is named and is not there; null passes. */
    public void refuseUnknown(String number) {
        if (number != null && organisations.findByIdOptional(number).isEmpty()) {
            throw ProblemException.unknownCode(
                    "/organisationId",
                    number,
                    organisations.findByNaturalId(number).map(Organisation::number),
                    Text.of("organisation.unknown", "organisationId"));
        }
    }

    /** The same for the organisation of the token, which the request does not name. */
    public void refuseUnknownOwn(String number) {
        if (organisations.findByIdOptional(number).isEmpty()) {
            throw ProblemException.unknownReference(
                    "/organisationId", Text.of("organisation.unknown", "organisationId"));
        }
    }

    /** Narrows a list to what the caller sees: staff all of it, a grantee the rows of its own organisation. */
    public Filter narrow(Filter filter, String organisationPath) {
        return narrow(filter, organisationPath, FundingAccess.READ_EVERY_ORGANISATION);
    }

    /** Whether the caller sees what belongs to this organisation. Null is no caller's own. */
    public boolean shows(String organisationId) {
        return shows(organisationId, FundingAccess.READ_EVERY_ORGANISATION);
    }

    /** As {@link #narrow(Filter, String)}, where a caller sees all of it only if this rule allows. */
    public Filter narrow(Filter filter, String organisationPath, String all) {
        return caller.get().may(all) ? filter : filter.where("e." + organisationPath + " = :own", "own", own());
    }

    /** As {@link #shows(String)}, where a caller sees what is another's only if this rule allows. */
    public boolean shows(String organisationId, String all) {
        return caller.get().may(all) || caller.get().belongsTo(organisationId);
    }

    /** What the organisation is; empty when it is not there. */
    public Optional<OrganisationKind> kindOf(String number) {
        return organisations.findByIdOptional(number).map(Organisation::kind);
    }

    /** Notes that the organisation was not there on the day, with its successor. One that is not recorded passes. */
    public void checkThere(String pointer, String number, LocalDate day, List<Violation> violations) {
        organisations
                .findByIdOptional(number)
                .filter(organisation -> isGone(organisation, day))
                .map(organisation -> notThere(pointer, organisation, day))
                .ifPresent(violations::add);
    }

    private boolean isGone(Organisation organisation, LocalDate day) {
        return !organisation.isThereOn(day) || hasMerged(organisation, day);
    }

    /** Those of these organisations that are not there on the day. */
    public Set<String> goneBy(Collection<String> numbers, LocalDate day) {
        readTogether(numbers);
        return numbers.stream()
                .filter(number -> organisations
                        .findByIdOptional(number)
                        .filter(organisation -> isGone(organisation, day))
                        .isPresent())
                .collect(Collectors.toSet());
    }

    /** So that the session has each of them. */
    private void readTogether(Collection<String> numbers) {
        if (numbers.size() > 1) {
            organisations.list("number in ?1", numbers);
        }
    }

    /** Whether the register has another municipality in the place of this one on the day, whatever its record says. */
    private boolean hasMerged(Organisation organisation, LocalDate day) {
        return codeOf(organisation)
                .flatMap(register::find)
                .filter(municipality -> municipality.validUntil() != null && !day.isBefore(municipality.validUntil()))
                .isPresent();
    }

    /** The municipality that the organisation is; empty for other organisations. */
    private Optional<String> codeOf(Organisation organisation) {
        if (organisation.kind() != OrganisationKind.MUNICIPALITY) {
            return Optional.empty();
        }
        return Optional.of(organisation.municipality() == null ? organisation.number() : organisation.municipality());
    }

    private Violation notThere(String pointer, Organisation organisation, LocalDate day) {
        var recorded = successorsIn(organisation, day);
        var successors = recorded.isEmpty()
                ? codeOf(organisation)
                        .map(code -> List.copyOf(territoryOf(code, day)))
                        .orElse(List.of())
                : recorded;
        return Violation.body(
                pointer,
                ViolationCode.ORGANISATION_NOT_VALID,
                Map.of("number", organisation.number(), "successors", successors),
                successors.isEmpty()
                        ? Text.of("organisation.not-there", organisation.number(), day)
                        : Text.of("organisation.succeeded", organisation.number(), day, successors));
    }

    // A successor may itself have ended by then. The one that is there on the day is named, or the last that is known.
    private List<String> successors(Organisation ended, LocalDate day) {
        var last = ended;
        while (last.successor() != null && !last.isThereOn(day)) {
            last = organisations.findById(last.successor());
        }
        return last == ended ? List.of() : List.of(last.number());
    }

    /**
     * Numbers of the organisations that took the place of this one by the day, as its own record names them, or else as
     * the register does for a municipality that was merged or split. Empty while it is there, and where none is
     *     recorded.
     */
    public List<String> successorsOf(String number, LocalDate day) {
        return organisations
                .findByIdOptional(number)
                .map(organisation -> successorsIn(organisation, day))
                .orElse(List.of());
    }

    /** Those of these organisations that others took the place of by the day. */
    public Set<String> succeededBy(Collection<String> numbers, LocalDate day) {
        readTogether(numbers);
        return numbers.stream()
                .filter(number -> !successorsOf(number, day).isEmpty())
                .collect(Collectors.toSet());
    }

    private List<String> successorsIn(Organisation organisation, LocalDate day) {
        var recorded = organisation.hasEndedBy(day) ? successors(organisation, day) : List.<String>of();
        return recorded.isEmpty()
                ? codeOf(organisation)
                        .map(code -> organisations.municipalities(territoryOf(code, day)))
                        .orElse(List.of())
                : recorded;
    }

    /** Codes of the municipalities that the territory of an ended one belongs to on the day. */
    private Set<String> territoryOf(String ended, LocalDate day) {
        var codes = new TreeSet<String>();
        var left = new ArrayDeque<String>();
        if (ended != null) {
            left.add(ended);
        }
        while (!left.isEmpty()) {
            var code = left.remove();
            var isThere =
                    register.find(code).filter(found -> found.isValidOn(day)).isPresent();
            if (isThere && !code.equals(ended)) {
                codes.add(code);
            }
            if (!isThere) {
                register.successorsOf(code).forEach(succession -> left.add(succession.successor()));
            }
        }
        return codes;
    }

    /**
     * To a caller that sees all of them, a list or a sum of an unknown organisation would look like that of one without
     * records.
     */
    @Override
    public List<Violation> violations(Method operation, Map<String, List<String>> query) {
        if (!query.containsKey(PARAMETER) || !caller.get().may(FundingAccess.READ_EVERY_ORGANISATION)) {
            return List.of();
        }
        var isList = List.of(operation.getParameterTypes()).contains(PageParameters.class);
        return QuarkusTransaction.requiringNew()
                .call(() -> query.get(PARAMETER).stream()
                        .flatMap(numbers -> isList ? Stream.of(numbers.split(",", -1)) : Stream.of(numbers))
                        .filter(number -> !number.isEmpty()
                                && organisations.findByIdOptional(number).isEmpty())
                        .limit(1)
                        .map(number -> Violation.unknownValue(
                                PARAMETER, number, null, Text.of("list.organisation-unknown", number)))
                        .toList());
    }

    private String own() {
        var organisation = caller.get().organisation();
        return organisation == null ? "" : organisation;
    }
}
