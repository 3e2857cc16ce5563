package nl.doorlichting.funding.awards;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.funding.PerformedBy;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.DynamicUpdate;

/** The parts in which an award is to be paid, each on its day, with those that an amendment replaced. */
@Embeddable
class InstalmentPlan {
    /**
     * A part that is to be paid on a day. One that was replaced is withdrawn. The trigger tr_award_instalment_kept
     * keeps its history.
     */
    // Without a name the table would be called after the outer class too.
    @Entity(name = "AwardInstalment")
    @DynamicUpdate
    static class AwardInstalment {
        @Id
        private UUID id;

        @ManyToOne(fetch = FetchType.LAZY)
        private Award award;

        private int position;
        private LocalDate due;
        private BigDecimal amount;
        private boolean withdrawn;

        /** The payment made for it; null while there is none. */
        private UUID disbursementId;

        private LocalDate paidOn;

        /** For the persistence provider. */
        protected AwardInstalment() {}

        AwardInstalment(UUID id, Award award, int position, AwardRequest.Instalment request) {
            this.id = id;
            this.award = award;
            this.position = position;
            this.due = request.due();
            this.amount = request.amount().amount();
        }

        boolean isOpen() {
            return !withdrawn && disbursementId == null;
        }

        boolean isAt(int number) {
            return position == number && !withdrawn;
        }

        boolean isPaidBy(UUID disbursement) {
            return disbursement.equals(disbursementId);
        }

        /** Its amount, while no other part took its place. */
        BigDecimal standing() {
            return withdrawn ? BigDecimal.ZERO : amount;
        }

        void withdraw() {
            withdrawn = true;
        }

        /** Notes a payment of another amount; null passes. */
        void check(Money payment, List<Violation> violations) {
            if (payment != null && payment.amount().signum() > 0 && amount.compareTo(payment.amount()) != 0) {
                var wanted = amount.toPlainString();
                violations.add(Violation.body(
                        "/amount/amount",
                        ViolationCode.OUT_OF_RANGE,
                        Map.of("minimum", wanted, "maximum", wanted),
                        Text.of("instalment.amount-differs", position, amount)));
            }
        }

        /** 409 when it has a payment. */
        void reserve(UUID disbursement) {
            if (disbursementId != null) {
                throw award.refusal(Text.of("instalment.paid-already", position));
            }
            disbursementId = disbursement;
        }

        void free() {
            disbursementId = null;
        }

        void pay(LocalDate on) {
            paidOn = on;
        }

        AwardResponse.Instalment toResponse() {
            return new AwardResponse.Instalment(position, due, Money.euros(amount), withdrawn, disbursementId, paidOn);
        }
    }

    @OneToMany(mappedBy = "award", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    @BatchSize(size = 200)
    private List<AwardInstalment> instalments = new ArrayList<>();

    /** For the persistence provider. */
    protected InstalmentPlan() {}

    InstalmentPlan(Award award, List<AwardRequest.Instalment> parts, PerformedBy by) {
        add(award, parts, by);
    }

    private void add(Award award, List<AwardRequest.Instalment> parts, PerformedBy by) {
        for (var part : parts) {
            instalments.add(new AwardInstalment(Ids.next(by.at()), award, instalments.size() + 1, part));
        }
    }

    /**
     * Notes that the parts that are stated do not come to what is left of the amount for them, or that there are none
     * where parts are still to be paid of another amount. An amount that is less than what is paid is refused as such.
     */
    void check(AwardRequest.Terms terms, BigDecimal amount, List<Violation> violations) {
        var parts = terms.instalments();
        var wanted = terms.amount() == null ? amount : terms.amount().amount();
        if (parts == null) {
            if (wanted.compareTo(amount) != 0 && instalments.stream().anyMatch(AwardInstalment::isOpen)) {
                violations.add(
                        Violation.body("/instalments", ViolationCode.REQUIRED, Text.of("instalment.plan-required")));
            }
            return;
        }
        if (parts.stream().anyMatch(part -> part == null || part.amount() == null)) {
            return;
        }
        var kept = instalments.stream()
                .filter(part -> !part.isOpen())
                .map(AwardInstalment::standing)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var sum = parts.stream().map(part -> part.amount().amount()).reduce(kept, BigDecimal::add);
        if (wanted.compareTo(kept) >= 0 && sum.signum() > 0 && sum.compareTo(wanted) != 0) {
            violations.add(AwardRequest.instalmentsDiffer(wanted.subtract(kept)));
        }
    }

    /**
     * Parts with a payment stay. The others make place for the new ones; null for none. {@link #check} is asked before.
     */
    void replace(Award award, List<AwardRequest.Instalment> parts, PerformedBy by) {
        if (parts != null) {
            withdraw();
            add(award, parts, by);
        }
    }

    /** Nothing of it is to be paid any more. */
    void withdraw() {
        instalments.stream().filter(AwardInstalment::isOpen).forEach(AwardInstalment::withdraw);
    }

    /** Notes that there is no part of this number, or that a payment of it is another amount; null passes. */
    void checkPayment(int number, Money payment, List<Violation> violations) {
        find(number).ifPresentOrElse(part -> part.check(payment, violations), () -> violations.add(unknown(number)));
    }

    /** Ties a payment to the part of this number, whose day it returns; 409 when it is not there or not open for it. */
    LocalDate reserve(int number, UUID disbursement) {
        var named = find(number).orElseThrow(() -> ProblemException.of(ProblemType.REFERENCE_UNKNOWN, unknown(number)));
        named.reserve(disbursement);
        return named.due;
    }

    private Optional<AwardInstalment> find(int number) {
        return instalments.stream().filter(part -> part.isAt(number)).findFirst();
    }

    private static Violation unknown(int number) {
        return Violation.unknownReference("/instalment", number, Text.of("instalment.unknown"));
    }

    void free(UUID disbursement) {
        instalments.stream().filter(part -> part.isPaidBy(disbursement)).forEach(AwardInstalment::free);
    }

    void pay(UUID disbursement, LocalDate on) {
        instalments.stream().filter(part -> part.isPaidBy(disbursement)).forEach(part -> part.pay(on));
    }

    List<AwardResponse.Instalment> toResponse() {
        return instalments.stream().map(AwardInstalment::toResponse).toList();
    }
}
