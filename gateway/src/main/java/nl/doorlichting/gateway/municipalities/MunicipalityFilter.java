package nl.doorlichting.gateway.municipalities;

import java.time.LocalDate;
import java.util.Locale;
import nl.doorlichting.domain.municipality.Municipality;

/** The requested municipalities; null means all. An unknown province has none. */
record MunicipalityFilter(LocalDate validOn, String province, String name) {
    boolean admits(Municipality municipality) {
        return (validOn == null || municipality.isValidOn(validOn))
                && (province == null || province.equals(municipality.province().code()))
                && (name == null || lower(municipality.name()).startsWith(lower(name)));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
