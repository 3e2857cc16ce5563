package nl.doorlichting.reporting.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import nl.doorlichting.api.places.PlaceViolations;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.reporting.inventoryreports.InventoryReports;

/** Whether an indicator fits what is stored: the register, its report, the others of the programme. */
@ApplicationScoped
class IndicatorChecks {
    private static final Period ANY_DAY = new Period(Period.EARLIEST, Period.LATEST);

    private final IndicatorRepository indicators;
    private final InventoryReports reports;
    private final MunicipalityRegister register;

    IndicatorChecks(IndicatorRepository indicators, InventoryReports reports, MunicipalityRegister register) {
        this.indicators = indicators;
        this.reports = reports;
        this.register = register;
    }

    void refuseNew(IndicatorRequest request) {
        refuseUnfit(request);
        indicators.findByReference(request.programme(), request.reference()).ifPresent(IndicatorChecks::refuseTaken);
    }

    void refuseChange(Indicator indicator, IndicatorRequest request) {
        if (!indicator.programme.equals(request.programme())) {
            throw ProblemException.violation(Violation.body(
                    "/programme", ViolationCode.NOT_ALLOWED, Map.of(), "An indicator stays in its programme."));
        }
        refuseUnfit(request);
        indicators
                .findByReference(request.programme(), request.reference())
                .filter(other -> !other.id.equals(indicator.id))
                .ifPresent(IndicatorChecks::refuseTaken);
    }

    private void refuseUnfit(IndicatorRequest request) {
        PlaceViolations.refuse(request.place(), ANY_DAY, register);
        reports.refuseUnknown(request.reportId());
    }

    private static void refuseTaken(Indicator existing) {
        throw ProblemException.alreadyExists(
                "The programme has an indicator with this reference.", IndicatorResource.PATH + "/" + existing.id);
    }
}
