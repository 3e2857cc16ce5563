package nl.doorlichting.funding.awards;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/** A part of an award that is to be paid on a day. One that was replaced is withdrawn. */
@Entity
@DynamicUpdate
@Table(name = "award_instalment")
class AwardInstalment {
    @Id
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "award_id")
    Award award;

    int position;
    LocalDate due;
    BigDecimal amount;
    boolean withdrawn;

    /** The payment made for it; null while there is none. */
    @Column(name = "disbursement_id")
    UUID disbursementId;

    @Column(name = "paid_on")
    LocalDate paidOn;

    /** For the persistence provider. */
    protected AwardInstalment() {}

    AwardInstalment(UUID id, Award award, int position, AwardInstalmentRequest request) {
        this.id = id;
        this.award = award;
        this.position = position;
        this.due = request.due();
        this.amount = request.amount().amount();
    }

    boolean isOpen() {
        return !withdrawn && disbursementId == null;
    }
}
