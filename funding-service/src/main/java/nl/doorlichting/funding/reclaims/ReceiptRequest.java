package nl.doorlichting.funding.reclaims;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.funding.HasPositiveAmount;
import nl.doorlichting.platform.json.NaturalId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Money that came back of a claim.
 *
 * @param amount what came back, in euros: more than zero, and at most what is outstanding
 * @param receivedOn day on which it came, not before the award was granted and not in the future; today if absent
 * @param reference name of the payment at the bank, without outer spaces, which the claim has one receipt of, in
 *     whatever case; none if absent
 * @param correctionId id of the correction by which the budget has it already: an entry recorded by hand that takes
 *     back what was paid of the award, with at least this amount that no receipt names yet; the ledger gets its
 *     entries by itself if absent
 */
@Schema(name = "ReclaimReceiptRequest")
public record ReceiptRequest(
        @NotNull Money amount,
        LocalDate receivedOn,
        @Size(min = 1, max = 200) @NaturalId String reference,
        UUID correctionId)
        implements HasPositiveAmount {}
