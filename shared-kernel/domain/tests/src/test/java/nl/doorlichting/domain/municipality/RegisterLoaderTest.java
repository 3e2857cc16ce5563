package nl.doorlichting.domain.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterLoaderTest {

    private static final String TWO = """
            GM0001,One,,2010-01-01,,PV,Province
            GM0002,Two,2010-01-01,,,PV,Province
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GM0001,One again,,,,PV,Province",
                "GM0003,Three,2010-02-30,,,PV,Province",
                "GM0003,Three,2010-01-01,2010-01-01,,PV,Province",
                "GM0003,Three,,,,,Province",
                "GM0003,Three,,,PV,Province"
            })
    void refusesALineThatIsNoMunicipalityAndNamesIt(String line) {
        assertRefused("municipalities line 4", TWO + line, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GM0009,2010-01-01,GM0002,1.00,boundaries",
                "GM0001,2010-01-01,GM0009,1.00,boundaries",
                "GM0001,2011-01-01,GM0002,1.00,boundaries",
                "GM0002,2010-01-01,GM0001,1.00,boundaries",
                "GM0001,2010-01-01,GM0002,1.01,boundaries",
                "GM0001,2010-01-01,GM0002,0,boundaries",
                "GM0001,2010-01-01,GM0002,most,boundaries",
                "GM0001,2010-01-01,GM0002,1.00,hearsay",
                "GM0001,,GM0002,1.00,boundaries"
            })
    void refusesALineThatIsNoSuccessionAndNamesIt(String line) {
        assertRefused("successions line 2", TWO, line);
    }

    @Test
    void refusesAnotherLayout() {
        assertThrows(IllegalArgumentException.class, () -> RegisterLoader.load("", "", "empty"));
        assertThrows(
                IllegalArgumentException.class,
                () -> RegisterLoader.load("code;name\n", SuccessionRow.HEADER, "semicolons"));
    }

    @Test
    void loadsAnotherRegisterFromFiles(@TempDir Path folder) throws IOException {
        Path municipalities = Files.writeString(folder.resolve("m.csv"), MunicipalityRow.HEADER + "\n" + TWO);
        Path successions = Files.writeString(folder.resolve("s.csv"), SuccessionRow.HEADER + "\n");
        MunicipalityRegister register = MunicipalityRegister.load(municipalities, successions, "mine");

        assertEquals("mine", register.version());
        assertEquals(2, register.all().size());
        assertThrows(
                UncheckedIOException.class,
                () -> MunicipalityRegister.load(folder.resolve("absent.csv"), successions, "none"));
    }

    private static void assertRefused(String where, String municipalities, String successions) {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> RegisterLoader.load(
                        MunicipalityRow.HEADER + "\n" + municipalities,
                        SuccessionRow.HEADER + "\n" + successions,
                        "wrong"));
        assertTrue(refused.getMessage().startsWith(where), refused.getMessage());
    }
}
