package nl.doorlichting.gateway.clients.funding;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.policyreview.FundedProject;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Track;

/**
 * The projects of a programme with their money, from funding-service.
 *
 * @param period days of the programme; null for one that is not there
 */
public record ProjectMoney(Period period, List<Project> projects, String revision) {
    public ProjectMoney {
        projects = List.copyOf(projects);
        Objects.requireNonNull(revision, "revision");
    }

    /** One project; amounts are null where nothing is booked, and for a caller who may not read them. */
    public record Project(
            UUID projectId,
            String code,
            String name,
            FundingInstrument fundingInstrument,
            Track track,
            ActionLine actionLine,
            List<InterventionType> interventionTypes,
            Money committed,
            Money disbursed,
            Money wholeCost) {
        public Project {
            Objects.requireNonNull(projectId, "projectId");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(name, "name");
            interventionTypes = List.copyOf(interventionTypes);
        }

        public FundedProject toFunded() {
            return new FundedProject(
                    projectId,
                    fundingInstrument,
                    actionLine,
                    track,
                    Set.copyOf(interventionTypes),
                    committed,
                    disbursed,
                    wholeCost);
        }
    }
}
