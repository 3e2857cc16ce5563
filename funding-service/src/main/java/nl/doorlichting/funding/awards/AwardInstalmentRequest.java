package nl.doorlichting.funding.awards;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import nl.doorlichting.domain.money.Money;

/** A part of an award, and the day it is to be paid. */
public record AwardInstalmentRequest(
        @NotNull LocalDate due, @NotNull Money amount) {}
