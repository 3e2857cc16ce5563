package nl.doorlichting.reporting.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import nl.doorlichting.domain.vocabulary.BaselineKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was measured before the work began, or that nothing was. */
public record IndicatorBaseline(
        BaselineKind kind,
        @Schema(nullable = true) BigDecimal value,
        @Schema(nullable = true) LocalDate measuredOn,
        @Schema(nullable = true) String reason) {}
