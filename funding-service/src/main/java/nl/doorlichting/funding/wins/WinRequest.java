package nl.doorlichting.funding.wins;

import java.util.UUID;
import nl.doorlichting.funding.HasPositiveAmount;

/** What every request states of a {@link Win}. */
interface WinRequest extends HasPositiveAmount {
    String programme();

    Integer year();

    String winner();

    String organisationId();

    UUID projectId();

    String source();

    String reference();

    String note();
}
