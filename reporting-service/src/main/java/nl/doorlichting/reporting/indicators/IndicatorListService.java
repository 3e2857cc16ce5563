package nl.doorlichting.reporting.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.reporting.ReportingAccess;

/** Shows indicators: staff all of them, a grantee those of its own organisation. */
@ApplicationScoped
public class IndicatorListService {
    private final IndicatorRepository indicators;
    private final CurrentCaller caller;

    IndicatorListService(IndicatorRepository indicators, CurrentCaller caller) {
        this.indicators = indicators;
        this.caller = caller;
    }

    /** Those that pass the filter and that the caller may see. */
    @Transactional
    public Page<IndicatorResponse> page(Filter filter, PageRequest request) {
        var page = indicators.page(seesAll() ? filter : filter.where("e.organisationId = :own", "own", own()), request);
        return page.map(responses(page.items()));
    }

    @Transactional
    IndicatorResponse get(UUID id) {
        return indicators
                .findByIdOptional(id)
                .filter(indicator -> seesAll() || caller.get().belongsTo(indicator.organisationId()))
                .map(indicator -> responses(List.of(indicator)).apply(indicator))
                .orElseThrow(ProblemException::notFound);
    }

    private Function<Indicator, IndicatorResponse> responses(List<Indicator> shown) {
        var ids = shown.stream().map(Indicator::id).toList();
        Map<UUID, List<IndicatorActual>> actuals = ids.isEmpty()
                ? Map.of()
                : indicators.actuals(ids).stream().collect(Collectors.groupingBy(IndicatorActual::indicatorId));
        return indicator -> {
            var measured = actuals.getOrDefault(indicator.id(), List.of());
            return IndicatorResponse.from(indicator, measured, Indicator.allowedActions(caller.get(), measured));
        };
    }

    private boolean seesAll() {
        return caller.get().may(ReportingAccess.READ_INVENTORIES);
    }

    private String own() {
        var organisation = caller.get().organisation();
        return organisation == null ? "" : organisation;
    }
}
