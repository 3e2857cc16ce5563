package nl.doorlichting.gateway.dossier;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.FigureNote;
import nl.doorlichting.domain.figures.NoteCode;
import nl.doorlichting.gateway.clients.UpstreamResult;
import nl.doorlichting.gateway.clients.funding.ProjectFinances;
import nl.doorlichting.gateway.clients.reporting.ProjectRecords;
import nl.doorlichting.gateway.clients.training.ProjectTrainings;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.gateway.reports.ReportNote;
import nl.doorlichting.gateway.reports.ReportSource;
import nl.doorlichting.platform.texts.Text;

/** The results of the three services for one project. */
record DossierSourceResults(
        UpstreamResult<ProjectFinances> finances,
        UpstreamResult<ProjectTrainings> trainings,
        UpstreamResult<ProjectRecords> records) {

    List<UpstreamResult<?>> all() {
        return List.of(finances, trainings, records);
    }

    ProjectDossier dossier(UUID project) {
        var money = finances.body();
        return new ProjectDossier(
                all().stream().allMatch(part -> part.body().isPresent()),
                project,
                money.map(ProjectFinances::project).orElse(null),
                money.map(ProjectFinances::parts).orElse(null),
                money.map(ProjectDossier.Money::from).orElse(null),
                trainings.body().map(ProjectDossier.Trainings::from).orElse(null),
                recorded(ProjectRecords::reports),
                recorded(ProjectRecords::reach),
                recorded(ProjectRecords::indicators),
                recorded(ProjectRecords::effectJudgements),
                recorded(ProjectRecords::lessons),
                recorded(ProjectRecords::embeddings),
                recorded(ProjectRecords::products),
                sources(),
                ReportNote.of(notes().toList()));
    }

    private <T> List<T> recorded(Function<ProjectRecords, ProjectRecords.Listed<T>> kind) {
        return records.body().map(kind).map(ProjectRecords.Listed::items).orElse(null);
    }

    private Stream<FigureNote> notes() {
        var leftOut = records.body().map(ProjectRecords::leftOut).orElse(0L);
        var detail = Text.of("note.records-left-out");
        return Stream.concat(
                trainings.body().stream().flatMap(found -> found.notes().stream()),
                leftOut > 0
                        ? Stream.of(new FigureNote(NoteCode.RECORDS_LEFT_OUT.name(), leftOut, detail))
                        : Stream.empty());
    }

    // The records of reporting-service are several lists, which have no common revision.
    private List<ReportSource> sources() {
        return List.of(
                source(Service.FUNDING, finances, ProjectFinances::revision),
                source(Service.TRAINING, trainings, ProjectTrainings::revision),
                source(Service.REPORTING, records, recorded -> null));
    }

    private static <T> ReportSource source(Service service, UpstreamResult<T> part, Function<T, String> revision) {
        return part.body()
                .map(said -> ReportSource.answered(service, revision.apply(said)))
                .orElseGet(() -> ReportSource.unavailable(service));
    }
}
