package nl.doorlichting.domain.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import nl.doorlichting.domain.municipality.Reexpression.Allocated;
import nl.doorlichting.domain.municipality.Reexpression.Unallocated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SuccessionPropertyTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyFigureStandsOnceOnTheMapOrIsUnallocated(long seed) {
        MunicipalityRegister register = RandomRegister.of(seed);
        for (LocalDate day : RandomRegister.days()) {
            Map<String, Integer> standing = new HashMap<>();
            int unallocated = 0;
            for (Municipality municipality : register.all()) {
                Reexpression found = register.reexpress(municipality.code(), day);
                if (found instanceof Allocated allocated) {
                    standing.merge(allocated.code(), 1, Integer::sum);
                    continue;
                }
                unallocated++;
                assertTrue(validOn(register, day).containsAll(((Unallocated) found).candidates()));
            }
            assertTrue(validOn(register, day).containsAll(standing.keySet()));
            assertEquals(register.all().size(), total(standing) + unallocated);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void keepsValidCodes(long seed) {
        MunicipalityRegister register = RandomRegister.of(seed);
        for (LocalDate day : RandomRegister.days()) {
            for (String code : validOn(register, day)) {
                assertEquals(new Allocated(code), register.reexpress(code, day));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void givesSameResultInTwoSteps(long seed) {
        MunicipalityRegister register = RandomRegister.of(seed);
        List<LocalDate> days = RandomRegister.days();
        for (Municipality municipality : register.all()) {
            for (int first = 0; first < days.size(); first++) {
                Reexpression stop = register.reexpress(municipality.code(), days.get(first));
                if (stop instanceof Allocated allocated) {
                    assertSameFrom(register, municipality.code(), allocated.code(), days.subList(first, days.size()));
                }
            }
        }
    }

    /** What was found for one day is used for others, until the map changes. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsSameWhateverWasAskedBefore(long seed) {
        MunicipalityRegister register = RandomRegister.of(seed);
        for (LocalDate day : RandomRegister.days()) {
            MunicipalityRegister first = RandomRegister.of(seed);
            for (Municipality municipality : register.all()) {
                assertEquals(first.reexpress(municipality.code(), day), register.reexpress(municipality.code(), day));
            }
        }
    }

    @Test
    void endsOnCircularSuccession() {
        String municipalities = """
                GM0001,One,,2010-01-01,,PV,Province
                GM0002,Two,,2010-01-01,,PV,Province
                GM0003,Self,,2010-01-01,,PV,Province
                """;
        String successions = """
                GM0001,2010-01-01,GM0002,1.00,boundaries
                GM0002,2010-01-01,GM0001,,register
                GM0003,2010-01-01,GM0003,,register
                """;
        MunicipalityRegister register = RegisterLoader.load(
                MunicipalityRow.HEADER + "\n" + municipalities, SuccessionRow.HEADER + "\n" + successions, "circle");

        for (Municipality municipality : register.all()) {
            assertTimeoutPreemptively(
                    Duration.ofMinutes(1),
                    () -> assertEquals(
                            new Unallocated(Set.of()),
                            register.reexpress(municipality.code(), LocalDate.of(2011, 1, 1))));
        }
    }

    @Test
    void neverAllocatesToEndedMunicipality() {
        String municipalities = """
                GM0001,One,,2011-01-01,,PV,Province
                GM0002,Two,,2010-01-01,,PV,Province
                GM0003,Three,,,,PV,Province
                """;
        String successions = """
                GM0001,2011-01-01,GM0002,,register
                GM0002,2010-01-01,GM0003,,register
                """;
        MunicipalityRegister register = RegisterLoader.load(
                MunicipalityRow.HEADER + "\n" + municipalities, SuccessionRow.HEADER + "\n" + successions, "gone");
        LocalDate day = LocalDate.of(2012, 1, 1);

        assertEquals(new Unallocated(Set.of()), register.reexpress("GM0001", day));
        assertEquals(new Allocated("GM0003"), register.reexpress("GM0002", day));
    }

    private static void assertSameFrom(MunicipalityRegister register, String code, String stop, List<LocalDate> later) {
        for (LocalDate day : later) {
            assertEquals(register.reexpress(code, day), register.reexpress(stop, day), code + " by " + stop);
        }
    }

    private static Set<String> validOn(MunicipalityRegister register, LocalDate day) {
        return register.validOn(day).stream().map(Municipality::code).collect(Collectors.toSet());
    }

    private static int total(Map<String, Integer> standing) {
        return standing.values().stream().mapToInt(Integer::intValue).sum();
    }
}
