package nl.doorlichting.domain.municipality;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A line of municipality-successions.csv. */
final class SuccessionRow {

    static final String HEADER = "code,ends_on,successor_code,area_share,basis";

    private SuccessionRow() {}

    static Succession parse(Csv.Row row) {
        LocalDate endsOn = MunicipalityRow.date(row, 1);
        if (row.get(0) == null || endsOn == null || row.get(2) == null || row.get(4) == null) {
            throw row.wrong("only area_share may be empty");
        }
        return new Succession(row.get(2), share(row), basis(row), endsOn);
    }

    private static BigDecimal share(Csv.Row row) {
        if (row.get(3) == null) {
            return null;
        }
        try {
            BigDecimal share = new BigDecimal(row.get(3));
            if (share.signum() > 0 && share.compareTo(BigDecimal.ONE) <= 0) {
                return share;
            }
        } catch (NumberFormatException noNumber) {
            throw row.wrong("no number: " + row.get(3));
        }
        throw row.wrong("a share is above 0 and at most 1: " + row.get(3));
    }

    private static SuccessionBasis basis(Csv.Row row) {
        try {
            return SuccessionBasis.parse(row.get(4));
        } catch (IllegalArgumentException unknown) {
            throw row.wrong("unknown basis " + row.get(4));
        }
    }
}
