package nl.doorlichting.platform.contract;

import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Collectors;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.CsvTable;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.IndexView;

/**
 * Documents the export of each list that has one, as an operation of its own. Runs when the list has its access rule
 * and its descriptions.
 */
@ContractStep(priority = ContractDocumentFilter.PRIORITY + 1)
public final class CsvExportOperations implements OASFilter {
    private final Set<String> lists;

    public CsvExportOperations(IndexView index) {
        lists = index.getAnnotations(CsvExport.class).stream()
                .map(annotation -> annotation.target().asMethod().name())
                .collect(Collectors.toSet());
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var paths = OASFactory.createPaths();
        document.getPaths().getPathItems().forEach((path, item) -> {
            paths.addPathItem(path, item);
            if (item.getGET() != null && lists.contains(item.getGET().getOperationId())) {
                paths.addPathItem(
                        path + CsvExport.PATH, OASFactory.createPathItem().GET(export(item.getGET())));
            }
        });
        document.setPaths(paths);
    }

    private static Operation export(Operation list) {
        var export = OASFactory.createOperation()
                .operationId(list.getOperationId() + "Csv")
                .summary(list.getSummary() + " as a table")
                .description(
                        "All rows from the requested page on, however many, with the filters of the list. A failure"
                                + " closes the connection. " + list.getDescription())
                .tags(list.getTags())
                .parameters(new ArrayList<>(list.getParameters()))
                .responses(OASFactory.createAPIResponses().addAPIResponse("200", table()));
        export.setSecurity(list.getSecurity());
        return export;
    }

    private static APIResponse table() {
        return OASFactory.createAPIResponse()
                .description("The table")
                .content(OASFactory.createContent().addMediaType(CsvTable.MEDIA_TYPE, OASFactory.createMediaType()));
    }
}
