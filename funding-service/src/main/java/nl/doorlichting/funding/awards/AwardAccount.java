package nl.doorlichting.funding.awards;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How the recipient accounted for an award.
 *
 * @param spent euros
 * @param by subject of who recorded it
 */
@Embeddable
record AwardAccount(
        @Column(name = "accounted_spent") BigDecimal spent,
        @Column(name = "accounted_report") String report,
        @Column(name = "accounted_on") LocalDate on,
        @Column(name = "accounted_by") String by) {}
