package nl.doorlichting.reporting.inventoryreports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.InventoryReportState;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.reporting.activity.ActivityFields;
import nl.doorlichting.reporting.catalogue.Catalogue;
import nl.doorlichting.reporting.catalogue.CatalogueEntry;
import nl.doorlichting.reporting.catalogue.CatalogueKind;

/** Puts the projects of published reports into the public catalogue, each as the latest published report has it. */
@ApplicationScoped
class PublishedProjects {
    private final Catalogue catalogue;
    private final InventoryReportContents contents;
    private final InventoryReportRepository reports;

    PublishedProjects(Catalogue catalogue, InventoryReportContents contents, InventoryReportRepository reports) {
        this.catalogue = catalogue;
        this.contents = contents;
        this.reports = reports;
    }

    /** Does nothing unless the report is published and stands. */
    void show(InventoryReport report) {
        if (report.state() != InventoryReportState.PUBLISHED || !report.stands()) {
            return;
        }
        var projects = new LinkedHashSet<>(projects(report.content()));
        // A project that a correction takes out disappears, or is shown as an earlier report has it.
        reports.contentBefore(report).map(this::projects).ifPresent(projects::addAll);
        projects.forEach(this::show);
    }

    /** Each project is shown as an earlier report has it, or its address gives the reason from now on. */
    void withdraw(InventoryReport report) {
        if (report.state() == InventoryReportState.PUBLISHED) {
            projects(report.content())
                    .forEach(project -> reports.latestPublished(project)
                            .ifPresentOrElse(
                                    earlier -> put(earlier, project),
                                    () -> catalogue.withdraw(CatalogueKind.PROJECT, project, report.withdrawal())));
        }
    }

    private void show(UUID project) {
        reports.latestPublished(project)
                .ifPresentOrElse(
                        report -> put(report, project), () -> catalogue.remove(CatalogueKind.PROJECT, project));
    }

    private void put(InventoryReport report, UUID project) {
        var content = contents.read(report.content());
        content.statedProjects().stream()
                .filter(stated -> stated.projectId().equals(project))
                .forEach(stated -> catalogue.put(entry(report, content, stated)));
    }

    private List<UUID> projects(String content) {
        return contents.read(content).projectIds();
    }

    private static CatalogueEntry entry(
            InventoryReport report, InventoryReportRequest content, InventoryReportRequest.Project project) {
        var source = content.source() == null ? report.title() : content.source();
        return new CatalogueEntry(
                CatalogueKind.PROJECT,
                project.projectId(),
                report.programme(),
                null,
                new CatalogueEntry.Text(report.title(), text(content), List.of(), content.language(), source),
                About.of(project),
                report.publishedAt());
    }

    private static String text(InventoryReportRequest content) {
        var setUp = content.setUp();
        var outcomes = content.outcomes();
        var text = Stream.of(
                        content.introduction(),
                        setUp == null ? null : setUp.targetGroup(),
                        setUp == null ? null : setUp.approach(),
                        outcomes == null ? null : outcomes.realisation(),
                        content.goalAttainment(),
                        content.reach(),
                        content.embedding())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n\n"));
        return text.isEmpty() ? null : text;
    }

    private record About(
            UUID projectId,
            String organisationId,
            Track track,
            ActionLine actionLine,
            FundingInstrument fundingInstrument,
            List<InterventionType> interventionTypes,
            List<Phenomenon> phenomena,
            Place place)
            implements ActivityFields {

        static About of(InventoryReportRequest.Project project) {
            return new About(
                    project.projectId(),
                    project.organisationId(),
                    project.track(),
                    project.actionLine(),
                    project.fundingInstrument(),
                    project.interventionTypes(),
                    project.phenomena(),
                    project.place());
        }
    }
}
