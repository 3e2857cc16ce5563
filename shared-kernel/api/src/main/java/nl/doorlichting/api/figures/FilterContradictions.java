package nl.doorlichting.api.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.municipality.Municipality;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** Finds values of filters that no figure can state, because another parameter rules them out. */
record FilterContradictions(
        Map<Dimension, Set<Object>> only, LocalDate from, LocalDate until, MunicipalityRegister register) {

    void addTo(List<Violation> violations) {
        values(Dimension.YEAR)
                .filter(year -> !isWithin(Period.ofYear((Integer) year)))
                .forEach(year -> violations.add(contradiction(Dimension.YEAR, year, days())));
        values(Dimension.PERIOD).map(Period.class::cast).forEach(period -> {
            if (!isWithin(period)) {
                violations.add(contradiction(Dimension.PERIOD, period, days()));
            } else if (!isInYear(period)) {
                violations.add(contradiction(Dimension.PERIOD, period, List.of(Dimension.YEAR.jsonName())));
            }
        });
        if (only.containsKey(Dimension.PROVINCE) && !isNotStated(Dimension.MUNICIPALITY, Dimension.PROVINCE)) {
            values(Dimension.MUNICIPALITY)
                    .filter(municipality -> !isInProvince((String) municipality))
                    .forEach(municipality -> violations.add(contradiction(
                            Dimension.MUNICIPALITY, municipality, List.of(Dimension.PROVINCE.jsonName()))));
        }
    }

    private Stream<Object> values(Dimension dimension) {
        return only.getOrDefault(dimension, Set.of()).stream().filter(value -> !value.equals(Dimension.NOT_STATED));
    }

    // Values are alternatives, so what states none of them passes both filters.
    private boolean isNotStated(Dimension... dimensions) {
        return Stream.of(dimensions)
                .allMatch(dimension -> only.getOrDefault(dimension, Set.of()).contains(Dimension.NOT_STATED));
    }

    private List<String> days() {
        return Stream.of("from", "until")
                .filter(name -> name.equals("from") ? from != null : until != null)
                .collect(Collectors.toList());
    }

    // A period that sticks out is left out with a note.
    private boolean isWithin(Period period) {
        return (from == null || period.until().isAfter(from))
                && (until == null || period.from().isBefore(until));
    }

    private boolean isInYear(Period period) {
        var years = only.get(Dimension.YEAR);
        return years == null
                || period.year().map(years::contains).orElseGet(() -> years.contains(Dimension.NOT_STATED));
    }

    private boolean isInProvince(String code) {
        return register.find(code)
                .map(Municipality::province)
                .filter(province -> only.get(Dimension.PROVINCE).contains(province.code()))
                .isPresent();
    }

    private static Violation contradiction(Dimension dimension, Object value, List<String> others) {
        var text = Dimension.text(value);
        return Violation.query(
                dimension.jsonName(),
                ViolationCode.NOT_ALLOWED,
                Map.of("value", text, "contradicts", others),
                Text.of("figures.contradiction", text, Text.all(others)));
    }
}
