package nl.doorlichting.domain.figures.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.doorlichting.domain.municipality.Municipality;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.municipality.Succession;
import nl.doorlichting.domain.municipality.SuccessionBasis;

/** The municipalities of one day. Source: docs/design/figures.md#boundaries. */
final class NaiveMap {
    private static final BigDecimal ALL = new BigDecimal("0.85");

    private final MunicipalityRegister register;
    private final LocalDate day;

    /**
     * @param day null for municipalities as they were recorded
     */
    NaiveMap(MunicipalityRegister register, LocalDate day) {
        this.register = register;
        this.day = day;
    }

    /** The municipalities that a figure of this one may lie in; none if this is not known. */
    Set<String> candidates(String code) {
        if (day == null) {
            return Set.of(code);
        }
        Municipality municipality = register.find(code).orElse(null);
        if (municipality == null || beganLater(municipality)) {
            return Set.of();
        }
        if (!hasEnded(municipality)) {
            return Set.of(code);
        }
        Set<String> candidates = new TreeSet<>();
        followed(code).forEach(succession -> candidates.addAll(candidates(succession.successor())));
        return candidates;
    }

    /** Whether a figure of this municipality belongs to one municipality as a whole. */
    boolean isWhole(String code) {
        if (day == null) {
            return true;
        }
        Municipality municipality = register.find(code).orElse(null);
        if (municipality == null || beganLater(municipality)) {
            return false;
        }
        return !hasEnded(municipality)
                || takingAll(code).size() == 1 && isWhole(takingAll(code).get(0).successor());
    }

    /** The code of the province; null for a municipality that the register does not have. */
    String province(String code) {
        return register.find(code)
                .map(municipality -> municipality.province().code())
                .orElse(null);
    }

    /** The newest day that the register has something of. */
    LocalDate lastDay() {
        return register.all().stream()
                .flatMap(municipality -> Stream.of(municipality.validFrom(), municipality.validUntil()))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private List<Succession> followed(String code) {
        return takingAll(code).size() == 1 ? takingAll(code) : register.successorsOf(code);
    }

    private List<Succession> takingAll(String code) {
        return register.successorsOf(code).stream()
                .filter(succession -> succession.basis() == SuccessionBasis.REGISTER
                        || succession.share() != null && succession.share().compareTo(ALL) >= 0)
                .toList();
    }

    private boolean beganLater(Municipality municipality) {
        return municipality.validFrom() != null && municipality.validFrom().isAfter(day);
    }

    private boolean hasEnded(Municipality municipality) {
        return municipality.validUntil() != null && !municipality.validUntil().isAfter(day);
    }
}
