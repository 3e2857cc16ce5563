package nl.doorlichting.funding.applications;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** One step of an application that was taken; it stands. */
@Embeddable
record Event(
        String transition,
        @Enumerated(EnumType.STRING) ApplicationStatus status,
        String note,
        @Column(name = "happened_at") Instant at,
        @Column(name = "happened_by") String by) {}
