package nl.doorlichting.gateway.reportcache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.doorlichting.gateway.clients.ServiceCall;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.platform.texts.Language;
import org.junit.jupiter.api.Test;

class ReportCacheKeyTest {
    private static final ServiceCall CALL = new ServiceCall(Service.TRAINING, "reach", Map.of("by", "year"));

    /** Whatever distinguishes two callers distinguishes the answers of services to them as well. */
    @Test
    void answerOfAServiceIsForTheSameCallersAndDays() {
        var key = key("rights", "GM0001", "subject", Language.DUTCH, "day");
        var others = Stream.of(
                key("others", "GM0001", "subject", Language.DUTCH, "day"),
                key("rights", "GM0002", "subject", Language.DUTCH, "day"),
                key("rights", null, "subject", Language.DUTCH, "day"),
                key("rights", "GM0001", "other", Language.DUTCH, "day"),
                key("rights", "GM0001", "subject", Language.ENGLISH, "day"),
                key("rights", "GM0001", "subject", Language.DUTCH, "other"));
        Function<ReportCacheKey, ReportCacheKey> ofCall = of -> of.ofCall(CachedOperation.REACH, CALL);
        others.forEach(other -> assertNotEquals(ofCall.apply(key), ofCall.apply(other)));
        assertEquals(ofCall.apply(key), ofCall.apply(key("rights", "GM0001", "subject", Language.DUTCH, "day")));
        assertNotEquals(key.ofCall(CachedOperation.REACH, CALL), key.ofCall(CachedOperation.EFFECTS, CALL));
    }

    @Test
    void callsThatDifferHaveOtherAnswers() {
        var key = key("", null, "", Language.DUTCH, "");
        var calls = List.of(
                CALL,
                new ServiceCall(Service.REPORTING, "reach", Map.of("by", "year")),
                new ServiceCall(Service.TRAINING, "reach/csv", Map.of("by", "year")),
                new ServiceCall(Service.TRAINING, "reach", Map.of("by", "year&from=2009")),
                new ServiceCall(Service.TRAINING, "reach", Map.of("by", "year", "from", "2009")),
                ServiceCall.of(Service.TRAINING, "reach", "1"),
                ServiceCall.of(Service.TRAINING, "reach", "1").with("asOf", "2009"));
        assertEquals(
                calls.size(),
                calls.stream()
                        .map(call -> key.ofCall(CachedOperation.REACH, call))
                        .distinct()
                        .count());
    }

    private static ReportCacheKey key(
            String rights, String organisation, String subject, Language language, String days) {
        return new ReportCacheKey("/v1/reports/reach", "", rights, organisation, subject, language, "", days);
    }
}
