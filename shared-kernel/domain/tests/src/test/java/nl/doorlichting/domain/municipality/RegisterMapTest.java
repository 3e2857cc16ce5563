package nl.doorlichting.domain.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegisterMapTest {
    private static final MunicipalityRegister REGISTER = MunicipalityRegister.builtIn();
    // Winschoten and Scheemda are in Oldambt since 2010; Meerlo-Wanssum was divided between Horst and Venray.
    private static final RegisterMap MAP_OF_2011 = new RegisterMap(REGISTER, LocalDate.of(2011, 1, 1));
    private static final RegisterMap AS_RECORDED = new RegisterMap(REGISTER, null);

    @Test
    void municipalityHoldsThoseThatItTookOver() {
        assertTrue(MAP_OF_2011.byMunicipality().get("GM1895").containsAll(Set.of("GM1895", "GM0052", "GM0039")));
        assertEquals(Set.of("GM1895"), AS_RECORDED.byMunicipality().get("GM1895"));
        assertFalse(MAP_OF_2011.byMunicipality().containsKey("GM0052"));
    }

    @Test
    void dividedMunicipalityIsInsideAllItsParts() {
        assertFalse(MAP_OF_2011.insideMunicipalities(Set.of("GM1507")).contains("GM0993"));
        assertTrue(MAP_OF_2011.insideMunicipalities(Set.of("GM1507", "GM0984")).contains("GM0993"));
        assertTrue(MAP_OF_2011.byProvince().get("PV31").contains("GM0993"));
        assertTrue(MAP_OF_2011.insideProvinces(Set.of("PV31")).contains("GM0993"));
    }

    @Test
    void registerBeginsOnDayBeforeItsFirstEnd() {
        assertEquals(LocalDate.of(2006, 5, 18), REGISTER.firstDay());
    }
}
