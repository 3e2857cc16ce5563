package nl.doorlichting.training;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Keys for personal data: a current one, and one that was current before. */
public final class PersonalDataKeys implements QuarkusTestResourceLifecycleManager {
    public static final String CURRENT = entry("new", "the key that tests seal with, now");
    public static final String FORMER = entry("old", "the key that tests sealed with....");

    @Override
    public Map<String, String> start() {
        return Map.of("doorlichting.personal-data.keys", String.join(",", List.of(CURRENT, FORMER)));
    }

    @Override
    public void stop() {}

    private static String entry(String id, String text) {
        var bytes = text.substring(0, 32).getBytes(StandardCharsets.US_ASCII);
        return id + ":" + Base64.getEncoder().encodeToString(bytes);
    }
}
