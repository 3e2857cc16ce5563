package nl.doorlichting.reporting.inventoryrounds;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** A project that a round visits. */
@Entity
@Table(name = "inventory_round_project")
@IdClass(InventoryRoundProject.Key.class)
class InventoryRoundProject {
    /** A project in a round. */
    record Key(UUID roundId, UUID projectId) implements Serializable {}

    @Id
    @Column(name = "round_id")
    private UUID roundId;

    @Id
    @Column(name = "project_id")
    private UUID projectId;

    private int position;

    @Column(name = "added_at")
    private Instant addedAt;

    /** For the persistence provider. */
    protected InventoryRoundProject() {}

    InventoryRoundProject(UUID roundId, UUID projectId, int position, Instant addedAt) {
        this.roundId = roundId;
        this.projectId = projectId;
        this.position = position;
        this.addedAt = addedAt;
    }

    UUID roundId() {
        return roundId;
    }

    UUID projectId() {
        return projectId;
    }
}
