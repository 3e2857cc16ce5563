package nl.doorlichting.funding.awards;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.domain.place.PlaceColumns;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.funding.schemes.FundingPurpose;

/**
 * What an award was granted for, to which organisation and under which scheme. It never changes, except that a grant goes
 * to the successor of a municipality.
 *
 * @param scheme null for an award of the first release that was granted under none
 * @param applicationId null when it was decided outside the system
 * @param year budget year; that of the decision when null is given
 * @param place null when not stated
 * @param partnerMunicipalities each once
 */
@Embeddable
public record AwardBasis(
        String programme,
        String scheme,
        @Enumerated(EnumType.STRING) FundingInstrument fundingInstrument,
        String number,
        String organisationId,
        UUID applicationId,
        @Enumerated(EnumType.STRING) FundingPurpose purpose,
        Integer year,
        LocalDate decidedOn,
        String decidedBy,
        PlaceColumns place,
        String[] partnerMunicipalities,
        String source) {
    public AwardBasis {
        year = year == null && decidedOn != null ? Integer.valueOf(decidedOn.getYear()) : year;
    }

    /** Those of its place and its partners, each once. */
    Set<String> municipalities() {
        var codes = new LinkedHashSet<String>(
                place == null ? List.of() : place.toPlace().municipalities());
        codes.addAll(List.of(partnerMunicipalities));
        return codes;
    }
}
