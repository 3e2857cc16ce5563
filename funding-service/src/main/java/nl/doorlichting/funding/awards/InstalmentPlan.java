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
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.funding.PerformedBy;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.texts.Text;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.DynamicUpdate;

/** The parts in which an award is to be paid, each on its day, with those that an amendment replaced. */
@Embeddable
class InstalmentPlan {
    /** A part that is to be paid on a day. One that was replaced is withdrawn. */
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

        /** 409 when it has a payment, or the payment is another amount. */
        void reserve(UUID disbursement, Money payment) {
            if (disbursementId != null) {
                throw award.refusal(Text.of("instalment.paid-already", position));
            }
            if (amount.compareTo(payment.amount()) != 0) {
                throw award.refusal(Text.of("instalment.amount-differs", position, amount));
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
            return new AwardResponse.Instalment(position, due, Award.euros(amount), withdrawn, disbursementId, paidOn);
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

    /** Notes that the parts that are stated do not come to what is left of the amount for them; null parts pass. */
    void check(AwardRequest.Terms terms, BigDecimal amount, List<Violation> violations) {
        var parts = terms.instalments();
        if (parts == null || parts.stream().anyMatch(part -> part == null || part.amount() == null)) {
            return;
        }
        var kept = instalments.stream()
                .filter(part -> !part.isOpen())
                .map(AwardInstalment::standing)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var sum = parts.stream().map(part -> part.amount().amount()).reduce(kept, BigDecimal::add);
        var wanted = terms.amount() == null ? amount : terms.amount().amount();
        if (sum.signum() > 0 && sum.compareTo(wanted) != 0) {
            violations.add(AwardRequest.instalmentsDiffer(wanted.subtract(kept)));
        }
    }

    /**
     * Fits the plan to the amount that the award is about to have. Parts with a payment stay. The others make place for
     * the new ones, if any are given: 409 where they must be. {@link #check} is asked before.
     */
    void replace(Award award, List<AwardRequest.Instalment> parts, BigDecimal newAmount, PerformedBy by) {
        var open = instalments.stream().filter(AwardInstalment::isOpen).toList();
        if (parts == null && (open.isEmpty() || newAmount.compareTo(award.entitled()) == 0)) {
            return;
        }
        if (parts == null) {
            throw award.refusal(Text.of("instalment.plan-required"));
        }
        open.forEach(AwardInstalment::withdraw);
        add(award, parts, by);
    }

    /** Nothing of it is to be paid any more. */
    void withdraw() {
        instalments.stream().filter(AwardInstalment::isOpen).forEach(AwardInstalment::withdraw);
    }

    /** Ties a payment to the part of this number, whose day it returns; 409 when it is not there or not open for it. */
    LocalDate reserve(int number, UUID disbursement, Money payment) {
        var named = instalments.stream()
                .filter(part -> part.isAt(number))
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.unknownReference("/instalment", number, Text.of("instalment.unknown")));
        named.reserve(disbursement, payment);
        return named.due;
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
