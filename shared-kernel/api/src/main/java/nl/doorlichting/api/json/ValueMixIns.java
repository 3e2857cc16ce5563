package nl.doorlichting.api.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Map;
import nl.doorlichting.domain.figures.Key;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.quantity.QuantityKind;

/** How the values of the domain are written. Their classes do not depend on JSON. */
@Singleton
public class ValueMixIns implements ObjectMapperCustomizer {
    /** By the type that they write. */
    static final Map<Class<?>, Class<?>> FORMS =
            Map.of(Money.class, MoneyJson.class, Quantity.class, QuantityJson.class);

    @Override
    public void customize(ObjectMapper mapper) {
        // A record that is patched has no code of a period, because a request cannot have one.
        mapper.addMixIn(Period.class, PeriodJson.class);
        mapper.addMixIn(Key.class, KeyMixIn.class);
        mapper.registerModule(
                new SimpleModule("keyed records").setDeserializerModifier(new KeyedRecordReader.Modifier()));
        FORMS.forEach(mapper::addMixIn);
    }

    @JsonPropertyOrder({"code", "from", "until"})
    private interface PeriodJson {
        @JsonProperty
        String code();
    }

    @JsonAutoDetect(isGetterVisibility = JsonAutoDetect.Visibility.NONE)
    interface MoneyJson {
        /** As text, because clients may read a JSON number as a binary fraction. */
        @JsonSerialize(using = ToStringSerializer.class)
        BigDecimal amount();
    }

    /** The kind comes first, followed by its own fields only. */
    @JsonPropertyOrder("kind")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    interface QuantityJson {
        @JsonProperty
        QuantityKind kind();
    }
}
