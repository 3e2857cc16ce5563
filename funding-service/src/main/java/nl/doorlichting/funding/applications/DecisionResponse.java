package nl.doorlichting.funding.applications;

import java.time.Instant;
import nl.doorlichting.domain.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How an application was decided.
 *
 * @param awardedAmount null unless granted
 */
@Schema(name = "ApplicationDecision")
public record DecisionResponse(
        DecisionOutcome outcome,
        String reasons,
        @Schema(nullable = true) Money awardedAmount,
        Instant decidedAt) {

    static DecisionResponse from(Application application) {
        var decision = application.decision;
        return decision == null
                ? null
                : new DecisionResponse(
                        DecisionOutcome.valueOf(application.status.name()),
                        decision.reasons(),
                        ApplicationFinancing.money(decision.awardedAmount()),
                        decision.at());
    }
}
