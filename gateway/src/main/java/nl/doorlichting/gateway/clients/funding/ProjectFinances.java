package nl.doorlichting.gateway.clients.funding;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.AwardStatus;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The finances of one project, from funding-service. A dossier shows them unchanged. */
public record ProjectFinances(
        Project project,
        List<SubProject> parts,
        List<Award> awards,
        List<Year> years,
        Total total,
        List<Prize> prizes,
        List<Procurement> procurements,
        String revision) {

    public ProjectFinances {
        Objects.requireNonNull(project, "project");
        parts = List.copyOf(parts);
        awards = List.copyOf(awards);
        years = List.copyOf(years);
        Objects.requireNonNull(total, "total");
        prizes = List.copyOf(prizes);
        procurements = List.copyOf(procurements);
        Objects.requireNonNull(revision, "revision");
    }

    /**
     * What the money is for.
     *
     * @param id id of the project (id of /v1/projects)
     * @param programme programme of the project, by its code, as in APR-2007-2011
     * @param code code of the project, unique in its programme, as in dialogue-weert
     * @param name name of the project
     * @param organisationId number of the organisation that carries it out, as in GM0988; null where it is not stated
     * @param fundingInstrument how the money of the project goes out: a code of the codelist funding-instruments; null
     *     where it is not stated
     * @param track level at which the project works: a code of the codelist tracks; null where it is not stated
     * @param actionLine aim of the project: a code of the codelist action-lines; null where it is not stated
     * @param parentId id of the project that this one is a part of; null for one that is part of none
     * @param period days of the project; null where they are not stated
     * @param place where the project works; null where it is not stated
     * @param interventionTypes what is done: codes of the codelist intervention-types; empty where not stated
     * @param phenomena what the project is about: codes of the codelist phenomena; empty where not stated
     * @param targetGroups whom the project is for: codes of the codelist target-groups; empty where not stated
     * @param description what the project does, in words; null where it is not stated
     * @param source where this is written, in words: the document and its page or line; award and its number for a
     *     project that the decision on an application recorded
     */
    @Schema(name = "DossierProject")
    public record Project(
            UUID id,
            String programme,
            String code,
            String name,
            @Schema(nullable = true) String organisationId,
            @Schema(nullable = true) FundingInstrument fundingInstrument,
            @Schema(nullable = true) Track track,
            @Schema(nullable = true) ActionLine actionLine,
            @Schema(nullable = true) UUID parentId,
            @Schema(nullable = true) Period period,
            @Schema(nullable = true) Place place,
            List<InterventionType> interventionTypes,
            List<Phenomenon> phenomena,
            List<TargetGroup> targetGroups,
            @Schema(nullable = true) String description,
            String source) {
        public Project {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(programme, "programme");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(name, "name");
            interventionTypes = List.copyOf(interventionTypes);
            phenomena = List.copyOf(phenomena);
            // An instance of the last release records none.
            targetGroups = targetGroups == null ? List.of() : List.copyOf(targetGroups);
            Objects.requireNonNull(source, "source");
        }
    }

    /**
     * A part of the project (deelproject), with a dossier of its own.
     *
     * @param code natural id of the part within its programme
     * @param name name of the part
     */
    @Schema(name = "DossierPart")
    public record SubProject(UUID id, String code, String name) {}

    /**
     * An award; the settled amount is null until it is settled.
     *
     * @param number number of the award, that of its decision
     * @param title what the award is for
     * @param status stage of the award
     * @param amount what was granted, as last amended, in euros
     * @param recovered what came back of what was reclaimed, in euros; it is still among what was disbursed
     */
    @Schema(name = "DossierAward")
    public record Award(
            UUID id,
            String number,
            String title,
            AwardStatus status,
            FundingInstrument fundingInstrument,
            String organisationId,
            LocalDate decidedOn,
            Money amount,
            @Schema(nullable = true) Money settledAmount,
            Money reserved,
            Money disbursed,
            Money reclaimed,
            Money recovered) {
        /** An instance of the last release records no receipts and states none. */
        public Award {
            recovered = recovered == null ? Money.zero(Money.EURO) : recovered;
        }
    }

    /** What was paid in a year. */
    @Schema(name = "DossierYear")
    public record Year(int year, Money disbursed) {}

    /**
     * All awards together; null without awards, rather than zero.
     *
     * @param recovered what came back of what was reclaimed, in euros; null without awards
     */
    @Schema(name = "DossierTotal")
    public record Total(
            @Schema(nullable = true) Money awarded,
            @Schema(nullable = true) Money disbursed,
            @Schema(nullable = true) Money reclaimed,
            @Schema(nullable = true) Money recovered) {}

    /**
     * A prize; null where unknown.
     *
     * @param year year in which it was won
     * @param name name of the prize
     * @param amount money that went with it, in euros; null where not known
     */
    @Schema(name = "DossierPrize")
    public record Prize(
            UUID id,
            int year,
            String name,
            @Schema(nullable = true) String winner,
            @Schema(nullable = true) Money amount) {}

    /**
     * Something bought; null where unknown.
     *
     * @param year year of the contract; null where not stated
     * @param amount price of the contract, in euros; null where not known
     */
    @Schema(name = "DossierProcurement")
    public record Procurement(
            UUID id,
            @Schema(nullable = true) Integer year,
            String tender,
            @Schema(nullable = true) String winner,
            @Schema(nullable = true) Money amount) {}
}
