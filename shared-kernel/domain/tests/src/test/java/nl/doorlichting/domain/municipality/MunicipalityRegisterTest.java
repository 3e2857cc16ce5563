package nl.doorlichting.domain.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.doorlichting.domain.municipality.Reexpression.Allocated;
import nl.doorlichting.domain.municipality.Reexpression.Unallocated;
import nl.doorlichting.domain.period.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MunicipalityRegisterTest {

    private final MunicipalityRegister register = MunicipalityRegister.builtIn();

    @ParameterizedTest
    @CsvSource({"2007, 443", "2008, 443", "2009, 441", "2010, 431", "2011, 418", "2012, 415"})
    void hasAsManyMunicipalitiesAsTheBoundaryFiles(int year, int number) {
        assertEquals(number, register.validOn(firstOf(year)).size());
    }

    @Test
    void findsMunicipalityByCode() {
        Municipality weert = register.find("GM0988").orElseThrow();

        assertEquals("Weert", weert.name());
        assertEquals(new Province("PV31", "Limburg"), weert.province());
        assertEquals(
                "Nuenen, Gerwen en Nederwetten",
                register.find("GM0820").orElseThrow().name());
        assertTrue(register.find("GM0000").isEmpty());
    }

    @Test
    void versionNamesTheDataAndTheRegisterIsLoadedOnce() {
        assertTrue(register.version().matches("table-33-2022-03-24-[0-9a-f]{8}"), register.version());
        assertSame(register, MunicipalityRegister.builtIn());
    }

    @Test
    void aCodeIsValidWithinAPeriodWhenOnOneDayOfIt() {
        assertTrue(register.isValidWithin("GM0052", Period.ofYears(2009, 2011)));
        assertFalse(register.isValidWithin("GM0052", Period.ofYear(2010)));
        assertFalse(register.isValidWithin("GM1895", Period.ofYear(2009)));
        assertTrue(register.isValidWithin("GM1895", Period.ofYears(2007, 2010)));
        assertFalse(register.isValidWithin("GM0000", Period.ofYear(2010)));
    }

    @Test
    void aCodeValidThatDayStays() {
        assertEquals(new Allocated("GM0988"), register.reexpress("GM0988", firstOf(2011)));
        assertEquals(new Allocated("GM0052"), register.reexpress("GM0052", LocalDate.of(2009, 12, 31)));
    }

    @Test
    void winschotenGoesToOldambt() {
        assertEquals(new Allocated("GM1895"), register.reexpress("GM0052", firstOf(2010)));
        assertEquals(new Allocated("GM1895"), register.reexpress("GM0052", firstOf(2011)));
    }

    @Test
    void meerloWanssumWasSplitOverTwo() {
        assertEquals(new Unallocated(Set.of("GM1507", "GM0984")), register.reexpress("GM0993", firstOf(2011)));
        assertEquals("GM1507", register.successorsOf("GM0993").get(0).successor());
    }

    @Test
    void anUnknownShareIsASplit() {
        assertEquals(
                new Unallocated(Set.of("GM1900", "GM0080", "GM1949")), register.reexpress("GM0140", firstOf(2018)));
    }

    @Test
    void aShareOfAtLeastEightyFivePercentTakesAll() {
        assertEquals(new Allocated("GM1942"), register.reexpress("GM0424", firstOf(2016)));
        assertEquals(new Unallocated(Set.of("GM0796", "GM0828")), register.reexpress("GM1671", firstOf(2015)));
    }

    @Test
    void findsNoCodeThatBeganLater() {
        assertEquals(new Unallocated(Set.of()), register.reexpress("GM1895", firstOf(2009)));
    }

    @Test
    void aChainIsFollowedStepByStep() {
        assertEquals(new Allocated("GM1921"), register.reexpress("GM0051", firstOf(2015)));
        assertEquals(new Allocated("GM1940"), register.reexpress("GM0051", firstOf(2016)));
        assertEquals(new Allocated("GM1963"), register.reexpress("GM0517", firstOf(2020)));
    }

    @Test
    void theCandidatesOfASplitAreThoseOfThatDay() {
        Set<String> candidates = Set.of("GM0074", "GM0080", "GM1900", "GM1940");

        assertEquals(new Unallocated(candidates), register.reexpress("GM0055", firstOf(2016)));
    }

    @Test
    void anUnknownCodeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> register.reexpress("GM0000", firstOf(2011)));
    }

    @Test
    void hasNoSuccessorsForExistingMunicipality() {
        assertEquals(List.of(), register.successorsOf("GM0988"));
    }

    private static LocalDate firstOf(int year) {
        return LocalDate.of(year, 1, 1);
    }
}
