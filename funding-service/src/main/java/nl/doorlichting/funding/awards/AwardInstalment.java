package nl.doorlichting.funding.awards;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.platform.texts.Text;
import org.hibernate.annotations.DynamicUpdate;

/** A part of an award that is to be paid on a day. One that was replaced is withdrawn. */
@Entity
@DynamicUpdate
class AwardInstalment {
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
            throw AwardState.refusal(Text.of("instalment.paid-already", position), award.allowed());
        }
        if (amount.compareTo(payment.amount()) != 0) {
            throw AwardState.refusal(Text.of("instalment.amount-differs", position, amount), award.allowed());
        }
        disbursementId = disbursement;
    }

    void free(UUID disbursement) {
        if (disbursement.equals(disbursementId)) {
            disbursementId = null;
        }
    }

    void pay(UUID disbursement, LocalDate on) {
        if (disbursement.equals(disbursementId)) {
            paidOn = on;
        }
    }

    AwardResponse.Instalment toResponse() {
        return new AwardResponse.Instalment(position, due, AwardState.euros(amount), withdrawn, disbursementId, paidOn);
    }
}
