package nl.doorlichting.funding.applications;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * How an application was decided; the outcome is its status.
 *
 * @param awardedAmount euros; null unless granted
 * @param by subject of who decided, who may not release the payments (docs/design/rules.md#four-eyes)
 */
@Embeddable
record Decision(
        @Column(name = "decision_reasons") String reasons,
        @Column(name = "awarded_amount") BigDecimal awardedAmount,
        @Column(name = "decided_at") Instant at,
        @Column(name = "decided_by") String by) {}
