package nl.doorlichting.kernel.audit;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import nl.doorlichting.kernel.metrics.BusinessFigure;
import nl.doorlichting.kernel.metrics.BusinessFigures;

/** What operations see of the audit trail: how far the seals are behind. */
@ApplicationScoped
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
class AuditFigures implements BusinessFigures {
    private final AuditService audit;
    private final Clock clock;

    AuditFigures(AuditService audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<BusinessFigure> read() {
        var unsealed = audit.unsealed();
        var age = unsealed.oldestAt() == null ? Duration.ZERO : Duration.between(unsealed.oldestAt(), clock.instant());
        return List.of(
                BusinessFigure.of("audit.unsealed", unsealed.count()),
                BusinessFigure.of("audit.unsealed.oldest.seconds", age.toMillis() / 1000.0));
    }
}
