package nl.doorlichting.funding.awards;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.funding.organisations.Organisations;
import nl.doorlichting.funding.schemes.SchemeTerms;
import nl.doorlichting.funding.schemes.Schemes;
import nl.doorlichting.kernel.money.Money;
import nl.doorlichting.kernel.problem.ProblemException;
import nl.doorlichting.kernel.problem.ProblemType;
import nl.doorlichting.kernel.problem.Violation;
import nl.doorlichting.kernel.problem.ViolationCode;

/** What an award is held to by its scheme, and what it takes from it. One without a scheme is held to nothing here. */
@ApplicationScoped
class AwardSchemes {
    private final Schemes schemes;
    private final Organisations organisations;
    private final AwardRepository awards;

    AwardSchemes(Schemes schemes, Organisations organisations, AwardRepository awards) {
        this.schemes = schemes;
        this.organisations = organisations;
        this.awards = awards;
    }

    /**
     * Whether a new award fits its scheme: programme and instrument, who may apply, the state's share, what is left of
     * its ceiling.
     */
    void refuse(AwardRequest request) {
        if (request.scheme() == null) {
            return;
        }
        var terms = schemes.lock(request.scheme());
        refuseForeign(terms, request);
        refuseOthers(terms, request.organisationId());
        AwardShare.of(request).refuse(terms);
        refuseOverCeiling(terms, request.amount().amount());
    }

    /** The same for the award as it was amended, with what its amount changed by. */
    void refuseAmended(Award award, BigDecimal difference) {
        if (award.scheme != null) {
            var terms = schemes.lock(award.scheme);
            AwardShare.of(award).refuse(terms);
            refuseOverCeiling(terms, difference);
        }
    }

    /** The line that the scheme charges its awards to; null when there is none. */
    UUID budgetLine(String scheme) {
        return scheme == null ? null : schemes.require(scheme).budgetLineId();
    }

    private static void refuseForeign(SchemeTerms terms, AwardRequest request) {
        if (!terms.programme().equals(request.programme())) {
            throw ProblemException.of(
                    ProblemType.REFERENCE_UNKNOWN, "scheme names no scheme of programme " + request.programme() + ".");
        }
        if (terms.fundingInstrument() != request.fundingInstrument()) {
            throw ProblemException.of(
                    ProblemType.INVALID_STATE,
                    "The scheme gives " + terms.fundingInstrument() + ".",
                    Map.of("allowed", List.of(terms.fundingInstrument().name())));
        }
    }

    // Whoever is not there at all is refused as such by whoever asks next.
    private void refuseOthers(SchemeTerms terms, String receiver) {
        var kind = organisations.kindOf(receiver);
        if (kind.isEmpty() || terms.applicantKinds().contains(kind.get())) {
            return;
        }
        var allowed = terms.applicantKinds().stream().sorted().toList();
        throw ProblemException.violation(Violation.body(
                "/organisationId",
                ViolationCode.NOT_ALLOWED,
                Map.of("applicant", kind.get(), "allowed", allowed),
                "This scheme is for other organisations than a " + kind.get() + "."));
    }

    private void refuseOverCeiling(SchemeTerms terms, BigDecimal more) {
        if (terms.ceiling() == null || more.signum() <= 0) {
            return;
        }
        var left = terms.ceiling().subtract(awards.granted(terms.code())).max(BigDecimal.ZERO);
        if (more.compareTo(left) > 0) {
            throw ProblemException.of(
                    ProblemType.BUDGET_EXCEEDED,
                    "Of the scheme's ceiling " + left.toPlainString() + " EUR is left (Awb 4:25).",
                    Map.of("left", new Money(left, Money.EURO)));
        }
    }
}
