package nl.doorlichting.funding.deadlines;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Something that is still to be done by a day; a row of a view, made by what it is about. */
@Entity
@Immutable
@Table(name = "deadline")
class Deadline {
    /** Kind and subject. */
    @Id
    String id;

    @Enumerated(EnumType.STRING)
    DeadlineKind kind;

    LocalDate due;
    boolean enforceable;
    String programme;

    @Column(name = "organisation_id")
    String organisationId;

    String officer;

    @Column(name = "subject_id")
    UUID subjectId;

    String subject;
    String title;

    /** For the persistence provider. */
    protected Deadline() {}

    /** Past its day, where that can be held against anybody. Source: docs/design/rules.md#conditions. */
    boolean isOverdue(LocalDate today) {
        return enforceable && due.isBefore(today);
    }
}
