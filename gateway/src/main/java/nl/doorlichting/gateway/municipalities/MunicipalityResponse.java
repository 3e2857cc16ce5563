package nl.doorlichting.gateway.municipalities;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import nl.doorlichting.domain.municipality.Municipality;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.municipality.Province;
import nl.doorlichting.domain.municipality.Succession;
import nl.doorlichting.domain.municipality.SuccessionBasis;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A municipality (gemeente) and its successors.
 *
 * @param code code of the municipality in the register of Statistics Netherlands (CBS), as in GM0988
 * @param name name of the municipality, as the register has it
 * @param period days on which the code was in use
 * @param province the province of the municipality, by its code and name, the same on all its days
 * @param successors municipalities that took over its territory, the largest share first; empty while it exists
 * @param registerVersion version of the register that this is from
 */
public record MunicipalityResponse(
        String code,
        String name,
        Validity period,
        MunicipalityProvince province,
        List<Successor> successors,
        String registerVersion) {

    /**
     * The days that the code was in use.
     *
     * @param from first day on which the code was in use; null where that was before the register begins
     * @param until first day on which the code was no longer in use; null while it is in use
     */
    @Schema(name = "MunicipalityValidity")
    public record Validity(
            @Schema(nullable = true) LocalDate from,
            @Schema(nullable = true) LocalDate until) {}

    /**
     * A province.
     *
     * @param code code of the province in the register of Statistics Netherlands (CBS): PV and two digits
     * @param name name of the province
     */
    @Schema(name = "MunicipalityProvince")
    public record MunicipalityProvince(String code, String name) {
        static MunicipalityProvince from(Province province) {
            return new MunicipalityProvince(province.code(), province.name());
        }
    }

    /**
     * A municipality that took over territory of an earlier one.
     *
     * @param code code of the municipality that took over territory
     * @param share share of the area of the earlier municipality that went to this one, from 0 to 1; null where unknown
     * @param basis what the succession and its share are known from: REGISTER and BOUNDARIES have a share, and with
     *     SPLIT_SHARE_UNKNOWN the share is null
     * @param endsOn first day on which the earlier code was no longer in use
     */
    @Schema(name = "MunicipalitySuccessor")
    public record Successor(
            String code, @Schema(nullable = true) BigDecimal share, SuccessionBasis basis, LocalDate endsOn) {

        static Successor from(Succession succession) {
            return new Successor(succession.successor(), succession.share(), succession.basis(), succession.endsOn());
        }
    }

    // "het Bildt" is sorted under H.
    String nameToSortBy() {
        return name.toLowerCase(Locale.ROOT);
    }

    static MunicipalityResponse from(Municipality municipality, MunicipalityRegister register) {
        return new MunicipalityResponse(
                municipality.code(),
                municipality.name(),
                new Validity(municipality.validFrom(), municipality.validUntil()),
                MunicipalityProvince.from(municipality.province()),
                register.successorsOf(municipality.code()).stream()
                        .map(Successor::from)
                        .toList(),
                register.version());
    }
}
