package nl.doorlichting.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A repository root with stubs in place of the four built applications. */
final class StubHome {
    private final Path root;

    StubHome(Path root) throws IOException {
        this.root = root;
        for (Application application : Application.values()) {
            Files.createDirectories(application.jar(root).getParent());
            jar(application.jar(root));
        }
    }

    Path root() {
        return root;
    }

    void behave(Application application, String behaviour) throws IOException {
        Files.writeString(application.jar(root).resolveSibling("behaviour"), behaviour);
    }

    private static void jar(Path file) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StubService.class.getName());
        String name = StubService.class.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest);
                InputStream content = StubService.class.getResourceAsStream("/" + name)) {
            jar.putNextEntry(new JarEntry(name));
            content.transferTo(jar);
        }
    }
}
