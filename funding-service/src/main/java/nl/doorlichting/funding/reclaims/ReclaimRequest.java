package nl.doorlichting.funding.reclaims;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.funding.HasPositiveAmount;

/**
 * A new claim.
 *
 * @param amount what is claimed back, in euros: more than zero, at most what was paid without right to it and is not
 *     claimed yet, and in a correction not below what came back of it. In a PATCH it is sent whole
 * @param dueOn last day to pay it back, not before the last decision about the award; no term if absent
 * @param reasons why it is claimed back, in words
 */
public record ReclaimRequest(
        @NotNull Money amount,
        LocalDate dueOn,
        @NotBlank @Size(max = 4000) String reasons) implements HasPositiveAmount {}
