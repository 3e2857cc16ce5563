package nl.doorlichting.domain.municipality;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * A line of municipalities.csv. Its successor_code is not read, because municipality-successions.csv is more complete.
 */
final class MunicipalityRow {

    static final String HEADER = "code,name,valid_from,valid_to,successor_code,province_code,province_name";

    private MunicipalityRow() {}

    static Municipality parse(Csv.Row row) {
        if (row.get(0) == null || row.get(1) == null || row.get(5) == null || row.get(6) == null) {
            throw row.wrong("code, name and province may not be empty");
        }
        LocalDate from = date(row, 2);
        LocalDate until = date(row, 3);
        if (from != null && until != null && !from.isBefore(until)) {
            throw row.wrong("valid_to is not after valid_from");
        }
        return new Municipality(row.get(0), row.get(1), from, until, new Province(row.get(5), row.get(6)));
    }

    static LocalDate date(Csv.Row row, int index) {
        try {
            return row.get(index) == null ? null : LocalDate.parse(row.get(index));
        } catch (DateTimeParseException noDate) {
            throw row.wrong(noDate.getMessage());
        }
    }
}
