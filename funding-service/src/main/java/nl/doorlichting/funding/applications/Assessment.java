package nl.doorlichting.funding.applications;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** That an application was assessed on its merits, and what decides it according to who did so. */
@Embeddable
record Assessment(
        String advice,
        @Column(name = "assessed_at") Instant at,
        @Column(name = "assessed_by") String by) {}
