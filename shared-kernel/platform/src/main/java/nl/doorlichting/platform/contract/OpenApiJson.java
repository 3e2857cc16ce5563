package nl.doorlichting.platform.contract;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** OpenAPI documents as JSON, read and written as they are: no scan, no filter, no configuration. */
public final class OpenApiJson {

    private OpenApiJson() {}

    public static OpenAPI read(InputStream json) {
        return plain().withCustomStaticFile(() -> json).build().model();
    }

    public static String write(OpenAPI document) {
        return plain().withInitialModel(document).build().toJSON();
    }

    public static SmallRyeOpenAPI.Builder plain() {
        return SmallRyeOpenAPI.builder()
                .withConfig(new SmallRyeConfigBuilder().build())
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableStandardFilter(false)
                .enableAnnotationScan(false);
    }
}
