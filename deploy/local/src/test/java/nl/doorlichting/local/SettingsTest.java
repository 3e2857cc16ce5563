package nl.doorlichting.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import nl.doorlichting.local.postgres.ExistingServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final Path HOME = Path.of("/repository");

    @Test
    void readsDefaults() {
        Settings settings = Settings.from(Map.of(), HOME);

        assertEquals(
                new Settings(
                        new Ports(8080),
                        Path.of("/repository/deploy/local/data"),
                        false,
                        0,
                        "",
                        false,
                        Optional.empty(),
                        HOME),
                settings);
    }

    @Test
    void readsAllVariables() {
        Map<String, String> environment = Map.of(
                "DOORLICHTING_PORT", "65527",
                "DOORLICHTING_DATA", "/elsewhere",
                "DOORLICHTING_FRESH", "true",
                "DOORLICHTING_RATE_LIMIT", "50",
                "DOORLICHTING_CORS_ORIGINS", "http://localhost:5173,https://app.example",
                "DOORLICHTING_SAMPLE", "two",
                "DOORLICHTING_POSTGRES", "postgresql://postgres@db.example:5433");

        assertEquals(
                new Settings(
                        new Ports(65527),
                        Path.of("/elsewhere"),
                        true,
                        50,
                        "http://localhost:5173,https://app.example",
                        true,
                        Optional.of(new ExistingServer("db.example", 5433, "postgres", null)),
                        HOME),
                Settings.from(environment, HOME));
    }

    @ParameterizedTest
    @CsvSource({
        "DOORLICHTING_PORT, 65528, from 1024 to 65527",
        "DOORLICHTING_PORT, 80, from 1024 to 65527",
        "DOORLICHTING_PORT, http, from 1024 to 65527",
        "DOORLICHTING_PORT, 999999, from 1024 to 65527",
        "DOORLICHTING_FRESH, yes, true or false",
        "DOORLICHTING_SAMPLE, three, one or two",
        "DOORLICHTING_RATE_LIMIT, many, 'requests a second, or 0'",
        "DOORLICHTING_CORS_ORIGINS, localhost:5173, origins such as http://localhost:5173",
        "DOORLICHTING_CORS_ORIGINS, http://localhost:5173/, origins such as http://localhost:5173",
    })
    void namesInvalidValueAndAllowedValues(String name, String value, String allowed) {
        StartFailure failure = assertThrows(StartFailure.class, () -> Settings.from(Map.of(name, value), HOME));

        assertTrue(failure.getMessage().startsWith(name + " is '" + value + "'"), failure.getMessage());
        assertTrue(failure.getMessage().endsWith(allowed), failure.getMessage());
    }
}
