package nl.doorlichting.gateway.dossier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.FigureNote;
import nl.doorlichting.domain.figures.NoteCode;
import nl.doorlichting.gateway.clients.funding.ProjectFinances;
import nl.doorlichting.gateway.clients.funding.ProjectParts;
import nl.doorlichting.gateway.clients.reporting.ProjectRecords;
import nl.doorlichting.gateway.clients.training.ProjectTrainings;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.gateway.reports.ReportNote;
import nl.doorlichting.gateway.reports.ReportPart;
import nl.doorlichting.gateway.reports.ReportSource;
import nl.doorlichting.platform.texts.Text;

/** What the three services answered about one project: each part that the caller may read, unless its service did not answer. */
record DossierParts(
        DossierAccess access,
        ReportPart<FundedProject> funded,
        ReportPart<ProjectTrainings> trainings,
        ReportPart<RecordedProject> recorded) {

    /**
     * The project with what funding-service has of it.
     *
     * @param money null for a caller that may not read it
     */
    record FundedProject(
            ProjectFinances.Project project,
            List<ProjectFinances.SubProject> parts,
            long partsLeftOut,
            ProjectFinances money) {
        static FundedProject with(ProjectFinances money) {
            return new FundedProject(money.project(), money.parts(), 0, money);
        }

        static FundedProject withoutMoney(ProjectFinances.Project project, ProjectParts parts) {
            return new FundedProject(project, parts.items(), parts.leftOut(), null);
        }

        private String revision() {
            return money == null ? null : money.revision();
        }
    }

    /**
     * What reporting-service has of the project.
     *
     * @param records null for a caller that may read the sums only
     * @param sums null from an instance of the last release
     */
    record RecordedProject(ProjectRecords records, ProjectRecords.ReachSums sums) {
        static RecordedProject with(ProjectRecords records) {
            return new RecordedProject(records, records.reachSums());
        }

        static RecordedProject withoutRecords(ProjectRecords.ReachSums sums) {
            return new RecordedProject(null, sums);
        }
    }

    List<ReportPart<?>> all() {
        return List.of(funded, trainings, recorded);
    }

    ProjectDossier dossier(UUID project) {
        var known = funded.report();
        var sums = recorded.map(RecordedProject::sums).report();
        return new ProjectDossier(
                ReportPart.areWhole(all()),
                project,
                access.withheld(),
                known == null ? null : known.project(),
                known == null ? null : known.parts(),
                known == null || known.money() == null ? null : ProjectDossier.Money.from(known.money()),
                trainings.map(ProjectDossier.Trainings::from).report(),
                listed(ProjectRecords::reports),
                listed(ProjectRecords::reach),
                sums == null ? null : ProjectDossier.ReachSums.from(sums),
                listed(ProjectRecords::indicators),
                listed(ProjectRecords::effectJudgements),
                listed(ProjectRecords::lessons),
                listed(ProjectRecords::embeddings),
                listed(ProjectRecords::products),
                sources(),
                Stream.concat(ReportNote.merge(notes()).stream(), ownMoneyOnly())
                        .toList());
    }

    private ProjectRecords records() {
        return recorded.map(RecordedProject::records).report();
    }

    private <T> List<T> listed(Function<ProjectRecords, ProjectRecords.Listed<T>> kind) {
        var records = records();
        return records == null ? null : kind.apply(records).items();
    }

    private Map<Text, List<FigureNote>> notes() {
        var notes = new LinkedHashMap<Text, List<FigureNote>>();
        if (trainings.report() != null) {
            notes.put(ReportNote.TRAININGS, trainings.report().notes());
        }
        var ofRecords =
                Stream.of(ofSums(), leftOut(), ownOnly()).flatMap(some -> some).toList();
        if (!ofRecords.isEmpty()) {
            notes.put(ReportNote.INVENTORIES, ofRecords);
        }
        return notes;
    }

    private Stream<FigureNote> ofSums() {
        var sums = recorded.map(RecordedProject::sums).report();
        return sums == null ? Stream.empty() : sums.notes().stream();
    }

    private Stream<FigureNote> leftOut() {
        var records = records();
        var count = (records == null ? 0 : records.leftOut())
                + (funded.report() == null ? 0 : funded.report().partsLeftOut());
        return count == 0
                ? Stream.empty()
                : Stream.of(new FigureNote(NoteCode.RECORDS_LEFT_OUT.name(), count, Text.of("note.records-left-out")));
    }

    /** The same of the money, where awards, prizes and procurements that name no organisation are left out too. */
    private Stream<ReportNote> ownMoneyOnly() {
        return access.ownMoneyOnly() && funded.report() != null
                ? Stream.of(new ReportNote(NoteCode.OWN_MONEY_ONLY.name(), 1, Text.of("note.own-money-only")))
                : Stream.empty();
    }

    /** Of a caller that sees only what names its organisation, so that an empty list does not say that there is nothing. */
    private Stream<FigureNote> ownOnly() {
        return access.ownRecordsOnly() && records() != null
                ? Stream.of(new FigureNote(NoteCode.OWN_RECORDS_ONLY.name(), 1, Text.of("note.own-records-only")))
                : Stream.empty();
    }

    // The records of reporting-service are several lists, which have no common revision.
    private List<ReportSource> sources() {
        return Stream.of(
                        source(Service.FUNDING, funded, FundedProject::revision),
                        source(Service.TRAINING, trainings, ProjectTrainings::revision),
                        source(Service.REPORTING, recorded, answered -> null))
                .flatMap(asked -> asked)
                .toList();
    }

    /** None for a service that was not asked, because the caller may read no part of it. */
    private static <T> Stream<ReportSource> source(Service service, ReportPart<T> part, Function<T, String> revision) {
        if (part.report() != null) {
            return Stream.of(ReportSource.answered(service, revision.apply(part.report())));
        }
        return part.missing().isEmpty() ? Stream.of() : Stream.of(ReportSource.unavailable(service));
    }
}
