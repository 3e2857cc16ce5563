package nl.doorlichting.kernel.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import nl.doorlichting.kernel.money.Money;
import nl.doorlichting.kernel.period.Period;
import nl.doorlichting.kernel.quantity.Quantity;
import nl.doorlichting.kernel.quantity.QuantityKind;

/** How the kernel's value types are written; the types themselves know nothing of JSON. */
@Singleton
public class ResponseValues implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        mapper.addMixIn(Period.class, PeriodJson.class);
        mapper.addMixIn(Money.class, MoneyJson.class);
        mapper.addMixIn(Quantity.class, QuantityJson.class);
    }

    @JsonPropertyOrder({"code", "from", "until"})
    private interface PeriodJson {
        @JsonProperty
        String code();
    }

    @JsonAutoDetect(isGetterVisibility = JsonAutoDetect.Visibility.NONE)
    interface MoneyJson {
        /** As text: a JSON number may be read as a binary fraction. */
        @JsonSerialize(using = ToStringSerializer.class)
        BigDecimal amount();
    }

    /** A kind comes first, and only with the fields it has. */
    @JsonPropertyOrder("kind")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    interface QuantityJson {
        @JsonProperty
        QuantityKind kind();
    }
}
