package nl.doorlichting.reporting.inventoryreports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.kernel.place.Place;
import nl.doorlichting.kernel.vocabulary.ActionLine;
import nl.doorlichting.kernel.vocabulary.CatalogueKind;
import nl.doorlichting.kernel.vocabulary.FundingInstrument;
import nl.doorlichting.kernel.vocabulary.InterventionType;
import nl.doorlichting.kernel.vocabulary.InventoryReportState;
import nl.doorlichting.kernel.vocabulary.Phenomenon;
import nl.doorlichting.kernel.vocabulary.Track;
import nl.doorlichting.reporting.activity.AboutActivity;
import nl.doorlichting.reporting.catalogue.Catalogue;
import nl.doorlichting.reporting.catalogue.CatalogueEntry;

/** Shows the projects of published reports to the public, each as the latest published report has it. */
@ApplicationScoped
class ReportCatalogue {
    private static final String LANGUAGE = "nl";

    private final Catalogue catalogue;
    private final InventoryReportContents contents;

    ReportCatalogue(Catalogue catalogue, InventoryReportContents contents) {
        this.catalogue = catalogue;
        this.contents = contents;
    }

    /** To be called when the report was published, or corrected after that. */
    void show(InventoryReport report) {
        if (report.state != InventoryReportState.PUBLISHED) {
            return;
        }
        var content = contents.read(report.content);
        InventoryReportService.projects(content).forEach(project -> catalogue.put(entry(report, content, project)));
    }

    private static CatalogueEntry entry(
            InventoryReport report, InventoryReportRequest content, InventoryReportProjectRequest project) {
        return new CatalogueEntry(
                CatalogueKind.PROJECT,
                project.projectId(),
                report.programme,
                null,
                report.title,
                text(content),
                List.of(),
                LANGUAGE,
                content.source() == null ? report.title : content.source(),
                About.of(project),
                report.publishedAt);
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
            implements AboutActivity {

        static About of(InventoryReportProjectRequest project) {
            return new About(
                    project.projectId(),
                    project.organisationId(),
                    project.track(),
                    project.actionLine(),
                    project.fundingInstrument(),
                    project.interventionTypes() == null ? List.of() : project.interventionTypes(),
                    List.of(),
                    project.place() == null ? Place.UNSPECIFIED : project.place());
        }
    }
}
