package nl.doorlichting.api.json;

import com.fasterxml.jackson.databind.module.SimpleModule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.platform.json.JsonObjectReader;
import nl.doorlichting.platform.json.ScalarFormats;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** How the values of the domain are read from a request. */
final class ValueDeserializers {
    private static final Pattern DECIMAL = Pattern.compile("-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?");
    private static final int DIGITS = 12;
    private static final String MOST = "999999999999.99";

    private ValueDeserializers() {}

    static SimpleModule module() {
        var module = new SimpleModule("request-values");
        module.addDeserializer(Period.class, JsonObjectReader.deserializer(Period.class, ValueDeserializers::period));
        module.addDeserializer(Money.class, JsonObjectReader.deserializer(Money.class, ValueDeserializers::money));
        module.addDeserializer(Quantity.class, JsonObjectReader.deserializer(Quantity.class, QuantityReader::quantity));
        module.addDeserializer(Place.class, JsonObjectReader.deserializer(Place.class, PlaceReader::place));
        return module;
    }

    private static Period period(JsonObjectReader object) {
        object.refuseOthersThan("from", "until");
        var from = object.date("from");
        var until = object.date("until");
        if (from == null || until == null) {
            return null;
        }
        if (!from.isBefore(until)) {
            var first = Map.<String, Object>of("minimum", from.plusDays(1).toString());
            return object.fail("until", ViolationCode.OUT_OF_RANGE, first, Text.of("period.ends-before-begin"));
        }
        if (from.isBefore(Period.EARLIEST) || until.isAfter(Period.LATEST)) {
            var bounds =
                    Map.<String, Object>of("minimum", Period.EARLIEST.toString(), "maximum", Period.LATEST.toString());
            return object.fail("", ViolationCode.OUT_OF_RANGE, bounds, Text.of("period.too-far"));
        }
        return object.failed() ? null : new Period(from, until);
    }

    private static int digitsBeforePoint(String amount) {
        var number = new BigDecimal(amount);
        return number.precision() - number.scale();
    }

    private static Money money(JsonObjectReader object) {
        object.refuseOthersThan("amount", "currency");
        var amount = object.text("amount", 40);
        var currency = object.text("currency", 40);
        if (currency != null && !currency.equals("EUR")) {
            var allowed = Map.<String, Object>of("allowed", List.of("EUR"));
            object.fail("currency", ViolationCode.UNKNOWN_VALUE, allowed, Text.of("money.currency"));
        }
        if (amount != null && !DECIMAL.matcher(amount).matches()) {
            object.fail("amount", ViolationCode.WRONG_TYPE, Map.of(), Text.of("money.decimal-text"));
        } else if (amount != null && digitsBeforePoint(amount) > DIGITS) {
            var bounds = Map.<String, Object>of("minimum", "-" + MOST, "maximum", MOST);
            object.fail("amount", ViolationCode.OUT_OF_RANGE, bounds, Text.of("money.out-of-range"));
        } else if (amount != null && !ScalarFormats.isAmount(amount)) {
            object.fail("amount", ViolationCode.TOO_MANY_DECIMALS, Map.of("max", 2), Text.of("value.two-decimals"));
        }
        return object.failed() ? null : new Money(new BigDecimal(amount), Money.EURO);
    }
}
