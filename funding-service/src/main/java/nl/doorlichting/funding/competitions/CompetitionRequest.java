package nl.doorlichting.funding.competitions;

import java.util.UUID;
import nl.doorlichting.funding.HasPositiveAmount;

/** What every request states of a {@link Competition}. */
interface CompetitionRequest extends HasPositiveAmount {
    String programme();

    Integer year();

    String winner();

    String organisationId();

    UUID projectId();

    String source();

    String reference();

    String note();
}
