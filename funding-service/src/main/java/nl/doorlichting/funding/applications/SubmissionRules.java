package nl.doorlichting.funding.applications;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.doorlichting.api.places.PlaceViolations;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.funding.organisations.OrganisationKind;
import nl.doorlichting.funding.programmes.Programmes;
import nl.doorlichting.funding.schemes.Scheme;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/**
 * What an application must hold to be submitted, and to be granted. Pointers are into the application.
 *
 * @param day on which bounds must hold
 * @param scheme null when the application names none
 * @param applicant what the applying organisation is
 */
record SubmissionRules(
        Application application,
        LocalDate day,
        Scheme scheme,
        OrganisationKind applicant,
        Programmes programmes,
        MunicipalityRegister register) {

    /** Everything that is wrong with it; empty when it can be submitted. */
    List<Violation> violations() {
        var violations = wholeness();
        checkOpen(violations);
        var requested = Money.euros(application.financing().requestedAmount());
        if (requested != null) {
            checkShare("/requestedAmount", requested, violations);
        }
        return violations;
    }

    /** Everything that is wrong with it apart from the share that is asked of the state. */
    List<Violation> wholeness() {
        var violations = new ArrayList<Violation>();
        var plan = application.plan();
        require("/scheme", application.scheme(), violations);
        require("/title", plan.title(), violations);
        require("/description", plan.description(), violations);
        require("/purpose", plan.purpose(), violations);
        require("/period", plan.period(), violations);
        require("/place", plan.place(), violations);
        require("/requestedAmount", application.financing().requestedAmount(), violations);
        checkCosts(violations);
        if (scheme != null) {
            scheme.checkApplicant("/scheme", applicant, violations);
            programmes.checkPeriod(scheme.programme(), plan.period(), violations);
        }
        checkMunicipalities(violations);
        checkSum(violations);
        return violations;
    }

    /** Notes a scheme that takes no new applications on this day. What was submitted in time can still be completed. */
    private void checkOpen(List<Violation> violations) {
        if (scheme == null || application.status() != ApplicationStatus.DRAFT || scheme.openOn(day)) {
            return;
        }
        var openFrom = scheme.openFrom() == null ? "" : scheme.openFrom().toString();
        var openUntil = scheme.closesOn().toString();
        var soon = scheme.openFrom() != null && day.isBefore(scheme.openFrom());
        violations.add(Violation.body(
                "/scheme",
                ViolationCode.NOT_ALLOWED,
                Map.of("openFrom", openFrom, "openUntil", openUntil),
                Text.of(soon ? "submission.not-open-yet" : "submission.closed", openFrom, openUntil)));
    }

    private static void require(String pointer, Object value, List<Violation> violations) {
        if (value == null) {
            violations.add(Violation.body(pointer, ViolationCode.REQUIRED, Text.of("submission.field-required")));
        }
    }

    private void checkCosts(List<Violation> violations) {
        if (application.costs().isEmpty()) {
            require("/costs", null, violations);
        }
        for (int i = 0; i < application.costs().size(); i++) {
            require("/costs/" + i + "/category", application.costs().get(i).category(), violations);
            require("/costs/" + i + "/amount", application.costs().get(i).amount(), violations);
        }
    }

    private void checkMunicipalities(List<Violation> violations) {
        var plan = application.plan();
        violations.addAll(PlaceViolations.of("/place", plan.place(), plan.period(), register));
        violations.addAll(
                PlaceViolations.of("/partnerMunicipalities", plan.partnerMunicipalities(), plan.period(), register));
    }

    private void checkSum(List<Violation> violations) {
        var financing = application.financing();
        var complete =
                financing.requestedAmount() != null && financing.totalCost().signum() > 0;
        if (complete && financing.paid().compareTo(financing.totalCost()) != 0) {
            violations.add(Violation.body(
                    "/requestedAmount",
                    ViolationCode.NOT_ALLOWED,
                    Map.of(
                            "totalCost", financing.totalCost().toPlainString(),
                            "paid", financing.paid().toPlainString()),
                    Text.of("submission.sum-differs")));
        }
    }

    /** Notes an amount that is another share of the whole cost than the scheme's bounds of the day allow. */
    void checkShare(String pointer, Money part, List<Violation> violations) {
        var purpose = application.plan().purpose();
        if (scheme == null || purpose == null) {
            return;
        }
        var notPaid = Text.of("scheme.purpose-not-paid", day, purpose);
        var bound = scheme.checkPurpose(purpose, day, notPaid, violations).orElse(null);
        var whole = Money.euros(application.financing().totalCost());
        if (bound != null && whole.amount().signum() > 0 && !bound.admits(part, whole)) {
            violations.add(bound.violation(pointer));
        }
    }
}
