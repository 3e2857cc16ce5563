package nl.doorlichting.gateway.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import nl.doorlichting.platform.contract.ContractDocumentFilter;
import nl.doorlichting.platform.contract.ContractMerge;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Merges the documents of the services into the gateway's own, which the kernel has completed. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = ContractDocumentFilter.PRIORITY - 2)
public final class ContractMergeFilter implements OASFilter {
    @Override
    public void filterOpenAPI(OpenAPI own) {
        var merge = ContractMerge.into(own, "gateway");
        List.of(Service.values()).forEach(service -> add(merge, service));
        merge.share();
    }

    private static void add(ContractMerge merge, Service service) {
        try (var document = service.document()) {
            merge.add(service.jsonName(), document);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
