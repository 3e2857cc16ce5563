package nl.doorlichting.api.json;

import com.fasterxml.jackson.databind.Module;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import nl.doorlichting.api.figures.FigureParameters;
import nl.doorlichting.api.schemas.ValueSchemas;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.platform.values.ValueTypes;
import org.eclipse.microprofile.openapi.models.Components;

/** Registers money, periods, places, quantities and questions about figures with the platform. */
public final class DomainValueTypes implements ValueTypes {
    @Override
    public Module readers() {
        return ValueDeserializers.module();
    }

    @Override
    public Map<Class<?>, Class<?>> writers() {
        return ValueMixIns.FORMS;
    }

    @Override
    public Map<Class<?>, List<String>> columns() {
        return Map.of(
                Period.class, List.of("code", "from", "until"),
                Quantity.class, List.of("kind", "value", "plusMinus", "minimum", "maximum", "text", "reason"));
    }

    @Override
    public void defineSchemas(Components components) {
        ValueSchemas.define(components);
    }

    @Override
    public Map<String, Class<?>> parametersOf(Method operation) {
        return FigureParameters.of(operation);
    }

    @Override
    public Map<String, String> schemasInRequests() {
        return ValueSchemas.IN_REQUESTS;
    }
}
