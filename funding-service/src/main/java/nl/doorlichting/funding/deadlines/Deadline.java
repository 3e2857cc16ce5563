package nl.doorlichting.funding.deadlines;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Something that is still to be done by a day; a row of a view, made by what it is about. */
@Entity
@Immutable
@Table(name = "open_deadline")
class Deadline {
    /** Kind and subject. */
    @Id
    private String id;

    @Enumerated(EnumType.STRING)
    private DeadlineKind kind;

    private LocalDate due;
    private boolean enforceable;
    private String programme;
    private String organisationId;
    private String officer;
    private UUID subjectId;
    private String subject;
    private String title;

    /** For the persistence provider. */
    protected Deadline() {}

    /** Past its day, where the state can enforce it. Source: docs/design/rules.md#conditions. */
    boolean isOverdue(LocalDate today) {
        return enforceable && due.isBefore(today);
    }

    DeadlineResponse toResponse(LocalDate today) {
        var overdue = isOverdue(today);
        return new DeadlineResponse(
                id,
                kind,
                due,
                overdue,
                enforceable,
                programme,
                organisationId,
                officer,
                subjectId,
                subject,
                title,
                "\"" + due + (overdue ? "-overdue" : "") + "\"",
                List.of());
    }
}
