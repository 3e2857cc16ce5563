package nl.doorlichting.kubernetes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A folder that kubectl renders. */
record Overlay(String name, Path folder) {
    private static final Map<Overlay, Manifests> RENDERED = new ConcurrentHashMap<>();

    static final Overlay PRODUCTION = of("production");
    static final Overlay RESTORE = of("restore");
    static final Overlay RESTORE_STAGING = of("restore-staging");
    static final Overlay RESTORE_OPENSHIFT = of("restore-openshift");
    static final Overlay OPENSHIFT = of("openshift");
    /** OpenShift at a hoster that runs PostgreSQL. It is composed here, because addresses of a hoster are nobody else's. */
    static final Overlay HOSTED = new Overlay("hosted", Path.of("src/test/hosted"));

    /** Those that are shipped. */
    static Stream<Overlay> all() {
        return Stream.of(
                of("local"), of("staging"), PRODUCTION, RESTORE, RESTORE_STAGING, OPENSHIFT, RESTORE_OPENSHIFT);
    }

    private static Overlay of(String name) {
        return new Overlay(name, Path.of("overlays", name));
    }

    Manifests manifests() {
        return RENDERED.computeIfAbsent(this, Overlay::render);
    }

    private Manifests render() {
        try {
            Process process = new ProcessBuilder("kubectl", "kustomize", folder.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(folder + " does not render");
            }
            return new Manifests(Yaml.read(text).stream().map(Manifest::new).toList());
        } catch (IOException failure) {
            throw new AssertionError("kubectl cannot be run", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Stopped while rendering " + folder, stopped);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
